/** What the specs start from that put the page into a plugin: the package, and a server that follows its document. */
import { test as base } from "./fixtures.ts";
import { Package } from "./support/package.ts";
import { Plugin, type Changes } from "./support/plugin.ts";

interface WorkerFixtures {
  readonly dist: Package;
}

interface TestFixtures {
  /** What the plugin does otherwise than the document says. */
  readonly changes: Changes;
  readonly plugin: Plugin;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  dist: [
    async ({}, use) => {
      await use(Package.read());
    },
    { scope: "worker" },
  ],
  changes: [{}, { option: true }],
  plugin: async ({ sandbox, dist, changes }, use) => {
    const plugin = await Plugin.start(sandbox, dist, changes);
    await use(plugin);
    await plugin.stop();
  },
  jira: async ({ plugin }, use) => {
    await use(plugin);
  },
});

export { expect } from "@playwright/test";

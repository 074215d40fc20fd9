/** What every spec starts from: a sandbox with fresh data, an administrator on the page, and a strict watch. */
import { ConnectionPage } from "./support/connection-page.ts";
import type { Jira } from "./support/jira.ts";
import { comeLate } from "./support/late.ts";
import { logIn } from "./support/rest.ts";
import { test as base } from "./support/sandbox-fixtures.ts";
import { Watch, type ExpectedFailure } from "./support/watch.ts";

interface TestFixtures {
  /** What the browser opens: the sandbox itself, unless something stands before it. */
  readonly jira: Jira;
  /** Allows a kind of failing request and demands that it happens; without it, any fails the test. */
  readonly expectFailure: (...failures: readonly ExpectedFailure[]) => void;
  /** The Connection page in its host, for a logged-in administrator; not opened yet. */
  readonly connectionPage: ConnectionPage;
  readonly watch: Watch;
}

export const test = base.extend<TestFixtures>({
  jira: async ({ sandbox }, use) => {
    await use(sandbox);
  },
  watch: [
    async ({ context, sandbox, jira, rest: _fresh }, use) => {
      await comeLate(context);
      const watch = await Watch.over(context, jira);
      await use(watch);
      watch.verify();
      base.expect(await sandbox.violations(), "requests and answers follow docs/rest-api.yaml").toEqual([]);
    },
    { auto: true },
  ],
  expectFailure: async ({ watch }, use) => {
    await use((...failures) => watch.expectFailure(...failures));
  },
  connectionPage: async ({ page, jira, watch: _watch }, use) => {
    await logIn(page.context().request, jira, "admin");
    await use(new ConnectionPage(page, jira));
  },
});

export { expect } from "@playwright/test";

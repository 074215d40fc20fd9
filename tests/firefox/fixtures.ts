/** What every spec starts from: a sandbox with fresh data, and an administrator in Firefox. */
import { test as base, expect } from "@playwright/test";
import puppeteer, { type Browser } from "puppeteer-core";

import { Rest } from "../e2e/support/rest.ts";
import { Sandbox } from "../e2e/support/sandbox.ts";
import { FirefoxPage } from "./support/firefox-page.ts";

interface WorkerFixtures {
  readonly browserOfTheWorker: Browser;
  readonly sandbox: Sandbox;
  readonly restSession: Rest;
}

interface TestFixtures {
  /** The REST API with an administrator's session. */
  readonly rest: Rest;
  /** A logged-in administrator's tab; no page of the plugin is open yet. */
  readonly admin: FirefoxPage;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  browserOfTheWorker: [
    async ({}, use) => {
      const executablePath = process.env["FIREFOX"] ?? "firefox";
      const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
  restSession: [
    async ({ sandbox }, use) => {
      const rest = await Rest.logIn(sandbox);
      await use(rest);
      await rest.dispose();
    },
    { scope: "worker" },
  ],
  rest: async ({ sandbox, restSession }, use) => {
    await sandbox.reset();
    await restSession.renewSession();
    await use(restSession);
  },
  admin: async ({ browserOfTheWorker, sandbox, rest: _fresh }, use) => {
    const context = await browserOfTheWorker.createBrowserContext();
    const admin = await FirefoxPage.logIn(await context.newPage(), sandbox);
    await use(admin);
    await context.close();
    expect(admin.problems, "what the browser complained about").toEqual([]);
    expect(await sandbox.violations(), "requests and answers follow docs/rest-api.yaml").toEqual([]);
  },
});

export { expect };

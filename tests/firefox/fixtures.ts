/** What every spec starts from: a sandbox with fresh data, and an administrator in Firefox. */
import { expect } from "@playwright/test";
import puppeteer, { type Browser } from "puppeteer-core";

import { test as base } from "../e2e/support/sandbox-fixtures.ts";
import { FirefoxPage } from "./support/firefox-page.ts";

interface WorkerFixtures {
  readonly browserOfTheWorker: Browser;
}

interface TestFixtures {
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

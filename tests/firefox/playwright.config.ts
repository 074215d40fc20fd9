/**
 * How each flow is run once in Firefox: by Playwright's runner, with Puppeteer over WebDriver BiDi, because Playwright
 * drives no Firefox as people have it. `cargo xtask test firefox` sets the environment: FIREFOX (the browser),
 * SANDBOX_BINARY (see ../e2e/support/sandbox.ts) and E2E_REPORT (where the counts go).
 */
import path from "node:path";

import { defineConfig } from "@playwright/test";

const target = path.resolve(import.meta.dirname, "../../target");

export default defineConfig({
  testDir: "specs",
  outputDir: path.join(target, "firefox-results"),
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env["E2E_REPORT"] ?? path.join(target, "firefox-report.json") }],
  ],
});

/**
 * How the end-to-end tests run. `cargo xtask test e2e` sets the environment:
 * CHROME (the browser), CHROME_HEADLESS (the same one without windows, which is quicker; where there is none, the browser),
 * SANDBOX_BINARY (see support/sandbox.ts), DIST_PACKAGE (see support/package.ts) and E2E_REPORT (where the counts go).
 */
import path from "node:path";

import { defineConfig } from "@playwright/test";

const browser = process.env["CHROME_HEADLESS"] ?? process.env["CHROME"];

const target = path.resolve(import.meta.dirname, "../../target");

export default defineConfig({
  testDir: "specs",
  outputDir: path.join(target, "e2e-results"),
  snapshotPathTemplate: "{testDir}/../structure/{arg}{ext}",
  // Each worker has a sandbox of its own, so that tests never see each other's data.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env["E2E_REPORT"] ?? path.join(target, "e2e-report.json") }],
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 10_000,
    // `--trace on` records what a test did, which makes a run half as long again.
    trace: "off",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // Chromium refuses to put root into its own sandbox.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        // One way of drawing, so that the pictures in the README differ only where the page does, and no process that
        // plays a graphics card.
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});

/** The overview as a CSV file. */
import { readFile } from "node:fs/promises";

import type { Download } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";

async function exported(connectionPage: ConnectionPage): Promise<Download> {
  const download = connectionPage.page.waitForEvent("download");
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Export as CSV" }).click();
  return download;
}

test("every connection is a line, and nothing of a key is in it", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: '=HYPERLINK("http://x")' });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: 'ACME "US", Inc.' });
  await rest.add(await rest.project("PAY"));
  await connectionPage.open();
  // What the list shows has nothing to do with it.
  await connectionPage.filterField.fill("smoke");
  await expect(connectionPage.projectRows).toHaveCount(1);
  const download = await exported(connectionPage);

  expect(download.suggestedFilename()).toMatch(/^test-io-connections-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  const lines = text.split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFF"Connection","Project key","Project name","Account label","Status",/);
  expect(lines[1]).toMatch(/^"Global \(default\)","","","'=HYPERLINK\(""http:\/\/x""\)","Connected","Yes"/);
  expect(lines[2]).toMatch(/^"Jira Project specific","PAY","Payments","","Key missing","No"/);
  expect(lines[3]).toMatch(/^"Jira Project specific","SMOK","Smoke testing","ACME ""US"", Inc\.","Connected"/);
  expect(lines[3]).toContain('"US Web Shop; US Checkout; Loyalty App","3"');
  expect(lines).toHaveLength(5);
  for (const key of [KEYS.acmeEu, KEYS.acmeUs]) {
    expect(text).not.toContain(hintOf(key));
  }
  await expect(connectionPage.frame.getByText("3 connections exported")).toBeVisible();
});

test("by keyboard, in German", async ({ connectionPage, page }) => {
  await connectionPage.useLocale("de_DE");
  await connectionPage.visit();
  const menu = connectionPage.frame.getByRole("button", { name: "Mehr", exact: true });
  await menu.focus();
  await page.keyboard.press("Enter");
  const download = page.waitForEvent("download");
  await page.keyboard.press("a");
  await expect(connectionPage.frame.getByRole("menuitem", { name: "Als CSV exportieren" })).toBeFocused();
  await page.keyboard.press("Enter");
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain('"Verbindung";"Projektschlüssel"');
  await expect(menu).toBeFocused();
});

test("what can’t be read is not exported", async ({ connectionPage, sandbox, expectFailure }) => {
  expectFailure(503);
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections", method: "GET", status: 503, contentType: "text/html", body: "Down" });
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Export as CSV" }).click();
  await expect(connectionPage.frame.getByText("The connections weren’t exported")).toBeVisible();
});

test("a failed export is tried again where it is told", async ({ connectionPage, page, sandbox, expectFailure }) => {
  expectFailure(503);
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections", method: "GET", status: 503, contentType: "text/html", body: "Down" });
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Export as CSV" }).click();
  const flag = connectionPage.frame.getByRole("alert").filter({ hasText: "The connections weren’t exported" });
  await expect(flag).toContainText("status 503");
  await sandbox.clearFaults();
  const download = page.waitForEvent("download");
  await flag.getByRole("button", { name: "Try again" }).click();
  await download;
  await expect(connectionPage.frame.getByText("1 connection exported")).toBeVisible();
  await expect(flag).toBeHidden();
});

/** Testing all connections: progress, waits, stopping, and what came of it. */
import { readFile } from "node:fs/promises";

import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";

test.beforeEach(async ({ rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, verify: false });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.revoked, verify: false });
  await rest.add(await rest.project("CHK"), { apiKey: KEYS.globex });
  await rest.add(await rest.project("PAY"));
});

async function openDialog(connectionPage: ConnectionPage) {
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test all connections…" }).click();
  return connectionPage.dialog("Test all connections");
}

test("every key is tested, and the rows show what came of it", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const dialog = await openDialog(connectionPage);
  await expectAccessible(connectionPage.frame);
  await expect(dialog).toContainText("Up to 4 connections are tested. That takes about 1 minute");
  await dialog.getByRole("button", { name: "Start test" }).click();
  await expect(dialog.getByText("4 connections tested").first()).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("4 connections tested");
  await expect(dialog.getByRole("link", { name: "Web shop (SHOP)" })).toBeVisible();
  await expect(dialog.getByText("Key accepted (3)")).toBeVisible();
  await expect(dialog.getByText("No key to test (1)")).toBeVisible();
  await expectAccessible(connectionPage.frame);

  await dialog.getByRole("link", { name: "Web shop (SHOP)" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.heading("Web shop")).toBeFocused();
  await connectionPage.expectStatus("Key rejected");
  await expect(connectionPage.row("Web shop")).toContainText("Key rejected");
  await expect(connectionPage.row("Smoke testing")).toContainText("Connected");
  expect(await rest.connectionOf("SMOK")).toMatchObject({ status: "CONNECTED" });
});

test("by keyboard; the focus is never lost", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog("Test all connections");
  await expect(dialog.getByRole("button", { name: "Start test" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Key rejected (1)")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.frame.getByRole("button", { name: "More", exact: true })).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Start test" })).toBeFocused();
  await expect(dialog.getByText("Key rejected (1)")).toBeHidden();
});

test("only what the filter shows", async ({ connectionPage, sandbox }) => {
  await connectionPage.open();
  await connectionPage.filterField.fill("shop");
  await expect(connectionPage.projectRows).toHaveCount(1);
  const dialog = await openDialog(connectionPage);
  await expect(dialog.getByLabel("Which connections")).toHaveValue("filtered");
  await expect(dialog).toContainText("At most 1 connection is tested.");
  await sandbox.clearRequests();
  await dialog.getByRole("button", { name: "Start test" }).click();
  await expect(dialog.getByText("1 connection tested").first()).toBeVisible();
  const tests = (await sandbox.requests()).filter(({ path }) => path.endsWith("/test"));
  expect(tests).toHaveLength(1);
});

test("stopping keeps what has been tested, and Esc stops before it closes", async (
  { connectionPage, page, sandbox },
) => {
  await sandbox.addFault({ target: "testio", delayMs: 60_000 });
  await connectionPage.open();
  const dialog = await openDialog(connectionPage);
  await dialog.getByRole("button", { name: "Start test" }).click();
  const bar = dialog.getByRole("progressbar", { name: "Tested connections" });
  await expect(bar).toHaveAttribute("aria-valuenow", "0");
  await expect(dialog.getByText("0 of 4 tested")).toBeVisible();
  await expectAccessible(connectionPage.frame);
  await page.keyboard.press("Escape");
  await expect(dialog.getByText("Stopped: 0 of 4 tested").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a wait that Test IO asks for is kept in sight, and then it goes on", async ({ connectionPage, page, sandbox }) => {
  await page.clock.install();
  const wait = { status: 429, headers: { "Retry-After": "30" }, contentType: "application/json", body: "{}" };
  await sandbox.addFault({ target: "testio", times: 1, ...wait });
  await connectionPage.open();
  // The dialog's part comes when the browser is idle, which it never is while the clock stands still.
  const dialog = await openDialog(connectionPage);
  await expect(dialog.getByRole("button", { name: "Start test" })).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  await dialog.getByRole("button", { name: "Start test" }).click();
  await expect(dialog.getByText("The test goes on in 30 seconds.")).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(dialog.getByText("The test goes on in 20 seconds.")).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(dialog.getByText("4 connections tested").first()).toBeVisible();
});

test("Jira asks to wait: the banner stands in the dialog", async ({ connectionPage, sandbox, expectFailure }) => {
  expectFailure(429);
  await connectionPage.open();
  const dialog = await openDialog(connectionPage);
  await sandbox.addFault({ path: "/connections/*/test", times: 1, status: 429, headers: { "Retry-After": "1000" } });
  await dialog.getByRole("button", { name: "Start test" }).click();
  const banner = connectionPage.banner("Jira asks to wait");
  await banner.getByRole("button", { name: "Try again now" }).click();
  await expect(dialog.getByText("4 connections tested").first()).toBeVisible();
});

test("who may not change connections may not test them", async ({ connectionPage, sandbox }) => {
  await sandbox.setAdministrator("admin", false);
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await expect(connectionPage.frame.getByRole("menuitem", { name: "Test all connections…" })).toBeDisabled();
});

test("the report stays while its connections are looked after, until it is closed", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const dialog = await openDialog(connectionPage);
  await dialog.getByRole("button", { name: "Start test" }).click();
  await dialog.getByRole("link", { name: "Web shop (SHOP)" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.heading("Web shop")).toBeFocused();
  const report = connectionPage.frame.getByRole("button", { name: "Test report" });
  await report.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Key rejected (1)")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(report).toBeHidden();
  await openDialog(connectionPage);
  await expect(dialog.getByRole("button", { name: "Start test" })).toBeVisible();
  await expect(dialog.getByText("Key rejected (1)")).toBeHidden();
});

test("the report is exported as a table, what has to be done first", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const dialog = await openDialog(connectionPage);
  await dialog.getByRole("button", { name: "Start test" }).click();
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export report" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^test-io-test-report-\d{4}-\d\d-\d\d\.csv$/);
  const rows = (await readFile(await download.path(), "utf8")).replace("\ufeff", "").trimEnd().split("\r\n");
  expect(rows.slice(0, 3)).toEqual([
    `"Connection","Project key","Project name","Result"`,
    `"Jira Project specific","SHOP","Web shop","Key rejected"`,
    `"Jira Project specific","PAY","Payments","No key to test"`,
  ]);
  // In the order in which Test IO answered.
  expect(rows.slice(3).toSorted()).toEqual([
    `"Global (default)","","","Key accepted"`,
    `"Jira Project specific","CHK","Checkout","Key accepted"`,
    `"Jira Project specific","SMOK","Smoke testing","Key accepted"`,
  ]);
  await expect(dialog.getByRole("status")).toHaveText("5 connections exported");
  await expectAccessible(connectionPage.frame);
});

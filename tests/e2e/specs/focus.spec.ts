/** After every step the focus is on something that can be seen, and so is what has just happened. */
import { expect, test } from "../fixtures.ts";
import { severalAccounts } from "../states/state.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import { expectInView } from "../support/in-view.ts";

async function expectFocused({ frame }: ConnectionPage): Promise<void> {
  await expect(frame.locator(":focus")).toHaveCount(1);
  await expectInView(frame.locator(":focus"), "what has the focus");
}

test("after Don't wait, the focus is where it was before", async ({ connectionPage, expectFailure, page, sandbox }) => {
  await connectionPage.open();
  expectFailure(429);
  await sandbox.addFault({ path: "/connections/global", method: "PUT", status: 429, headers: { "Retry-After": "60" } });
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.saveButton.focus();
  await page.keyboard.press("Enter");
  const giveUp = connectionPage.frame.getByRole("button", { name: "Don’t wait" });
  await giveUp.focus();
  await page.keyboard.press("Enter");
  await expect(giveUp).toBeHidden();
  await expectFocused(connectionPage);
});

test("after Try again in the list, the focus stays beside it", async ({ connectionPage, expectFailure, page, rest, sandbox }) => {
  await severalAccounts({ connectionPage, page, rest, sandbox });
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(3);
  expectFailure(500);
  await sandbox.addFault({ path: "/connections?", method: "GET", status: 500, body: "", times: 1 });
  await connectionPage.filterField.fill("shop");
  const retry = connectionPage.list.getByRole("button", { name: "Try again" });
  await retry.focus();
  await page.keyboard.press("Enter");
  await expect(retry).toBeHidden();
  await expectFocused(connectionPage);
});

test("after Keep editing, the focus is in what was edited, although the row that was pressed is gone", async (
  { connectionPage, expectFailure, page, rest, sandbox },
) => {
  await severalAccounts({ connectionPage, page, rest, sandbox });
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.labelField.fill("typed");
  expectFailure(500);
  await sandbox.addFault({ path: "/connections?", method: "GET", status: 500, body: "", delayMs: 1_000, times: 1 });
  await connectionPage.filterField.fill("p");
  await connectionPage.labelField.focus();
  await connectionPage.row("Payments").click();
  const dialog = connectionPage.dialog("Leave without saving?");
  await expect(dialog).toBeVisible();
  await expect(connectionPage.list.getByRole("alert").filter({ hasText: "This couldn’t be loaded" })).toBeVisible();
  await dialog.getByRole("button", { name: "Keep editing" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.labelField).toBeFocused();
});

test("a dialog that a key opens where nothing has the focus leaves it on the page", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.frame.locator("h1").click();
  await page.keyboard.press("?");
  const dialog = connectionPage.dialog("Keyboard shortcuts");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectFocused(connectionPage);
});

test("after somebody else has deleted the open connection, the focus is on what says so", async (
  { connectionPage, expectFailure, rest },
) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.allAnswered();
  await rest.delete(id);
  expectFailure(404);
  await connectionPage.labelField.fill("typed");
  await connectionPage.saveButton.click();
  await expect(connectionPage.detail.getByText("This connection is gone")).toBeVisible();
  await expectFocused(connectionPage);
});

for (const [what, fault] of [
  ["fails", { status: 500, body: "" }],
  ["waits", { status: 429, headers: { "Retry-After": "60" } }],
] as const) {
  test(`after Enter in the key field of a save that ${what}, the field and the message are in view`, async (
    { connectionPage, expectFailure, page, sandbox },
  ) => {
    await connectionPage.open();
    expectFailure(fault.status);
    await sandbox.addFault({ path: "/connections/global", method: "PUT", ...fault });
    await connectionPage.keyField.fill(KEYS.acmeEu);
    await page.keyboard.press("Enter");
    const message = connectionPage.frame.getByRole("alert").filter({ hasText: /Nobody can say whether it was done|asks to wait/ }).first();
    await expectInView(message, "the message");
    await expect(connectionPage.keyField).toBeFocused();
    await expectInView(connectionPage.keyField, "the key field");
  });
}

test("Cancel of Replace key gives the focus back to that button", async ({ connectionPage, page, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  for (const wayBack of ["Cancel", "Keep the saved key"]) {
    await connectionPage.button("Replace key").click();
    await expect(connectionPage.keyField).toBeFocused();
    await connectionPage.button(wayBack).focus();
    await page.keyboard.press("Enter");
    await expect(connectionPage.button("Replace key")).toBeFocused();
  }
});

// The frame that the press on Replace key had asked for found the focus gone, and put it to the heading.
test("a key field that is given up before the page has drawn it gives the focus back to Replace key", async (
  { connectionPage, page, rest },
) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await page.clock.install();
  await connectionPage.open();
  await expect(connectionPage.button("Replace key")).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  await connectionPage.button("Replace key").click();
  await expect(connectionPage.keyField).toBeFocused();
  await connectionPage.button("Cancel").focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.keyField).toBeHidden();
  await page.clock.resume();
  await expect(connectionPage.button("Replace key")).toBeFocused();
});

test("the row of a deep link stays in view when the figures come after the list", async ({ connectionPage, page, rest, sandbox }) => {
  const keys = ["AND", "BILL", "CHK", "DOCS", "DWH", "HELP", "HR", "LOY", "PART", "PAY", "SHOP", "SMOK"];
  for (const key of keys) {
    await rest.add(await rest.project(key));
  }
  await connectionPage.open();
  const names = await connectionPage.projectRows.locator(".tio-row__name").allTextContents();
  await sandbox.addFault({ path: "/connections/summary", delayMs: 1_200 });
  for (const name of names.slice(4, 9)) {
    const project = (await rest.projects()).find((one) => one.name === name.trim())!;
    const { id } = (await rest.connectionOf(project.key))!;
    await page.goto("about:blank");
    await page.setViewportSize({ width: 1280, height: 680 });
    await connectionPage.visitAt(`#/connections/${id}`);
    await expect(connectionPage.filterField).toBeVisible();
    await expectInView(connectionPage.list.locator("[aria-current=page]"), `the row of ${name}`);
  }
});

test("after a filter, Tab enters the list at its first match", async ({ connectionPage, page, rest }) => {
  for (const key of ["BILL", "CHK", "PAY", "SHOP", "SMOK"]) {
    await rest.add(await rest.project(key));
  }
  await connectionPage.open();
  await connectionPage.projectRows.last().click();
  await connectionPage.globalRow.click();
  await connectionPage.filterField.fill("p");
  await expect(connectionPage.projectRows.first()).toContainText(/p/i);
  await connectionPage.list.getByLabel("Account").focus();
  await page.keyboard.press("Tab");
  await expect(connectionPage.projectRows.first()).toBeFocused();
});

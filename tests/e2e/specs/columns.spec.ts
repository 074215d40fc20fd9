/** A narrow window shows one column at a time, and the focus goes along. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 600, height: 800 };

test.beforeEach(async ({ rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
});

test("to a connection and back by keyboard, with the focus always in sight", async ({ connectionPage, page }) => {
  await page.setViewportSize(NARROW);
  await connectionPage.open();
  await expect(connectionPage.detail).toBeHidden();
  await connectionPage.row("Smoke testing").focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.heading("Smoke testing")).toBeFocused();
  await expect(connectionPage.list).toBeHidden();
  await connectionPage.button("All connections").focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.row("Smoke testing")).toBeFocused();
  await expect(connectionPage.detail).toBeHidden();
});

test("a window that becomes narrow goes on showing what is worked on", async ({ connectionPage, page }) => {
  await page.setViewportSize(WIDE);
  await connectionPage.open();
  await connectionPage.labelField.fill("typed");
  await page.setViewportSize(NARROW);
  await expect(connectionPage.labelField).toBeVisible();
  await expect(connectionPage.labelField).toBeFocused();
  await expect(connectionPage.labelField).toHaveValue("typed");
});

// The row that was pressed is hidden with its column, and nothing had the focus then.
test("a window that becomes narrow takes the focus along from the row that was opened", async ({ connectionPage, page }) => {
  await page.setViewportSize(WIDE);
  await connectionPage.open();
  await connectionPage.row("Smoke testing").click();
  await expect(connectionPage.heading("Smoke testing")).toBeVisible();
  await expect(connectionPage.row("Smoke testing")).toBeFocused();
  await page.setViewportSize(NARROW);
  await expect(connectionPage.heading("Smoke testing")).toBeFocused();
});

test("Back and Forward show the list and the connection", async ({ connectionPage, page }) => {
  await page.setViewportSize(NARROW);
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await page.goBack();
  await expect(connectionPage.row("Smoke testing")).toBeVisible();
  await page.goForward();
  await expect(connectionPage.heading("Smoke testing")).toBeVisible();
});

test("after discarding what was typed, the focus is at the connection that was asked for", async ({ connectionPage, page }) => {
  await page.setViewportSize(NARROW);
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.labelField.fill("typed");
  await connectionPage.button("All connections").click();
  await connectionPage.globalRow.focus();
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog("Leave without saving?");
  await expect(dialog.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await dialog.getByRole("button", { name: "Discard" }).focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.heading("Global (default)")).toBeFocused();
});

test("after choosing to keep editing, what was typed is in sight, with the focus", async ({ connectionPage, page }) => {
  await page.setViewportSize(NARROW);
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.labelField.fill("typed");
  await connectionPage.button("All connections").click();
  await connectionPage.globalRow.click();
  await connectionPage.dialog("Leave without saving?").getByRole("button", { name: "Keep editing" }).click();
  await expect(connectionPage.labelField).toHaveValue("typed");
  await expect(connectionPage.labelField).toBeVisible();
  await expect(connectionPage.detail.locator(":focus")).toHaveCount(1);
});

/** Keys that do something wherever the focus is, and the list of them. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";

test.beforeEach(async ({ rest }) => {
  await rest.add(await rest.project("SMOK"));
  await rest.add(await rest.project("SHOP"));
});

test("? shows the list, Esc closes it, and the focus goes back", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.globalRow.focus();
  await page.keyboard.press("?");
  const dialog = connectionPage.dialog("Keyboard shortcuts");
  await expect(dialog.getByText("Go to the filter")).toBeVisible();
  await expectAccessible(connectionPage.frame);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.globalRow).toBeFocused();
});

test("the menu shows it as well", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
  await expect(connectionPage.dialog("Keyboard shortcuts")).toBeVisible();
});

test("/ goes to the filter, and is not typed there", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await expect(connectionPage.filterField).toBeVisible();
  await connectionPage.globalRow.focus();
  await page.keyboard.press("/");
  await expect(connectionPage.filterField).toBeFocused();
  await page.keyboard.type("smoke");
  await expect(connectionPage.filterField).toHaveValue("smoke");
  await expect(connectionPage.projectRows).toHaveCount(1);
});

test("in a field they are characters", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.labelField.focus();
  await page.keyboard.type("a/b?");
  await expect(connectionPage.labelField).toHaveValue("a/b?");
  await expect(connectionPage.dialog("Keyboard shortcuts")).toBeHidden();
});

test("with a dialog open they do nothing", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "Which connection applies?" }).click();
  const dialog = connectionPage.dialog("Which connection applies?");
  await dialog.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await expect(connectionPage.dialog("Keyboard shortcuts")).toBeHidden();
});

test("who has switched them off in Jira is left alone", async ({ connectionPage, page }) => {
  await page.route("**/plugins/servlet/testio/connection", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const off = '<head><meta name="ajs-keyboard-shortcuts-enabled" content="false">';
    await route.fulfill({ response, body: html.replace("<head>", off) });
  });
  await connectionPage.open();
  await connectionPage.globalRow.focus();
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(connectionPage.globalRow).toBeFocused();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
  const dialog = connectionPage.dialog("Keyboard shortcuts");
  await expect(dialog.getByText(/switched off in your Jira profile/)).toBeVisible();
  await expect(dialog.getByText("Go to the filter")).toBeHidden();
});

/** The whole guide without a mouse. */
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import type { Project } from "../support/rest.ts";

/** Presses Tab until the element has the focus, as a person does who knows where to go. */
async function tabTo(page: Page, element: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(element).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await element.evaluate((node) => node === node.ownerDocument.activeElement)) {
      return;
    }
    await page.keyboard.press(key);
  }
  await expect(element).toBeFocused();
}

/** Adds a connection and saves its key, from anywhere on the page. */
async function addByKeyboard(connectionPage: ConnectionPage, project: Project, apiKey: string): Promise<void> {
  const { page } = connectionPage;
  await tabTo(page, connectionPage.list.getByRole("button", { name: "Add connection" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog("Select Jira project");
  const combobox = dialog.getByRole("combobox", { name: "Jira project" });
  await expect(combobox).toBeFocused();
  // Without waiting for the list, as quick fingers do: the keys mean the project typed, not the list before it.
  await page.keyboard.type(project.key);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(combobox).toHaveValue(project.name);
  await tabTo(page, dialog.getByRole("button", { name: "Add connection" }));
  await page.keyboard.press("Enter");

  await expect(connectionPage.heading(project.name)).toBeVisible();
  await expect(connectionPage.keyField).toBeFocused();
  await page.keyboard.insertText(apiKey);
  await page.keyboard.press("Enter");
  await connectionPage.expectStatus("Connected");
}

test("a Global connection and a project's own, by keyboard alone", async ({ connectionPage, rest, page }) => {
  const project = await rest.project("SMOK");
  await connectionPage.open();
  await tabTo(page, connectionPage.keyField);
  await page.keyboard.insertText(KEYS.acmeEu);
  await page.keyboard.press("Enter");
  await connectionPage.expectStatus("Connected");
  await addByKeyboard(connectionPage, project, KEYS.acmeUs);

  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), active: true });
  expect(await rest.connectionOf(project.key)).toMatchObject({ keyHint: hintOf(KEYS.acmeUs), status: "CONNECTED" });
});

test("several projects without a Global connection, by keyboard alone", async ({ connectionPage, rest }) => {
  const [first, second] = [await rest.project("SMOK"), await rest.project("PERF")];
  await connectionPage.open();
  await addByKeyboard(connectionPage, first, KEYS.acmeUs);
  await addByKeyboard(connectionPage, second, KEYS.globex);

  expect(await rest.connection("global")).toMatchObject({ status: "INACTIVE", hasKey: false });
  expect(await rest.connectionOf(first.key)).toMatchObject({ keyHint: hintOf(KEYS.acmeUs), status: "CONNECTED" });
  expect(await rest.connectionOf(second.key)).toMatchObject({ keyHint: hintOf(KEYS.globex), status: "CONNECTED" });
});

test("Esc closes the project list first, then the dialog, and the focus goes back", async (
  { connectionPage, page },
) => {
  await connectionPage.open();
  const add = connectionPage.list.getByRole("button", { name: "Add connection" });
  await add.focus();
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog("Select Jira project");
  await page.keyboard.press("ArrowDown");
  await expect(connectionPage.frame.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(connectionPage.frame.getByRole("option")).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();
});

test("the menu by arrow keys, the question by Tab, and the focus is not lost", async (
  { connectionPage, rest, page },
) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.row(project.name).focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await tabTo(page, connectionPage.detail.getByRole("button", { name: /^More actions for/ }));
  await page.keyboard.press("Enter");
  const item = connectionPage.frame.getByRole("menuitem", { name: "Delete connection…" });
  for (let presses = 0; presses < 5 && !(await item.evaluate((node) => node.matches(":focus"))); presses += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(item).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await tabTo(page, dialog.getByRole("button", { name: "Delete connection" }));
  await page.keyboard.press("Enter");
  await expect(connectionPage.row(project.name)).toBeHidden();
  await expect(connectionPage.frame.locator(":focus")).toHaveCount(1);
  expect(await rest.connectionOf(project.key)).toBeUndefined();
});

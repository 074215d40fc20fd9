/** "Which connection applies?" for one project, in one sentence. */
import type { Locator } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";

async function lookUp(connectionPage: ConnectionPage, key: string): Promise<Locator> {
  await connectionPage.frame.getByRole("button", { name: "Which connection applies?" }).click();
  const dialog = connectionPage.dialog("Which connection applies?");
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(key);
  await connectionPage.option(key).click();
  return dialog;
}

test("a project's own connection", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  const dialog = await lookUp(connectionPage, project.key);
  await expect(dialog).toContainText(`${project.name} uses its own connection.`);
  await dialog.getByRole("button", { name: "Open this connection" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.heading(project.name)).toBeVisible();
});

test("its own even when that one is broken", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await rest.add(project);
  await connectionPage.open();
  const dialog = await lookUp(connectionPage, project.key);
  await expect(dialog).toContainText(`${project.name} uses its own connection, which doesn’t work at the moment`);
  await expect(dialog).toContainText("It doesn’t fall back to Global.");
});

test("else Global, if that is active", async ({ connectionPage, rest }) => {
  const project = await rest.project("SHOP");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  const dialog = await lookUp(connectionPage, project.key);
  await expect(dialog).toContainText(`${project.name} uses the Global connection.`);
});

for (const answer of ["Global", "none"]) {
  test(`from ${answer} to a connection of its own`, async ({ connectionPage, page, rest }) => {
    const project = await rest.project("SHOP");
    if (answer === "Global") {
      await rest.update("global", { apiKey: KEYS.acmeEu });
    }
    await connectionPage.open();
    const dialog = await lookUp(connectionPage, project.key);
    await dialog.getByRole("button", { name: "Add connection" }).click();
    await expect(dialog).toBeHidden();
    const adds = connectionPage.dialog("Select Jira project");
    await expect(adds.getByRole("combobox", { name: "Jira project" })).toHaveValue(project.name);
    await expect(adds.getByRole("combobox", { name: "Jira project" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(adds).toBeHidden();
    await expect(connectionPage.frame.getByRole("button", { name: "Which connection applies?" })).toBeFocused();

    await lookUp(connectionPage, project.key);
    await dialog.getByRole("button", { name: "Add connection" }).click();
    await adds.getByRole("button", { name: "Add connection" }).click();
    await expect(connectionPage.heading(project.name)).toBeVisible();
    await expect(connectionPage.keyField).toBeFocused();
    expect(await rest.connectionOf(project.key)).toMatchObject({ status: "KEY_MISSING" });
  });
}

// For two frames there was no dialog that could hear it, and then the one opened that nobody wanted any more.
test("on the way to a connection of its own, Escape counts at any moment", async ({ connectionPage, page, rest }) => {
  const project = await rest.project("SHOP");
  await page.clock.install();
  await connectionPage.open();
  const dialog = await lookUp(connectionPage, project.key);
  await expect(dialog.getByRole("button", { name: "Add connection" })).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog).toBeHidden();
  const adds = connectionPage.dialog("Select Jira project");
  await expect(adds).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(adds).toBeHidden();
  await page.clock.resume();
  await expect(connectionPage.frame.getByRole("button", { name: "Which connection applies?" })).toBeFocused();
});

test("a project that has its own, or a person who may change nothing, is not offered another", async (
  { connectionPage, rest, sandbox },
) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  const dialog = await lookUp(connectionPage, project.key);
  await expect(dialog.getByRole("button", { name: "Open this connection" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Add connection" })).toHaveCount(0);

  await sandbox.setAdministrator("admin", false);
  await connectionPage.open();
  const readOnly = await lookUp(connectionPage, "CHK");
  await expect(readOnly).toContainText("Checkout has no connection");
  await expect(readOnly.getByRole("button", { name: "Add connection" })).toHaveCount(0);
});

test("else none", async ({ connectionPage, rest }) => {
  const project = await rest.project("SHOP");
  await connectionPage.open();
  const dialog = await lookUp(connectionPage, project.key);
  await expect(dialog).toContainText(`${project.name} has no connection`);
});

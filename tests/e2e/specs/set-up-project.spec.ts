/** Guide: "Setting up a Jira Project specific Connection". */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

test("a project gets its own connection, as the guide says", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await connectionPage.open();
  await connectionPage.addConnection(project.key);

  const row = connectionPage.row(project.name);
  await connectionPage.expectSelected(row);
  await expect(row).toContainText("Key missing");
  await expect(connectionPage.keyField).toBeFocused();

  await connectionPage.saveKey(KEYS.acmeUs);
  await connectionPage.expectStatus("Connected");
  await expect(row).toContainText("Connected");
  expect(await rest.connectionOf(project.key)).toMatchObject({
    scope: "PROJECT",
    status: "CONNECTED",
    keyHint: hintOf(KEYS.acmeUs),
  });
  expect(await rest.effective(project.id)).toMatchObject({ source: "PROJECT" });
});

test("the heading counts the connections", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.addConnection((await rest.project("SMOK")).key);
  await expect(connectionPage.list.getByRole("heading", { name: "Jira Project specific (1)" })).toBeVisible();
  await connectionPage.addConnection((await rest.project("SHOP")).key);
  await expect(connectionPage.list.getByRole("heading", { name: "Jira Project specific (2)" })).toBeVisible();
});

test("a connected project can be found but not chosen", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(project.key);
  const option = connectionPage.option(project.name);
  await expect(option).toBeDisabled();
  await expect(option).toContainText("already connected");
});

test("no project chosen, nothing added", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("button", { name: "Add connection" }).click({ force: true });
  await expect(dialog.getByText("Choose a project first.")).toBeAttached();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  expect(await rest.connections()).toEqual([]);
});

test("a press beside the open list of projects is not lost when the list closes", async ({ connectionPage }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("SMOK");
  await expect(connectionPage.option("SMOK")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
});

test("names with markup, quotes, or another direction are shown as they are", async ({ connectionPage, rest }) => {
  const names = [];
  for (const key of ["QUOTE", "SCRIPT", "ENT", "RTL", "EMOJI", "LONG"]) {
    const project = await rest.project(key);
    await rest.add(project);
    names.push(project.name);
  }
  await connectionPage.open();
  for (const name of names) {
    await expect(connectionPage.list.getByText(name, { exact: true })).toBeAttached();
  }
});

/** Deleting a project's connection. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test("it asks first, and the project uses Global afterwards", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.chooseAction("Delete connection…");
  const dialog = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(dialog).toContainText("The project will use the Global connection.");
  await expect(dialog).toContainText("The API key itself stays valid.");
  await dialog.getByRole("button", { name: "Delete connection" }).click();

  await expect(connectionPage.row(project.name)).toBeHidden();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  expect(await rest.connectionOf(project.key)).toBeUndefined();
  expect(await rest.effective(project.id)).toMatchObject({ source: "GLOBAL" });
});

test("without an active Global connection, it says that the project will have none", async (
  { connectionPage, rest },
) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.chooseAction("Delete connection…");
  const dialog = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await expect(dialog).toContainText("The project won’t be linked to Test IO");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  expect(await rest.connectionOf(project.key)).toBeDefined();
});

test("a deleted project can be added again", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.chooseAction("Delete connection…");
  const dialog = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await dialog.getByRole("button", { name: "Delete connection" }).click();
  await expect(connectionPage.row(project.name)).toBeHidden();
  await connectionPage.addConnection(project.key);
  await connectionPage.expectSelected(connectionPage.row(project.name));
});

test("the Global connection cannot be deleted", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.openActions();
  await expect(connectionPage.frame.getByRole("menuitem", { name: "Remove key…" })).toBeVisible();
  await expect(connectionPage.frame.getByRole("menuitem", { name: "Delete connection…" })).toBeHidden();
});

test("somebody else was faster: gone is gone", async ({ connectionPage, rest, expectFailure }) => {
  expectFailure(404);
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.chooseAction("Delete connection…");
  await connectionPage.allAnswered();
  await rest.delete(id);
  await connectionPage
    .dialog(`Delete the connection of ${project.name}?`)
    .getByRole("button", { name: "Delete connection" })
    .click();
  await expect(connectionPage.row(project.name)).toBeHidden();
});

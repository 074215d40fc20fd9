/**
 * The server did it, and nobody heard: the connection broke after the commit, or the person stopped waiting. The next
 * attempt finds out. Nothing is done twice, and nothing is called a failure that was none.
 */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import type { Fault } from "../support/sandbox.ts";

/** The request takes effect, and its answer gets lost. */
const LOST = { afterCommit: true, dropConnection: true, times: 1 } as const satisfies Fault;
const NO_ANSWER = "Jira can’t be reached. Check your network. Trying again finds out.";

test("saving", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped");
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...LOST });
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText(NO_ANSWER);
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
  await expect(connectionPage.labelField).toHaveValue("ACME EU");

  await connectionPage.button("Try again").click();
  await expect(connectionPage.detail.getByRole("status").filter({ hasText: /\S/ })).toContainText("Saved.");
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.keyField).toBeHidden();
  const saved = { keyHint: hintOf(KEYS.acmeEu), accountLabel: "ACME EU", version: 2 };
  expect(await rest.connection("global")).toMatchObject(saved);
  expect(await sandbox.writes()).toHaveLength(1);
});

test("saving, with a change of mind in between", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...LOST });
  await connectionPage.labelField.fill("first");
  await connectionPage.saveButton.click();
  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText(NO_ANSWER);

  // What the page finds is not what is wanted now, so the person decides.
  await connectionPage.labelField.fill("second");
  await connectionPage.saveButton.click();
  await connectionPage.button("Save mine anyway").click();
  await expect(connectionPage.globalRow).toContainText("second");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "second", version: 4 });
});

test("adding", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped", 409);
  const { key, name } = await rest.project("SMOK");
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections", method: "POST", ...LOST });
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(key);
  await connectionPage.option(key).click();
  const add = dialog.getByRole("button", { name: "Add connection" });
  await add.click();
  await expect(dialog.getByRole("alert").filter({ hasText: NO_ANSWER })).toBeVisible();

  await add.click();
  await expect(connectionPage.frame.getByText(`${name} has its own connection now. Enter its API key.`)).toBeVisible();
  await expect(connectionPage.keyField).toBeFocused();
  await expect(connectionPage.row(name)).toBeVisible();
  expect(await rest.connections()).toHaveLength(1);
  expect(await rest.connectionOf(key)).toMatchObject({ version: 1 });
});

test("removing the key", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await sandbox.clearRequests();
  await sandbox.addFault({ path: "/connections/global/key", method: "DELETE", ...LOST });
  await connectionPage.chooseAction("Remove key…");
  const dialog = connectionPage.dialog("Remove the API key of the Global connection?");
  await dialog.getByRole("button", { name: "Remove key" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: NO_ANSWER })).toBeVisible();

  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.detail.getByRole("status").filter({ hasText: /\S/ })).toContainText("The API key was removed.");
  await connectionPage.expectStatus("Inactive");
  expect(await rest.connection("global")).toMatchObject({ hasKey: false, version: 3 });
  expect(await sandbox.writes()).toHaveLength(1);
});

test("deleting", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped", 404);
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await sandbox.clearRequests();
  await sandbox.addFault({ path: `/connections/${id}`, method: "DELETE", ...LOST });
  await connectionPage.chooseAction("Delete connection…");
  const dialog = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await dialog.getByRole("button", { name: "Delete connection" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: NO_ANSWER })).toBeVisible();

  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(connectionPage.frame.getByText(`The connection of ${project.name} was deleted.`)).toBeVisible();
  await expect(connectionPage.row(project.name)).toBeHidden();
  await connectionPage.expectSelected(connectionPage.globalRow);
  expect(await rest.connections()).toEqual([]);
  expect(await sandbox.writes()).toHaveLength(1);
});

test("switching off", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await sandbox.clearRequests();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...LOST });
  const active = connectionPage.activeSwitch;
  await connectionPage.switchGlobalOff();
  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText(NO_ANSWER);
  await expect(active, "it shows what is known, not what was asked for").toBeChecked();

  await connectionPage.switchGlobalOff();
  await expect(active).not.toBeChecked();
  await connectionPage.expectStatus("Inactive");
  expect(await rest.connection("global")).toMatchObject({ active: false, hasKey: true, version: 3 });
  expect(await sandbox.writes()).toHaveLength(1);
});

test("stop waiting for a save that was done", async ({ connectionPage, rest, sandbox }) => {
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", afterCommit: true, delayMs: 60_000, times: 1 });
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect.poll(() => rest.connection("global")).toMatchObject({ version: 2 });
  await connectionPage.button("Stop waiting").click();
  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText(
    "There was no answer, so it may have been done all the sameYou stopped waiting. Trying again finds out.",
  );
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);

  await connectionPage.button("Try again").click();
  await expect(connectionPage.detail.getByRole("status").filter({ hasText: /\S/ })).toContainText("Saved.");
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), version: 2 });
});

test("stop waiting for a save that was not done", async ({ connectionPage, rest, sandbox }) => {
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", delayMs: 60_000, times: 1 });
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect.poll(() => sandbox.pendingFaults(), "the request is at the server").toEqual([]);
  await connectionPage.button("Stop waiting").click();
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
  expect(await rest.connection("global")).toMatchObject({ hasKey: false, version: 1 });

  await connectionPage.button("Try again").click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), version: 2 });
});

test("Enter twice is one write", async ({ connectionPage, rest, sandbox, page }) => {
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", delayMs: 500, times: 1 });
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ version: 2 });
  expect(await sandbox.writes()).toHaveLength(1);
});

test("a double click adds one connection", async ({ connectionPage, rest, sandbox }) => {
  const { key, name } = await rest.project("SMOK");
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections", method: "POST", delayMs: 500, times: 1 });
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(key);
  await connectionPage.option(key).click();
  await dialog.getByRole("button", { name: "Add connection" }).dblclick();
  await expect(connectionPage.heading(name)).toBeVisible();
  expect(await sandbox.writes()).toHaveLength(1);
});

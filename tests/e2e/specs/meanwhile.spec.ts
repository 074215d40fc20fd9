/** What others do while the page is open: it says what and who, and leaves what was typed alone. */
import { test as base, expect } from "../fixtures.ts";
import { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import { Rest } from "../support/rest.ts";

/** How long somebody has to be away for the page to ask what has changed. */
const A_WHILE_MS = 16_000;
const CONFLICT = "Somebody else changed this connection";

/** Uwe, a second administrator. */
const test = base.extend<{ readonly uwe: Rest }>({
  uwe: async ({ sandbox, rest: _fresh }, use) => {
    await sandbox.setAdministrator("user", true);
    const uwe = await Rest.logIn(sandbox, "user");
    await use(uwe);
    await uwe.dispose();
  },
});

test("the right is taken away: the page says which, and can be read only from then on", async (
  { connectionPage, rest, sandbox, expectFailure },
) => {
  expectFailure(403);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.allAnswered();
  await sandbox.setAdministrator("admin", false);
  await connectionPage.saveButton.click();

  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText("You need Jira’s “Jira Administrators” permission");
  await expect(connectionPage.frame.getByText("You can look, but not change anything here")).toBeVisible();
  await expect(connectionPage.labelField).toHaveValue("ACME EU");
  await expect(connectionPage.saveButton).toBeDisabled();
  await expect(connectionPage.saveButton).toHaveAccessibleDescription(/“Jira Administrators” permission/);
  await expect(connectionPage.list.getByRole("button", { name: "Add connection" })).toBeDisabled();
  expect(await rest.connection("global")).toMatchObject({ accountLabel: null, version: 2 });

  await sandbox.setAdministrator("admin", true);
});

test("somebody else saved another key, a label and the switch: it says what and who", async (
  { connectionPage, rest, uwe, expectFailure },
) => {
  expectFailure(412);
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await connectionPage.open();
  await connectionPage.labelField.fill("mine");
  await connectionPage.allAnswered();
  await uwe.update("global", { apiKey: KEYS.globex, accountLabel: "Globex", active: false });
  await connectionPage.saveButton.click();

  const conflict = connectionPage.detail.getByRole("alert").filter({ hasText: CONFLICT });
  await expect(conflict).toContainText("Last changed by Uwe User");
  await expect(conflict.getByRole("listitem")).toHaveText([
    `Another API key was saved, ending in ${hintOf(KEYS.globex)}.`,
    "The account label was changed from “ACME EU” to “Globex”.",
    "The connection was switched off.",
  ]);
  await expect(connectionPage.labelField).toHaveValue("mine");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "Globex", version: 3 });

  await connectionPage.button("Use theirs").click();
  await expect(connectionPage.labelField).toHaveValue("Globex");
  await expect(conflict).toBeHidden();
  await connectionPage.expectStatus("Inactive");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "Globex", version: 3 });
});

test("somebody else removed the key: a typed one is saved over that only when one says so", async (
  { connectionPage, rest, uwe, expectFailure },
) => {
  expectFailure(412);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill(KEYS.globex);
  await connectionPage.allAnswered();
  await uwe.removeKey("global");
  await connectionPage.saveButton.click();
  const conflict = connectionPage.detail.getByRole("alert").filter({ hasText: CONFLICT });
  await expect(conflict.getByRole("listitem")).toHaveText(["The API key was removed.", "The connection was switched off."]);
  await expect(connectionPage.keyField).toHaveValue(KEYS.globex);

  await connectionPage.button("Save mine anyway").click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.globex), version: 4 });
});

test("the connection is deleted under one's hands", async ({ connectionPage, rest, uwe, expectFailure }) => {
  expectFailure(404);
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.keyField.fill(KEYS.acmeUs);
  await connectionPage.allAnswered();
  await uwe.delete(id);
  await connectionPage.saveButton.click();

  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText("This connection is gone");
  await expect(connectionPage.row(project.name)).toBeHidden();
  await connectionPage.button("Go to the Global connection").click();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

test("the same save in two tabs is one write", async ({ connectionPage, rest, sandbox, page, expectFailure }) => {
  expectFailure(412);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  const other = new ConnectionPage(await page.context().newPage(), sandbox);
  await connectionPage.open();
  await other.open();
  await connectionPage.labelField.fill("ACME EU");
  await other.labelField.fill("ACME EU");
  await other.allAnswered();
  await connectionPage.saveButton.click();
  await expect(connectionPage.detail.getByRole("status").filter({ hasText: /\S/ })).toContainText("Saved.");
  await other.saveButton.click();
  await expect(other.detail.getByRole("alert").filter({ hasText: CONFLICT })).toContainText("Last changed by Ana Admin");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU", version: 3 });
});

test("what changed while one was away is there on return", async ({ connectionPage, rest, uwe, sandbox, page }) => {
  await page.clock.install();
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await expect(connectionPage.frame.getByText(/^Global connection active/)).toBeVisible();
  await connectionPage.allAnswered();
  await uwe.update("global", { active: false });
  await uwe.add(await rest.project("SMOK"));

  await sandbox.clearRequests();
  await connectionPage.comeBack();
  expect(await sandbox.requests(), "going to and fro asks nothing").toEqual([]);

  await page.clock.fastForward(A_WHILE_MS);
  await connectionPage.comeBack();
  await expect(connectionPage.frame.getByText(/^Global connection inactive/)).toBeVisible();
  await expect(connectionPage.globalRow).toContainText("Inactive");
  await connectionPage.expectStatus("Inactive");
  await expect(connectionPage.detail.getByRole("switch", { name: "Active" })).not.toBeChecked();
  await expect(connectionPage.projectRows).toHaveCount(1);
});

test("a project that is renamed meanwhile has its new name wherever the page names it", async (
  { connectionPage, rest, sandbox, page },
) => {
  await page.clock.install();
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.allAnswered();
  await sandbox.rename(project.id, "Acceptance testing");
  await page.clock.fastForward(A_WHILE_MS);
  await connectionPage.comeBack();

  await expect(connectionPage.row("Acceptance testing")).toBeVisible();
  await expect(connectionPage.heading("Acceptance testing (SMOK)")).toBeVisible();
  await expect(connectionPage.button("More actions for Acceptance testing")).toBeVisible();
  for (const [item, title] of [
    ["Remove key…", "Remove the API key of Acceptance testing?"],
    ["Delete connection…", "Delete the connection of Acceptance testing?"],
  ] as const) {
    await connectionPage.chooseAction(item);
    await connectionPage.dialog(title).getByRole("button", { name: "Cancel" }).click();
  }
  await expect(connectionPage.frame.getByText(project.name)).toHaveCount(0);
});

test("on return, what was typed is not touched", async ({ connectionPage, rest, uwe, page, expectFailure }) => {
  expectFailure(412);
  await page.clock.install();
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.labelField.fill("mine");
  await connectionPage.allAnswered();
  await uwe.update("global", { active: false });
  await page.clock.fastForward(A_WHILE_MS);
  await connectionPage.comeBack();

  await expect(connectionPage.globalRow).toContainText("Inactive");
  await expect(connectionPage.labelField).toHaveValue("mine");
  await connectionPage.saveButton.click();
  const conflict = connectionPage.detail.getByRole("alert").filter({ hasText: CONFLICT });
  await expect(conflict.getByRole("listitem")).toHaveText(["The connection was switched off."]);
  await connectionPage.button("Save mine anyway").click();
  await expect(connectionPage.detail.getByRole("status").filter({ hasText: /\S/ })).toContainText("Saved.");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "mine", active: false, version: 4 });
});

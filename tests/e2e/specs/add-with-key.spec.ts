/** Adding a connection together with its key: verified before anything is made, and one after the other. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";

async function dialogFor(connectionPage: ConnectionPage, projectKey: string) {
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(projectKey);
  await connectionPage.option(projectKey).click();
  return dialog;
}

test("with a key, the project is never without a connection that works", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  const { name } = await rest.project("SMOK");
  await connectionPage.open();
  const dialog = await dialogFor(connectionPage, "SMOK");
  await expect(dialog).toContainText(`${name} uses the Global connection until now.`);
  await expect(dialog).toContainText("nothing is synchronised until that has an API key");
  await dialog.getByLabel("API key", { exact: true }).fill(KEYS.acmeUs);
  await expect(dialog).toContainText(`${name} uses the Global connection until now, and its own from then on.`);
  await dialog.getByLabel("Account label").fill("ACME US");
  await expectAccessible(connectionPage.frame);
  await sandbox.clearRequests();
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.heading(name)).toBeFocused();
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.frame.getByText(`${name} has its own connection now.`)).toBeVisible();
  expect(await rest.connectionOf("SMOK")).toMatchObject({
    accountLabel: "ACME US", keyHint: hintOf(KEYS.acmeUs), status: "CONNECTED", version: 1,
  });
  expect(await sandbox.writes()).toHaveLength(1);
});

test("a refused key adds nothing, and is refused at its field", async ({ connectionPage, rest, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  const dialog = await dialogFor(connectionPage, "SMOK");
  const key = dialog.getByLabel("API key", { exact: true });
  await key.fill(KEYS.revoked);
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await connectionPage.expectInvalid(key, "Test IO didn’t accept this API key");
  await expect(key).toBeFocused();
  await expect(key).toHaveValue(KEYS.revoked);
  await expect(dialog.getByRole("combobox", { name: "Jira project" })).not.toHaveValue("");
  expect(await rest.connectionOf("SMOK")).toBeUndefined();
});

test("a key that makes no sense is not even sent", async ({ connectionPage, sandbox }) => {
  await connectionPage.open();
  const dialog = await dialogFor(connectionPage, "SMOK");
  const key = dialog.getByLabel("API key", { exact: true });
  await key.fill("•••• 4f2a");
  await sandbox.clearRequests();
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await connectionPage.expectInvalid(key, "This is a masked display of an API key");
  expect(await sandbox.writes()).toHaveLength(0);
});

test("Test IO out of reach: try again, or add without verifying", async (
  { connectionPage, page, rest, sandbox, expectFailure },
) => {
  expectFailure(424);
  await page.setViewportSize({ width: 1366, height: 700 });
  const { name } = await rest.project("SMOK");
  await connectionPage.open();
  await sandbox.addFault({ target: "testio", dropConnection: true });
  const dialog = await dialogFor(connectionPage, "SMOK");
  await dialog.getByLabel("API key", { exact: true }).fill(KEYS.acmeUs);
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog.getByRole("alert").getByRole("button", { name: "Try again" })).toBeInViewport();
  expect(await rest.connectionOf("SMOK")).toBeUndefined();
  await dialog.getByRole("button", { name: "Add without verifying" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.heading(name)).toBeFocused();
  await connectionPage.expectStatus("Not verified");
});

test("several projects of one account, its key typed once, by keyboard", async ({ connectionPage, page, rest, sandbox }) => {
  // An account that has the key already changes nothing.
  await rest.update("global", { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await sandbox.clearRequests();
  const dialog = await dialogFor(connectionPage, "SMOK");
  await dialog.getByLabel("API key", { exact: true }).fill(KEYS.acmeUs);
  await dialog.getByLabel("Account label").fill("ACME US");
  await dialog.getByRole("button", { name: "Add another" }).press("Enter");
  const account = dialog.getByLabel("API key of an account");
  await expect(dialog.getByRole("status").filter({ hasText: "has its own connection now" })).toBeVisible();
  const project = dialog.getByRole("combobox", { name: "Jira project" });
  await expect(project).toBeFocused();
  await expect(project).toHaveValue("");
  await expect(account.locator("option:checked")).toHaveText("The key of Smoke testing, once more");
  await expect(dialog.getByLabel("API key", { exact: true })).toBeHidden();
  await expectAccessible(connectionPage.frame);

  for (const key of ["SHOP", "PAY"]) {
    await expect(project).toHaveValue("");
    await page.keyboard.insertText(key);
    await expect(connectionPage.option(key)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Add another" }).press("Enter");
    await expect.poll(() => rest.connectionOf(key)).toMatchObject({
      status: "CONNECTED", keyHint: hintOf(KEYS.acmeUs), accountLabel: "ACME US",
    });
  }
  await expect(project).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.projectRows).toHaveCount(3);
  expect(await sandbox.writes()).toHaveLength(3);
});

test("the key of an account that is there", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await connectionPage.open();
  const dialog = await dialogFor(connectionPage, "SMOK");
  await dialog.getByLabel("API key of an account").selectOption({ label: `The key of ACME EU, ••••\u00a0${hintOf(KEYS.acmeEu)} (1 connection)` });
  await expect(dialog.getByLabel("API key", { exact: true })).toBeHidden();
  await expectAccessible(connectionPage.frame);
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog).toBeHidden();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connectionOf("SMOK")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), accountLabel: "ACME EU", sameKey: 1 });
});

test("one that was added and nobody heard of it is found again", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure("dropped", 409);
  const { name } = await rest.project("SMOK");
  await connectionPage.open();
  const dialog = await dialogFor(connectionPage, "SMOK");
  await dialog.getByLabel("API key", { exact: true }).fill(KEYS.acmeUs);
  await sandbox.addFault({ path: "/connections", method: "POST", afterCommit: true, dropConnection: true, times: 1 });
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "Trying again finds out." })).toBeVisible();
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.frame.getByText(`${name} has its own connection now.`)).toBeVisible();
  await connectionPage.expectStatus("Connected");
});

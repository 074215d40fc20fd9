/** One key in many connections: replaced in all of them, verified once, all or none. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { hintOf, KEYS } from "../support/demo.ts";

const PROJECTS = ["SMOK", "SHOP", "PAY"] as const;

test.beforeEach(async ({ rest }) => {
  for (const key of PROJECTS) {
    await rest.add(await rest.project(key), { apiKey: KEYS.revoked, verify: false });
  }
  await rest.test((await rest.connectionOf("SMOK"))!.id);
  await rest.add(await rest.project("CHK"), { apiKey: KEYS.globex });
});

test("a refused key is replaced wherever it is, by keyboard, and Test IO is asked once", async (
  { connectionPage, page, rest, sandbox },
) => {
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await expect(connectionPage.detail.getByText("2 other connections use the same key.")).toBeVisible();
  await connectionPage.button("Replace key").focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.keyField).toBeFocused();
  const everywhere = connectionPage.detail.getByLabel("Also replace it in the 2 other connections with the same key");
  await expect(everywhere).toBeChecked();
  await page.keyboard.insertText(KEYS.acmeUs);
  await expectAccessible(connectionPage.frame);
  await expect(connectionPage.button("Save in 3 connections")).toBeVisible();
  await sandbox.clearRequests();
  await page.keyboard.press("Enter");
  await expect(connectionPage.detail.getByText("Saved in 3 connections.")).toBeVisible();
  await connectionPage.expectStatus("Connected");
  for (const name of ["Web shop", "Payments"]) {
    await expect(connectionPage.row(name)).toContainText("Connected");
  }
  for (const key of PROJECTS) {
    expect(await rest.connectionOf(key)).toMatchObject({ status: "CONNECTED", keyHint: hintOf(KEYS.acmeUs) });
  }
  expect(await rest.connectionOf("CHK")).toMatchObject({ keyHint: hintOf(KEYS.globex) });
  expect(await sandbox.writes()).toHaveLength(1);
});

test("a key that works is replaced here alone, unless somebody says otherwise", async ({ connectionPage, rest }) => {
  const [here, there] = [await rest.project("DOCS"), await rest.project("MOB")];
  for (const project of [here, there]) {
    await rest.add(project, { apiKey: KEYS.acmeEu });
  }
  await connectionPage.open();
  await connectionPage.select(here.name);
  await connectionPage.button("Replace key").click();
  await expect(connectionPage.detail.getByLabel(/^Also replace it in the 1 other connection/)).not.toBeChecked();
  await connectionPage.saveKey(KEYS.acmeUs);
  await expect(connectionPage.detail.getByText("Saved.")).toBeVisible();
  expect(await rest.connectionOf(there.key)).toMatchObject({ keyHint: hintOf(KEYS.acmeEu) });
  await expect(connectionPage.detail.getByText(/other connections? use/)).toBeHidden();
});

test("a refused key changes none of them, and stays in its field", async ({ connectionPage, rest, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill("0".repeat(40));
  await connectionPage.button("Save in 3 connections").click();
  await connectionPage.expectInvalid(connectionPage.keyField, "Test IO didn’t accept this API key, so nothing was saved.");
  await expect(connectionPage.keyField).toHaveValue("0".repeat(40));
  for (const key of PROJECTS) {
    expect(await rest.connectionOf(key)).toMatchObject({ keyHint: hintOf(KEYS.revoked) });
  }
});

test("others that have changed meanwhile are shown, and not overwritten", async ({ connectionPage, rest, expectFailure }) => {
  expectFailure(412);
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill(KEYS.acmeUs);
  await connectionPage.allAnswered();
  const shop = (await rest.connectionOf("SHOP"))!;
  await rest.update(shop.id, { apiKey: KEYS.globex });
  await connectionPage.button("Save in 3 connections").click();
  const conflict = connectionPage.detail.getByRole("alert").filter({ hasText: "Other connections have got or lost this key" });
  await expect(conflict.getByText("The same key is now used by 1 other connection.")).toBeVisible();
  await expect(conflict, "nobody has changed this one").not.toContainText("Last changed by");
  expect(await rest.connectionOf("PAY")).toMatchObject({ keyHint: hintOf(KEYS.revoked) });
  await connectionPage.button("Save mine anyway").click();
  await expect(connectionPage.detail.getByText("Saved in 2 connections.")).toBeVisible();
  expect(await rest.connectionOf("SHOP")).toMatchObject({ keyHint: hintOf(KEYS.globex) });
  expect(await rest.connectionOf("PAY")).toMatchObject({ keyHint: hintOf(KEYS.acmeUs) });
});

test("one whose answer was lost is recognised in all of them", async ({ connectionPage, sandbox, rest, expectFailure }) => {
  expectFailure("dropped");
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill(KEYS.acmeUs);
  await sandbox.addFault({ path: "/connections/*", method: "PUT", times: 1, afterCommit: true, dropConnection: true });
  await sandbox.clearRequests();
  await connectionPage.button("Save in 3 connections").click();
  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: "Trying again finds out." })).toBeVisible();
  await connectionPage.button("Try again").click();
  await expect(connectionPage.detail.getByText("Saved in 3 connections.")).toBeVisible();
  expect(await sandbox.writes()).toHaveLength(1);
  expect(await rest.connectionOf("PAY")).toMatchObject({ status: "CONNECTED" });
});

test("Global takes part, together with projects", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.revoked, verify: false });
  await rest.test("global");
  await connectionPage.open();
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.button("Save in 4 connections").click();
  await expect(connectionPage.detail.getByText("Saved in 4 connections.")).toBeVisible();
  await expect(connectionPage.globalRow).toContainText("Connected");
  expect(await rest.connectionOf("PAY")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu) });
});

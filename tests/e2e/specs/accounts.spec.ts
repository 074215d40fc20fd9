/** The Test IO accounts behind the connections, and labels that don't fit them. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";

test("labels that fit their accounts are no news", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(2);
  await expect(connectionPage.frame.getByRole("button", { name: /^Check/ })).toHaveCount(0);
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("No label stands for several API keys, and no API key has several labels.")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toContainText([/ACME EU.*1 connection.*Web Shop/, /ACME US.*2 connections/]);
  await expectAccessible(connectionPage.frame);
});

test("labels that don’t are shown at once, by keyboard too", async ({ connectionPage, page, rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeUs, accountLabel: "Acme America" });
  await rest.add(await rest.project("PAY"), { apiKey: KEYS.globex, accountLabel: "ACME US" });
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  // Both that have a label in common, and the one without any.
  const check = connectionPage.frame.getByRole("button", { name: "Check 3 account labels" });
  await check.focus();
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("Check 3 account labels")).toBeVisible();
  await expect(dialog.getByText(/^Several labels: “(ACME US|Acme America)”, “(ACME US|Acme America)”\./)).toBeVisible();
  await expect(dialog.getByText(/^“ACME US” is also the label of other API keys \(1\)/)).toHaveCount(2);
  await expect(dialog.getByText("No label. Rename gives it one.")).toBeVisible();
  await expectAccessible(connectionPage.frame);
  await page.keyboard.press("Escape");
  await expect(check).toBeFocused();
});

test("a label that was mended is no longer doubtful", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME" });
  await connectionPage.open();
  const check = connectionPage.frame.getByRole("button", { name: "Check 1 account label" });
  await expect(check).toBeVisible();
  await connectionPage.select("Smoke testing");
  await connectionPage.labelField.fill("ACME US");
  await connectionPage.saveButton.click();
  await expect(check).toBeHidden();
});

test("accounts that can’t be read are asked for again", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure(503);
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await sandbox.addFault({ path: "/accounts", method: "GET", status: 503, contentType: "text/html", body: "Down" });
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("The accounts couldn’t be loaded")).toBeVisible();
  await sandbox.clearFaults();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText("No label stands for several API keys, and no API key has several labels.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
});

test("each key with its connections, what is odd about its labels, and what mends that", async (
  { connectionPage, page, rest },
) => {
  await rest.update("global", { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "Acme America" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex });
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  const acme = dialog.getByRole("listitem").filter({ hasText: "2 connections, Global among them: 2 Connected" });
  await expect(dialog.getByText("Check 2 account labels")).toBeVisible();
  await expect(acme).toContainText(/Several labels: “(ACME US|Acme America)”, “(ACME US|Acme America)”\./);
  await expect(dialog.getByRole("listitem").filter({ hasText: "No label. Rename gives it one." })).toContainText("1 connection");
  await expectAccessible(connectionPage.frame);

  await acme.getByRole("button", { name: "Rename" }).press("Enter");
  const label = acme.getByLabel("New account label");
  await expect(label).toBeFocused();
  await label.fill("ACME");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("status").getByText("2 connections were renamed.")).toBeVisible();
  await expect(dialog.getByRole("listitem").filter({ hasText: "2 connections" })).not.toContainText("Several labels");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME" });
  expect(await rest.connectionOf("SMOK")).toMatchObject({ accountLabel: "ACME" });
});

test("an account leads to its connections, and to its key", async ({ connectionPage, rest }) => {
  for (const key of ["SMOK", "SHOP"]) {
    await rest.add(await rest.project(key), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  }
  await rest.add(await rest.project("PAY"), { apiKey: KEYS.globex, accountLabel: "ACME US" });
  await connectionPage.open();
  const open = async () => {
    await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
    await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
    return connectionPage.dialog("Test IO accounts").getByRole("listitem").filter({ hasText: "2 connections" });
  };
  await (await open()).getByRole("button", { name: "Show connections" }).click();
  await expect(connectionPage.projectRows).toHaveCount(2);
  await expect(connectionPage.list.getByLabel("Account").locator("option:checked")).toHaveText("Same API key");
  await connectionPage.list.getByLabel("Account").selectOption({ label: "Any account" });
  await expect(connectionPage.projectRows).toHaveCount(3);

  await (await open()).getByRole("button", { name: "Replace key everywhere" }).click();
  await expect(connectionPage.keyField).toBeFocused();
  await expect(connectionPage.detail.getByLabel(/^Also replace it in the 1 other connection/)).toBeChecked();
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.button("Save in 2 connections").click();
  await expect(connectionPage.detail.getByText("Saved in 2 connections.")).toBeVisible();
});

test("who may not change anything sees the accounts, and why nothing can be done", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await sandbox.setAdministrator("admin", false);
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const account = connectionPage.dialog("Test IO accounts").getByRole("listitem");
  for (const name of ["Replace key everywhere", "Rename"]) {
    const button = account.getByRole("button", { name });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/Jira Administrators/);
  }
  // Its only connection is Global, which is in no list.
  await account.getByRole("button", { name: "Show connections" }).click();
  await expect(connectionPage.dialog("Test IO accounts")).toBeHidden();
  await connectionPage.expectSelected(connectionPage.globalRow);
});

test("an account that others have joined meanwhile is not renamed unseen", async (
  { connectionPage, page, rest, expectFailure },
) => {
  expectFailure(412);
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  const account = dialog.getByRole("listitem").first();
  await expect(account).toContainText("2 connections");
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeEu });
  await account.getByRole("button", { name: "Rename" }).click();
  await account.getByLabel("New account label").fill("ACME Europe");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("These connections have changed meanwhile. Here is how they are now.")).toBeVisible();
  await expect(account).toContainText("3 connections");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU" });
  expect(await rest.connectionOf("SHOP")).toMatchObject({ accountLabel: null });
});

test("a key that was to be replaced everywhere is left alone by who keeps editing instead", async ({ connectionPage, rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.labelField.fill("not saved");
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  await connectionPage.dialog("Test IO accounts").getByRole("button", { name: "Replace key everywhere" }).click();
  await connectionPage.frame.getByRole("alertdialog").getByRole("button", { name: "Keep editing" }).click();
  await connectionPage.button("Cancel").click();
  await connectionPage.select("Smoke testing");
  await expect(connectionPage.button("Replace key")).toBeVisible();
  await expect(connectionPage.keyField).toBeHidden();
});

/** The Test IO accounts behind the connections, and labels that don't fit them. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";

test("labels that fit their accounts are no news", async ({ connectionPage, page, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(2);
  await expect(connectionPage.frame.getByRole("button", { name: /^Check/ })).toHaveCount(0);
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("Every label stands for one account.")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toContainText([/ACME EU.*1 connection.*Web Shop/, /ACME US.*2 connections/]);
  await expectAccessible(page);
});

test("labels that don’t are shown at once, by keyboard too", async ({ connectionPage, page, rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeUs, accountLabel: "Acme America" });
  await rest.add(await rest.project("PAY"), { apiKey: KEYS.globex, accountLabel: "ACME US" });
  await connectionPage.open();
  const check = connectionPage.frame.getByRole("button", { name: "Check 2 account labels" });
  await check.focus();
  await page.keyboard.press("Enter");
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText(/“(ACME US|Acme America)”, “(ACME US|Acme America)” show the same Test IO products/)).toBeVisible();
  await expect(dialog.getByText(/^“ACME US” stands for different Test IO products/)).toBeVisible();
  await expectAccessible(page);
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

test("connections that can’t be read are asked for again", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure(503);
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await sandbox.addFault({ path: "/connections", method: "GET", status: 503, contentType: "text/html", body: "Down" });
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("The connections couldn’t be loaded")).toBeVisible();
  await sandbox.clearFaults();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText("Every label stands for one account.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
});

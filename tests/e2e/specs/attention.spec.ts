/** What needs attention: how much of it there is, and the way to it. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";

test.beforeEach(async ({ rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, verify: false });
  await rest.add(await rest.project("PAY"));
});

test("the summary counts it, and shows it alone", async ({ connectionPage, page, rest }) => {
  await connectionPage.open();
  const toggle = connectionPage.frame.getByRole("button", { name: "2 connections need attention" });
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  // A missing key is graver than one that nobody has checked.
  await expect(connectionPage.projectRows).toContainText([/Payments.*Key missing/, /Web shop.*Not verified/]);
  await expect(connectionPage.list.getByRole("status")).toHaveText("2 connections");
  await expect(connectionPage.list.getByLabel("Status")).toHaveValue("ATTENTION");
  await expectAccessible(page);

  await toggle.click();
  await expect(connectionPage.projectRows).toHaveCount((await rest.connections()).length);
});

test("by keyboard, together with words of a name", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "2 connections need attention" }).focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.projectRows).toHaveCount(2);
  await connectionPage.filterField.fill("pay");
  await expect(connectionPage.projectRows).toHaveCount(1);
  await expect(connectionPage.row("Payments")).toBeVisible();
});

test("what was mended counts no longer", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.list.getByLabel("Status").selectOption({ label: "Attention (2)" });
  await connectionPage.select((await rest.project("PAY")).name);
  await connectionPage.saveKey(KEYS.acmeUs);
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.frame.getByRole("button", { name: "1 connection needs attention" })).toBeVisible();
});

test("Global alone is opened", async ({ connectionPage, rest }) => {
  for (const { id } of await rest.connections()) {
    await rest.delete(id);
  }
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await rest.update("global", { apiKey: KEYS.acmeEu, verify: false });
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.frame.getByRole("button", { name: "1 connection needs attention" }).click();
  await connectionPage.expectSelected(connectionPage.globalRow);
  await expect(connectionPage.heading("Global (default)")).toBeFocused();
});

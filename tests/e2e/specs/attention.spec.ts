/** What needs attention: how much of it there is, and the way to it. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";

test.beforeEach(async ({ rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, verify: false });
  await rest.add(await rest.project("PAY"));
});

test("the summary counts it, and shows it alone", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const toggle = connectionPage.frame.getByRole("button", { name: "2 connections need attention" });
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  // A missing key is graver than one that nobody has checked.
  await expect(connectionPage.projectRows).toContainText([/Payments.*Key missing/, /Web shop.*Not verified/]);
  await expect(connectionPage.list.getByRole("status")).toHaveText("2 connections");
  await expect(connectionPage.list.getByLabel("Status")).toHaveValue("ATTENTION");
  await expectAccessible(connectionPage.frame);

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

for (const [window, size, times] of [["wide", { width: 1280, height: 800 }, 2], ["narrow", { width: 600, height: 800 }, 1]] as const) {
  test(`what is open already gets the focus in a ${window} window`, async ({ connectionPage, page, rest }) => {
    await page.setViewportSize(size);
    for (const { id } of await rest.connections()) {
      await rest.delete(id);
    }
    await rest.update("global", { apiKey: KEYS.acmeEu, verify: false });
    await connectionPage.open();
    for (let time = 0; time < times; time += 1) {
      await connectionPage.frame.getByRole("button", { name: "1 connection needs attention" }).press("Enter");
      await expect(connectionPage.heading("Global (default)")).toBeFocused();
    }
  });
}

test("the walk leads from one to the next, by keyboard, until all is well", async ({ connectionPage, page, rest }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "2 connections need attention" }).focus();
  await page.keyboard.press("Enter");
  // The gravest is open at once.
  await expect(connectionPage.heading("Payments")).toBeFocused();
  await connectionPage.keyField.focus();
  await page.keyboard.insertText(KEYS.acmeUs);
  await page.keyboard.press("Enter");
  await connectionPage.expectStatus("Connected");
  const next = connectionPage.detail.getByRole("button", { name: "Next: Web shop" });
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.heading("Web shop")).toBeFocused();
  await expectAccessible(connectionPage.frame);

  await connectionPage.detail.getByRole("button", { name: "Test connection" }).focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.detail.getByRole("status").getByText("All is well: no connection needs attention any more.")).toBeVisible();
  await expectAccessible(connectionPage.frame);
  await connectionPage.detail.getByRole("button", { name: "Show all connections" }).focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.projectRows).toHaveCount((await rest.connections()).length);
  await expect(connectionPage.detail.getByText("All is well")).toBeHidden();
});

test("a deleted connection leads to the next one, too", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "2 connections need attention" }).click();
  await expect(connectionPage.heading("Payments")).toBeFocused();
  await connectionPage.chooseAction("Delete connection…");
  const dialog = connectionPage.dialog("Delete the connection of Payments?");
  await dialog.getByRole("button", { name: "Delete connection" }).click();
  await expect(connectionPage.heading("Web shop")).toBeFocused();
});

test("with words in the filter, the walk says what it is about", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "2 connections need attention" }).click();
  await connectionPage.filterField.fill("pay");
  await expect(connectionPage.projectRows).toHaveCount(1);
  await connectionPage.saveKey(KEYS.acmeUs);
  await expect(
    connectionPage.detail.getByText("None of the connections that the filter shows needs attention any more."),
  ).toBeVisible();
});

test("connections of archived projects are deleted together, after one question that names them", async (
  { connectionPage, rest, sandbox },
) => {
  const gone = [await rest.project("SMOK"), await rest.project("SHOP")];
  for (const project of gone) {
    await sandbox.archive(project.id);
  }
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "3 connections need attention" }).click();
  await expect(connectionPage.heading("Smoke testing")).toBeFocused();
  await connectionPage.detail.getByRole("button", { name: "Delete all 2 connections of archived or deleted projects…" })
    .press("Enter");
  const dialog = connectionPage.dialog("Delete connections of archived or deleted projects?");
  await expect(dialog.getByRole("listitem")).toHaveText(gone.map(({ name }) => name));
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expectAccessible(connectionPage.frame);
  await sandbox.clearRequests();
  await dialog.getByRole("button", { name: "Delete connections" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.frame.getByText("2 connections were deleted.")).toBeVisible();
  await expect(connectionPage.heading("Payments")).toBeFocused();
  expect((await rest.connections()).map(({ project }) => project?.key)).toEqual(["PAY"]);
  const deleted = (await sandbox.writes()).filter(({ method }) => method === "DELETE");
  expect(deleted).toHaveLength(2);
});

test("what could not be deleted is said, and found out anew", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure(503);
  for (const key of ["SMOK", "SHOP"]) {
    await sandbox.archive((await rest.project(key)).id);
  }
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.detail.getByRole("button", { name: /^Delete all 2/ }).click();
  const dialog = connectionPage.dialog("Delete connections of archived or deleted projects?");
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await sandbox.addFault({ method: "DELETE", status: 503, contentType: "text/html", body: "Down" });
  await dialog.getByRole("button", { name: "Delete connections" }).click();
  await expect(dialog.getByText("Deleted: 0. Left: 2.")).toBeVisible();
  await sandbox.clearFaults();
  await dialog.getByRole("button", { name: "Look again" }).click();
  await dialog.getByRole("button", { name: "Delete connections" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.frame.getByText("2 connections were deleted.")).toBeVisible();
});

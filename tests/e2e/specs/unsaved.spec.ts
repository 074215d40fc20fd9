/** Unsaved input is guarded on every way out. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test("another row: keep editing, or discard", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.acmeEu);

  await connectionPage.row(project.name).click();
  const dialog = connectionPage.dialog("Leave without saving?");
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);

  await connectionPage.row(project.name).click();
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await connectionPage.globalRow.click();
  await expect(connectionPage.keyField).toHaveValue("");
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });
});

test("Back", async ({ connectionPage, rest, page }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.row(project.name).click();
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await connectionPage.labelField.fill("not saved");

  await page.goBack();
  const dialog = connectionPage.dialog("Leave without saving?");
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await expect(connectionPage.labelField).toHaveValue("not saved");
  await expect(connectionPage.heading(project.name)).toBeVisible();
});

test("closing the tab or following a link out of the page", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.labelField.fill("not saved");
  const asked = page.waitForEvent("dialog");
  await page.reload({ waitUntil: "commit", timeout: 5_000 }).catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(connectionPage.labelField).toHaveValue("not saved");
});

test("nothing typed, nothing asked", async ({ connectionPage, rest, page }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.keyField.fill("");
  await connectionPage.row(project.name).click();
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await page.reload();
  await expect(connectionPage.globalRow).toBeVisible();
});

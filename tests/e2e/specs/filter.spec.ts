/** Finding a connection in the list. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test.beforeEach(async ({ rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, accountLabel: "Globex" });
  await rest.add(await rest.project("PAY"));
});

test("by name and by key, whatever the case", async ({ connectionPage, rest }) => {
  const smoke = await rest.project("SMOK");
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(3);
  for (const text of [smoke.name.toUpperCase(), "smok"]) {
    await connectionPage.filterField.fill(text);
    await expect(connectionPage.projectRows).toHaveCount(1);
    await expect(connectionPage.row(smoke.name)).toBeVisible();
  }
  await connectionPage.filterField.fill("");
  await expect(connectionPage.projectRows).toHaveCount(3);
});

test("a text that is too long is cut where the server's limit is, and that is said", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.filterField.click();
  await page.keyboard.insertText("x".repeat(100_000));
  await expect(connectionPage.list.getByText("There is no room for more than 255 characters.")).toBeVisible();
  await expect(connectionPage.list.getByText("No connection matches this filter.")).toBeVisible();
  await connectionPage.filterField.fill("");
  await expect(connectionPage.projectRows).toHaveCount(3);
});

test("by status", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.list.getByLabel("Status").selectOption({ label: "Key missing (1)" });
  await expect(connectionPage.projectRows).toHaveCount(1);
  await expect(connectionPage.row((await rest.project("PAY")).name)).toBeVisible();
});

test("by account", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.list.getByLabel("Account").selectOption({ label: "Globex (1)" });
  await expect(connectionPage.projectRows).toHaveCount(1);
  await expect(connectionPage.row((await rest.project("SHOP")).name)).toBeVisible();
});

test("nothing found says so, and Global stays in sight", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.filterField.fill("no such project");
  await expect(connectionPage.list.getByText("No connection matches this filter.")).toBeVisible();
  await expect(connectionPage.globalRow).toBeVisible();
  await connectionPage.filterField.clear();
  await expect(connectionPage.projectRows).toHaveCount(3);
});

test("the list is sorted by project name", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const names = (await rest.connections()).map(({ project }) => project!.name);
  await expect(connectionPage.projectRows).toContainText(names);
});

test("it stays under the hands that empty it when only one connection is left", async ({ connectionPage, page, rest }) => {
  await rest.delete((await rest.connectionOf("SMOK"))!.id);
  const shop = await rest.project("SHOP");
  await connectionPage.open();
  await connectionPage.filterField.fill(shop.name);
  await connectionPage.select(shop.name);
  await connectionPage.chooseAction("Delete connection…");
  await connectionPage.dialog(`Delete the connection of ${shop.name}?`).getByRole("button", { name: "Delete connection" }).click();
  await expect(connectionPage.list.getByText("No connection matches this filter.")).toBeVisible();
  await connectionPage.filterField.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(connectionPage.projectRows).toHaveCount(1);
  await expect(connectionPage.filterField).toBeFocused();
});

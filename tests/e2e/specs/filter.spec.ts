/** Finding a connection in the list, and projects that have none. */
import { expect, test } from "../fixtures.ts";
import { asked } from "../support/asked.ts";
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

test("the heading counts what is shown of how many", async ({ connectionPage }) => {
  await connectionPage.open();
  const heading = (count: string) =>
    expect(connectionPage.list.getByRole("heading", { name: /^Jira Project specific/ })).toHaveText(`Jira Project specific (${count})`);
  await heading("3");
  await connectionPage.filterField.fill("smok");
  await heading("1 of 3");
  await connectionPage.filterField.fill("no such project");
  await heading("0 of 3");
  await connectionPage.filterField.fill("");
  await heading("3");
});

test("what finds nothing is cleared at once, text, status and account", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const status = connectionPage.list.getByLabel("Status");
  await status.selectOption({ label: "Key missing (1)" });
  await connectionPage.filterField.fill("smok");
  const clear = connectionPage.list.getByRole("button", { name: "Clear filter" });
  for (const press of [() => clear.click(), () => clear.focus().then(() => page.keyboard.press("Enter"))]) {
    await press();
    await expect(connectionPage.projectRows).toHaveCount(3);
    await expect(connectionPage.filterField).toBeFocused();
    await expect(connectionPage.filterField).toHaveValue("");
    await expect(status).toHaveValue("");
    await connectionPage.filterField.fill("no such project");
    await expect(clear).toBeVisible();
  }
});

test("with the last connection gone, the focus stays in the list that is not filtered any more", async (
  { connectionPage, rest, expectFailure },
) => {
  expectFailure(404);
  for (const key of ["SMOK", "PAY"]) {
    await rest.delete((await rest.connectionOf(key))!.id);
  }
  await rest.add(await rest.project("CHK"));
  await connectionPage.open();
  await connectionPage.filterField.fill("shop");
  // Only what the filter has found before can be opened when it is gone.
  await expect(connectionPage.projectRows).toHaveCount(1);
  for (const key of ["SHOP", "CHK"]) {
    await rest.delete((await rest.connectionOf(key))!.id);
  }
  await connectionPage.row("Web shop").click();
  await expect(connectionPage.detail.getByText("This connection is gone")).toBeVisible();
  await connectionPage.list.getByRole("button", { name: "Clear filter" }).click();
  await expect(connectionPage.list.getByText("No project has its own connection")).toBeVisible();
  await expect(connectionPage.list).toBeFocused();
});

test("projects without a connection are found too, with what they use", async ({ connectionPage, page, rest, sandbox }) => {
  await connectionPage.open();
  const searched = asked(page, "projects?");
  await connectionPage.filterField.fill("shop");
  const found = () => connectionPage.unconnected.getByRole("listitem");
  const expected = (await rest.projects("shop")).filter(({ connectionId }) => connectionId === null);
  expect(expected.length).toBeGreaterThan(2);
  await expect(found()).toHaveCount(expected.length);
  await expect(connectionPage.projectRows).toHaveCount(1);
  for (const { name, key } of expected) {
    const item = found().filter({ has: connectionPage.frame.getByText(key, { exact: true }) });
    await expect(item).toContainText(`${name}${key}has no connection`);
  }
  await expect(connectionPage.list.getByRole("status")).toHaveText(
    `1 connection, ${expected.length} projects without a connection of their own`,
  );
  expect(searched).toHaveLength(1);

  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.visit();
  await connectionPage.filterField.fill("smok");
  await expect(connectionPage.projectRows).toHaveCount(1);
  await expect(connectionPage.unconnected).toBeHidden();
  await connectionPage.filterField.fill("billing united");
  await expect(found()).toHaveCount(1);
  await expect(found()).toContainText("Billing United StatesBILLUSuses Global");

  await sandbox.clearRequests();
  await connectionPage.filterField.fill(" ");
  await expect(connectionPage.unconnected).toBeHidden();
  await connectionPage.list.getByLabel("Status").selectOption({ label: "Key missing (1)" });
  await connectionPage.filterField.fill("shop");
  await expect(connectionPage.projectRows).toHaveCount(0);
  await expect(connectionPage.unconnected, "it has no status").toBeHidden();
  expect((await sandbox.requests()).filter(({ path }) => path.includes("projects?"))).toEqual([]);
});

test("one of them gets a connection", async ({ connectionPage, rest }) => {
  const project = await rest.project("BILLUS");
  await connectionPage.open();
  await connectionPage.filterField.fill("billing");
  const row = connectionPage.unconnected.getByRole("listitem").filter({ hasText: project.name });
  await row.getByRole("button", { name: `Add connection for ${project.name}` }).click();
  const dialog = connectionPage.dialog("Select Jira project");
  await expect(dialog.getByRole("combobox", { name: "Jira project" })).toHaveValue(project.name);
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await expect(connectionPage.keyField).toBeFocused();
  await expect(connectionPage.projectRows).toHaveCount(1);
  await expect(row).toBeHidden();
  await expect(connectionPage.unconnected.getByRole("listitem")).toHaveCount(2);
  expect(await rest.connectionOf(project.key)).toMatchObject({ status: "KEY_MISSING" });
});

test("where there are too many of them, the first ones and their number", async ({ connectionPage, rest }) => {
  const found = (await rest.projects("e")).filter(({ connectionId }) => connectionId === null);
  expect(found.length).toBeGreaterThan(11);
  await connectionPage.open();
  await connectionPage.filterField.fill("e");
  await expect(connectionPage.unconnected.getByRole("listitem")).toHaveCount(10);
  await expect(connectionPage.unconnected).toContainText(`${found.length - 10} more. Type more of the name or key.`);
});

test("who may not change anything sees them, and adds none", async ({ connectionPage, sandbox }) => {
  await sandbox.setAdministrator("admin", false);
  await connectionPage.open();
  await connectionPage.filterField.fill("billing");
  await expect(connectionPage.unconnected.getByRole("listitem")).toHaveCount(3);
  await expect(connectionPage.unconnected.getByRole("button")).toHaveCount(0);
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

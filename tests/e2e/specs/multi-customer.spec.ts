/** Guide: "How Multi-Customer Support Works", both combinations. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

test("a Global connection, and a project with another account", async ({ connectionPage, rest }) => {
  const [own, other] = [await rest.project("SMOK"), await rest.project("SHOP")];
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
  await connectionPage.addConnection(own.key);
  await connectionPage.saveKey(KEYS.acmeUs);
  await connectionPage.expectStatus("Connected");

  const [global, project] = [await rest.connection("global"), await rest.connectionOf(own.key)];
  expect(global).toMatchObject({ status: "CONNECTED", keyHint: hintOf(KEYS.acmeEu) });
  expect(project).toMatchObject({ status: "CONNECTED", keyHint: hintOf(KEYS.acmeUs) });
  expect(await rest.effective(own.id)).toMatchObject({ source: "PROJECT" });
  expect(await rest.effective(other.id)).toMatchObject({ source: "GLOBAL" });

  // Each shows the products of its own account.
  await expect(connectionPage.detail.getByText(project!.products[0]!.name)).toBeVisible();
  await connectionPage.globalRow.click();
  await expect(connectionPage.detail.getByText(global.products[0]!.name)).toBeVisible();
});

test("several projects with different accounts, without a Global connection", async ({ connectionPage, rest }) => {
  const [first, second] = [await rest.project("SMOK"), await rest.project("SHOP")];
  await connectionPage.open();
  for (const [project, key] of [
    [first, KEYS.acmeUs],
    [second, KEYS.globex],
  ] as const) {
    await connectionPage.addConnection(project.key);
    await connectionPage.saveKey(key);
    await connectionPage.expectStatus("Connected");
  }

  expect(await rest.connection("global")).toMatchObject({ status: "INACTIVE", hasKey: false });
  expect(await rest.connectionOf(first.key)).toMatchObject({ keyHint: hintOf(KEYS.acmeUs), status: "CONNECTED" });
  expect(await rest.connectionOf(second.key)).toMatchObject({ keyHint: hintOf(KEYS.globex), status: "CONNECTED" });
  await expect(connectionPage.globalRow).toContainText("Inactive");
  await expect(connectionPage.row(first.name)).toContainText("Connected");
  await expect(connectionPage.row(second.name)).toContainText("Connected");
});

/** The Global connection's switch, which is apart from its key. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test("off keeps the key, and on needs no new one", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  const active = connectionPage.detail.getByRole("switch", { name: "Active" });
  await expect(active).toBeChecked();

  await active.click();
  await expect(active).not.toBeChecked();
  await connectionPage.expectStatus("Inactive");
  expect(await rest.connection("global")).toMatchObject({ active: false, hasKey: true, status: "INACTIVE" });
  expect(await rest.effective(project.id)).toMatchObject({ source: "NONE" });

  await active.click();
  await expect(active).toBeChecked();
  await connectionPage.expectStatus("Connected");
  expect(await rest.effective(project.id)).toMatchObject({ source: "GLOBAL" });
});

test("without a key it cannot be switched on, and says why", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const active = connectionPage.detail.getByRole("switch", { name: "Active" });
  await expect(active).toBeDisabled();
  await expect(active).toHaveAccessibleDescription(/Save an API key first/);
  expect(await rest.connection("global")).toMatchObject({ active: false });
});

test("a project connection has no switch", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await expect(connectionPage.detail.getByRole("switch")).toHaveCount(0);
});

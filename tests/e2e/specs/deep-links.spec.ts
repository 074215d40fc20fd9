/** Each connection has an address; Back and Forward move between them. */
import { expect, test } from "../fixtures.ts";

test("selecting a row changes the address, and Back and Forward follow it", async (
  { connectionPage, rest, page },
) => {
  const [first, second] = [await rest.project("SMOK"), await rest.project("SHOP")];
  const { id } = await rest.add(first);
  await rest.add(second);
  await connectionPage.open();
  await connectionPage.row(first.name).click();
  await expect(connectionPage.heading(first.name)).toBeVisible();
  expect(await connectionPage.fragment()).toBe(`#/connections/${id}`);
  await connectionPage.row(second.name).click();
  await expect(connectionPage.heading(second.name)).toBeVisible();

  await page.goBack();
  await expect(connectionPage.heading(first.name)).toBeVisible();
  await page.goBack();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await page.goForward();
  await expect(connectionPage.heading(first.name)).toBeVisible();
  await connectionPage.expectSelected(connectionPage.row(first.name));
});

test("an address leads to its connection", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await connectionPage.goToFragment(`#/connections/${id}`);
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await connectionPage.goToFragment("#/global");
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

test("the address of a connection that is gone says so, and leads on", async ({ connectionPage, expectFailure }) => {
  expectFailure(404);
  await connectionPage.open();
  await connectionPage.goToFragment("#/connections/4711");
  await expect(connectionPage.detail.getByText("This connection is gone")).toBeVisible();
  await connectionPage.detail.getByText("Go to the Global connection").click();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

/** The first visit: what is to be done comes before how to do it, and the list shows as many connections as it can. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { expectInView } from "../support/in-view.ts";

for (const locale of ["en_US", "de_DE"] as const) {
  test(`on a laptop, the key field and Save are in view at the first visit, ${locale}`, async ({ connectionPage, page }) => {
    await page.setViewportSize({ width: 1366, height: 700 });
    await connectionPage.useLocale(locale);
    await connectionPage.visit();
    const detail = connectionPage.frame.locator(".tio-page__detail");
    await expectInView(detail.locator("input[type=password]"), "the key field");
    await expectInView(detail.locator("form [type=submit]"), "Save");
  });
}

test("at 200 % zoom, the key field is in view at the first visit", async ({ connectionPage, page }) => {
  await page.setViewportSize({ width: 683, height: 350 });
  await connectionPage.visit();
  await expectInView(connectionPage.keyField, "the key field");
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
});

test("who goes back to the list at the first visit stays there", async ({ connectionPage, page }) => {
  await page.setViewportSize({ width: 600, height: 700 });
  await connectionPage.visit();
  await connectionPage.button("All connections").click();
  await expect(connectionPage.globalRow).toBeVisible();
  await expect(connectionPage.keyField).toBeHidden();
});

test("a low window shows four rows of the list, and a wide one leaves no third of it empty", async ({ connectionPage, page, rest }) => {
  for (const key of ["SMOK", "SHOP", "PAY", "CHK", "HR", "DOCS"]) {
    await rest.add(await rest.project(key));
  }
  await page.setViewportSize({ width: 1366, height: 680 });
  await connectionPage.open();
  for (const index of [0, 1, 2, 3]) {
    await expectInView(connectionPage.projectRows.nth(index), `row ${index + 1}`);
  }
  await page.setViewportSize({ width: 1920, height: 1080 });
  const help = connectionPage.detail.getByText("No Test IO account yet?");
  const [beside, field] = [await help.boundingBox(), await connectionPage.keyField.boundingBox()];
  expect(beside!.x).toBeGreaterThan(field!.x + field!.width);
});

test("a name that is cut off can be read by pointing at it", async ({ connectionPage, rest }) => {
  const project = await rest.project("LONG");
  await rest.add(project);
  await connectionPage.open();
  const name = connectionPage.row(project.name).locator("[title]").first();
  await expect(name).toHaveAttribute("title", project.name);
});

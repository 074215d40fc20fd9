/** Guide: "Setting up a Global (default) Connection". */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

test("the Global connection is there from the start, selected and inactive", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await connectionPage.expectSelected(connectionPage.globalRow);
  await connectionPage.expectStatus("Inactive");
  await expect(connectionPage.keyField).toHaveAttribute("type", "password");
  expect(await rest.connection("global")).toMatchObject({ active: false, hasKey: false, status: "INACTIVE" });
});

test("an accepted key connects it, activates it, and shows what is behind it", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);

  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.detail.getByText(`API key ending in ${hintOf(KEYS.acmeEu)}`)).toBeAttached();
  await expect(connectionPage.detail.getByText(/saved .* by Ana Admin/)).toBeVisible();
  await expect(connectionPage.globalRow).toContainText("Connected");

  const stored = await rest.connection("global");
  expect(stored).toMatchObject({ active: true, hasKey: true, keyHint: hintOf(KEYS.acmeEu), status: "CONNECTED" });
  expect(stored.products.length).toBeGreaterThan(0);
  await expect(connectionPage.detail.getByText(stored.products[0]!.name)).toBeVisible();
});

test("the next step leads to the Configuration page, in the host's window", async ({ connectionPage, rest, page }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.detail.getByRole("link", { name: "Go to Configuration" }).click();
  await expect(page).toHaveURL(/\/plugins\/servlet\/testio\/configuration$/);
});

test("a saved key is nowhere in the document any more", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");

  const traces = await connectionPage.frame.locator("html").evaluate((html, key) => {
    const values = [...html.querySelectorAll("input")].map((input) => input.value);
    const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href];
    return [html.outerHTML, ...values, ...kept].filter((text) => text.includes(key));
  }, KEYS.acmeEu);
  expect(traces).toEqual([]);
});

/** Asking Test IO about a key: the saved one or the one being typed, and the answer says which. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import { expectInView } from "../support/in-view.ts";

test("the saved key is accepted", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.button("Test connection").click();
  await expect(connectionPage.detail.getByText(/^Test IO accepts the saved key/)).toBeVisible();
});

test("a typed key is accepted, and not saved by that", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.acmeUs);
  await connectionPage.button("Test this key").click();
  await expect(connectionPage.detail.getByText(/^Test IO accepts the key you typed.*It isn’t saved yet/)).toBeVisible();
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeUs);
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });
});

test("Cancel gives a running test up, empties the field, and leaves it usable", async ({ connectionPage, sandbox, rest }) => {
  await sandbox.addFault({ path: "/connections/global/test", times: 1, delayMs: 5_000 });
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.acmeUs);
  await connectionPage.button("Test this key").click();
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.keyField).toHaveValue("");
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.button("Save").click();
  await expect.poll(() => rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu) });
});

test("a typed key is refused, and the saved one stays", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill(KEYS.revoked);
  await connectionPage.button("Test this key").click();
  await expect(connectionPage.detail.getByText(/Test IO doesn’t accept the key you typed/)).toBeVisible();
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), status: "CONNECTED" });
});

test("a saved key that Test IO has revoked turns the status", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.revoked, verify: false });
  await connectionPage.open();
  await connectionPage.expectStatus("Not verified");
  await connectionPage.button("Test connection").click();
  await connectionPage.expectStatus("Key rejected");
  await expect(connectionPage.globalRow).toContainText("Key rejected");
  expect(await rest.connection("global")).toMatchObject({ status: "KEY_REJECTED" });
});

test("Test IO out of reach says nothing about the key", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await sandbox.addFault({ target: "testio", dropConnection: true });
  await connectionPage.button("Test connection").click();
  await expect(connectionPage.detail.getByText(/Jira couldn’t reach Test IO\. This says nothing/)).toBeVisible();
  await connectionPage.expectStatus("Unreachable");
  // What was found before stays known, but not as found now.
  await expect(connectionPage.detail.getByText("found at the last check that Test IO accepted")).toBeVisible();
  await expect(connectionPage.detail.getByText(/^\s*Checked now\./)).toBeVisible();

  await sandbox.clearFaults();
  await connectionPage.button("Test connection").click();
  await connectionPage.expectStatus("Connected");
});

test("a check that failed says nothing of products", async ({ connectionPage, rest, sandbox }) => {
  await sandbox.addFault({ target: "testio", dropConnection: true });
  await rest.update("global", { apiKey: KEYS.acmeEu, verify: false });
  await connectionPage.open();
  await connectionPage.button("Test connection").click();
  await connectionPage.expectStatus("Unreachable");
  await expect(connectionPage.detail.getByText("Test IO products")).toBeHidden();
  await expect(connectionPage.detail.getByText("None", { exact: true })).toBeHidden();
});

test("without a key there is nothing to test", async ({ connectionPage }) => {
  await connectionPage.open();
  await expect(connectionPage.button("Test connection").or(connectionPage.button("Test this key"))).toBeDisabled();
});

for (const size of [{ width: 1280, height: 800 }, { width: 1366, height: 625 }]) {
  test(`what Test IO says is in view beside the key, ${size.width} × ${size.height}`, async ({ connectionPage, page, rest }) => {
    await page.setViewportSize(size);
    await rest.update("global", { apiKey: KEYS.acmeEu });
    await connectionPage.open();
    await connectionPage.button("Test connection").click();
    const saved = connectionPage.detail.getByText(/^Test IO accepts the saved key/);
    await expectInView(saved, "what came of the test");
    await expectInView(connectionPage.heading("Global (default)"), "the heading");
    await expectInView(connectionPage.button("Test connection"), "the button that was pressed");
    await connectionPage.button("Replace key").click();
    await connectionPage.keyField.fill(KEYS.revoked);
    await connectionPage.button("Test this key").click();
    await expectInView(connectionPage.detail.getByText(/Test IO doesn’t accept the key you typed/), "what came of the next one");
    await expectInView(connectionPage.heading("Global (default)"), "the heading");
    await expectInView(connectionPage.keyField, "the key field");
  });
}

test("a tested key that is refused is marked at its field, until it is changed", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.revoked);
  await connectionPage.button("Test this key").click();
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await expect(connectionPage.keyField).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await expect(connectionPage.keyField).not.toHaveAttribute("aria-invalid");
});

test("a test that fails says so beside the key, with its way on", async ({ connectionPage, expectFailure, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  expectFailure(500);
  await sandbox.addFault({ path: "/connections/global/test", method: "POST", status: 500, body: "", times: 1 });
  await connectionPage.button("Test connection").click();
  const message = connectionPage.detail.locator("form").getByRole("alert").filter({ hasText: /\S/ });
  await expectInView(message, "the failure");
  await message.getByRole("button", { name: "Try again" }).click();
  await expect(connectionPage.detail.getByText(/^Test IO accepts the saved key/)).toBeVisible();
});

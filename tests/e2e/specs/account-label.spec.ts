/** The optional name for the Test IO account behind a connection. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

test("a label is saved without touching the key, and shows in the list", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveButton.click();
  await expect(connectionPage.globalRow).toContainText("ACME EU");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU", keyHint: hintOf(KEYS.acmeEu) });
});

test("a label and a key are saved together", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU", status: "CONNECTED" });
});

test("a refused key leaves the label as it was, and both inputs in place", async (
  { connectionPage, rest, expectFailure },
) => {
  expectFailure(422);
  await rest.update("global", { accountLabel: "before" });
  await connectionPage.open();
  await connectionPage.labelField.fill("after");
  await connectionPage.saveKey(KEYS.revoked);
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await expect(connectionPage.labelField).toHaveValue("after");
  await expect(connectionPage.keyField).toHaveValue(KEYS.revoked);
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "before", hasKey: false });
});

test("an emptied label is removed", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await connectionPage.open();
  await connectionPage.labelField.fill("");
  await connectionPage.saveButton.click();
  await expect(connectionPage.globalRow).not.toContainText("ACME EU");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: null });
});

test("a label that looks like an existing one is that one, and one of nothing to see is none", async (
  { connectionPage, rest },
) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME Müller" });
  await connectionPage.open();
  await connectionPage.labelField.fill("\u200BACME\u00A0Mu\u0308ller\uFEFF");
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME Müller" });
  await expect(connectionPage.labelField).toHaveValue("ACME Müller");

  await connectionPage.labelField.fill("\u200B \u2060");
  await connectionPage.saveButton.click();
  await expect(connectionPage.globalRow).not.toContainText("ACME");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: null });
});

test("Cancel brings the saved label back", async ({ connectionPage, rest }) => {
  await rest.update("global", { accountLabel: "ACME EU" });
  await connectionPage.open();
  await connectionPage.labelField.fill("something else");
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.labelField).toHaveValue("ACME EU");
});

test("the labels of other connections are suggested", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex });
  await connectionPage.open();
  await connectionPage.select("Web shop");
  const suggested = () =>
    connectionPage.labelField.evaluate((field) => [...((field as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));
  await expect.poll(suggested).toEqual(["ACME EU", "ACME US"]);
  await connectionPage.labelField.fill("ACME US");
  await expect.poll(suggested, "what is there is no suggestion").toEqual(["ACME EU"]);
});

/** Test IO cannot be asked while a key is saved: nothing is lost, and there are two ways on. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

test.beforeEach(async ({ rest: _fresh, sandbox, expectFailure }) => {
  expectFailure(424);
  await sandbox.addFault({ target: "testio", dropConnection: true });
});

test("save without verifying, and test later", async ({ connectionPage, rest, sandbox }) => {
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.detail.getByText(/Jira couldn’t reach Test IO/)).toBeVisible();
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });

  await connectionPage.button("Save without verifying").click();
  await connectionPage.expectStatus("Not verified");
  expect(await rest.connection("global")).toMatchObject({ status: "UNVERIFIED", keyHint: hintOf(KEYS.acmeEu) });

  await sandbox.clearFaults();
  await connectionPage.button("Test connection").click();
  await connectionPage.expectStatus("Connected");
});

test("try again once Test IO is back", async ({ connectionPage, rest, sandbox }) => {
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.button("Try again")).toBeVisible();
  await sandbox.clearFaults();
  await connectionPage.button("Try again").click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ status: "CONNECTED", keyHint: hintOf(KEYS.acmeEu) });
});

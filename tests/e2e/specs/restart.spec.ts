/** What was saved is still there after the server has been restarted. */
import { expect, test } from "../fixtures.ts";
import { logIn } from "../support/rest.ts";
import { KEYS } from "../support/demo.ts";

test("connections survive a restart, in the database and on the page", async (
  { connectionPage, rest, sandbox, page },
) => {
  const project = await rest.project("SMOK");
  await connectionPage.open();
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
  await connectionPage.addConnection(project.key);
  await connectionPage.saveKey(KEYS.globex);
  await connectionPage.expectStatus("Connected");
  const before = [await rest.connection("global"), await rest.connectionOf(project.key)];

  // Nothing is on its way any more.
  await page.goto("about:blank");
  await sandbox.restart();
  await rest.renewSession();
  expect([await rest.connection("global"), await rest.connectionOf(project.key)]).toEqual(before);

  await logIn(page.context().request, sandbox, "admin");
  await connectionPage.open();
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.globalRow).toContainText("ACME EU");
  await connectionPage.select(project.name);
  await connectionPage.expectStatus("Connected");
  // The stored key itself came through, not only what is shown of it.
  await connectionPage.button("Test connection").click();
  await expect(connectionPage.detail.getByText(/^Test IO accepts the saved key/)).toBeVisible();
});

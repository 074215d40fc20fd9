/** What mends a connection is the main button, and nothing promises what will not be. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

const MAIN = /tio-button--primary/;

test("Log in is the main button of its banner", async ({ connectionPage, expectFailure, sandbox }) => {
  await connectionPage.open();
  expectFailure(401);
  await sandbox.expireSessions();
  await connectionPage.saveKey(KEYS.acmeEu);
  const link = connectionPage.frame.getByRole("banner").getByRole("link", { name: /^Log in/ });
  await expect(link).toHaveClass(MAIN);
});

test("a rejected key offers Replace key first", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.revoked, verify: false });
  await rest.test("global");
  await connectionPage.open();
  await connectionPage.expectStatus("Key rejected");
  await expect(connectionPage.button("Replace key")).toHaveClass(MAIN);
  await connectionPage.button("Replace key").click();
  await expect(connectionPage.keyField).toBeFocused();
});

test("the connection of an archived project claims nothing and leads to its deletion", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await sandbox.archive(project.id);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await expect(connectionPage.detail.getByText(/uses its own/)).toBeHidden();
  await expect(connectionPage.button("Delete connection…")).toHaveClass(MAIN);
  await connectionPage.button("Delete connection…").click();
  const question = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await expect(question.getByText("nothing changes for it")).toBeVisible();
  await expect(question.getByText("will use the Global connection")).toBeHidden();
  await question.getByRole("button", { name: "Delete connection" }).click();
  await expect(connectionPage.row(project.name)).toBeHidden();
});

test("deleting a connection without a key says nothing of one", async ({ connectionPage, rest }) => {
  const project = await rest.project("PAY");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.chooseAction("Delete connection…");
  const question = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await expect(question.getByRole("button", { name: "Cancel" })).toBeVisible();
  await expect(question.getByText("stays valid")).toBeHidden();
});

test("after a Save by mouse, no reason covers what came of it", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.detail.getByText("Saved.", { exact: true })).toBeVisible();
  const reason = connectionPage.detail.getByText("There is nothing to save yet.");
  await expect(reason).toBeHidden();
  await connectionPage.labelField.hover();
  await connectionPage.saveButton.hover();
  await expect(reason, "who asks is told").toBeVisible();
});

test("a tested key that Test IO refuses is marked at its field", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.revoked);
  await connectionPage.button("Test this key").click();
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.button("Test this key").click();
  await expect(connectionPage.detail.getByText(/Test IO accepts the key you typed/)).toBeVisible();
  await expect(connectionPage.keyField).not.toHaveAttribute("aria-invalid", "true");
});

test("a key that is being typed is called odd only once it is left, and nothing moves", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const hint = connectionPage.detail.getByText("A Test IO API key has 40 letters and digits");
  const place = async () => (await connectionPage.saveButton.boundingBox())!.y;
  const before = await place();
  await connectionPage.keyField.pressSequentially("abc");
  await expect(hint).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(hint).toBeVisible();
  expect(await place()).toBe(before);
});

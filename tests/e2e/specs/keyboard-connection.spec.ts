/** The care of one connection without a mouse: the focus is always seen, and never lost. */
import { expect, test } from "../keyboard-fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

const GLOBAL = "Global (default)";

test.beforeEach(async ({ rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
});

test("a key is replaced, or the saved one kept", async ({ connectionPage, keyboard, rest }) => {
  await connectionPage.open();
  const { keyField, detail } = connectionPage;
  await keyboard.enter(connectionPage.button("Replace key"));
  await keyboard.at(keyField);
  await keyboard.enter(connectionPage.button("Keep the saved key"));
  await expect(keyField).toBeHidden();
  await keyboard.at(connectionPage.button("Replace key"));

  await keyboard.press("Enter");
  await keyboard.paste(KEYS.globex);
  await keyboard.enter(detail.getByRole("button", { name: "Show API key" }));
  await keyboard.enter(connectionPage.button("Test this key"));
  await expect(detail.getByText(/^Test IO accepts the key you typed/)).toBeVisible();
  await keyboard.at(connectionPage.button("Test this key"));
  await keyboard.enter(connectionPage.saveButton);
  await expect(detail.getByText(`API key ending in ${hintOf(KEYS.globex)}`)).toBeAttached();
  await keyboard.at(connectionPage.saveButton);
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.globex), status: "CONNECTED" });
});

test("a refused key leads back to its field", async ({ connectionPage, keyboard, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  await keyboard.enter(connectionPage.button("Replace key"));
  await keyboard.paste(KEYS.revoked);
  await keyboard.enter(connectionPage.saveButton);
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await keyboard.at(connectionPage.keyField);
});

test("a saved connection is tested", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  await keyboard.enter(connectionPage.button("Test connection"));
  await expect(connectionPage.detail.getByText(/^Test IO accepts the saved key/)).toBeVisible();
  await keyboard.at(connectionPage.button("Test connection"));
});

test("a label is saved", async ({ connectionPage, keyboard, rest }) => {
  await connectionPage.open();
  await keyboard.to(connectionPage.labelField);
  await keyboard.type("ACME EU");
  await keyboard.press("Enter");
  await expect(connectionPage.globalRow).toContainText("ACME EU");
  await keyboard.at(connectionPage.labelField);
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU", keyHint: hintOf(KEYS.acmeEu) });
});

test("Global is switched off after a question that Esc answers with no, and on again", async ({ connectionPage, keyboard, rest }) => {
  await connectionPage.open();
  const { activeSwitch: active } = connectionPage;
  const question = connectionPage.dialog("Switch the Global connection off?");
  await keyboard.to(active);
  await expect(active).toBeChecked();
  await keyboard.press("Space");
  await keyboard.at(question.getByRole("button", { name: "Cancel" }));
  await keyboard.press("Escape");
  await expect(question).toBeHidden();
  await keyboard.at(active);
  await expect(active).toBeChecked();
  expect(await rest.connection("global")).toMatchObject({ active: true });

  await keyboard.press("Enter");
  await keyboard.enter(question.getByRole("button", { name: "Switch off" }));
  await expect(active).not.toBeChecked();
  await connectionPage.expectStatus("Inactive");
  await keyboard.at(active);
  await keyboard.press("Enter");
  await expect(active).toBeChecked();
  await connectionPage.expectStatus("Connected");
  await keyboard.at(active);
});

test("that Global was switched off is undone", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  const { activeSwitch: active } = connectionPage;
  await keyboard.enter(active);
  await keyboard.enter(connectionPage.dialog("Switch the Global connection off?").getByRole("button", { name: "Switch off" }));
  await connectionPage.expectStatus("Inactive");
  await keyboard.enter(connectionPage.button("Undo"));
  await expect(active).toBeChecked();
  await connectionPage.expectStatus("Connected");
  await keyboard.at(connectionPage.heading(GLOBAL));
});

test("a key is removed after a question that Esc answers with no", async ({ connectionPage, keyboard, rest }) => {
  await connectionPage.open();
  const menu = connectionPage.detail.getByRole("button", { name: /^More actions for/ });
  const item = connectionPage.frame.getByRole("menuitem", { name: "Remove key…" });
  const question = connectionPage.dialog("Remove the API key of the Global connection?");
  await keyboard.enter(menu);
  await keyboard.enter(item, "ArrowDown");
  await keyboard.at(question.getByRole("button", { name: "Cancel" }));
  await keyboard.press("Escape");
  await keyboard.at(menu);

  await keyboard.press("Enter");
  await keyboard.enter(item, "ArrowDown");
  await keyboard.enter(question.getByRole("button", { name: "Remove key" }));
  await connectionPage.expectStatus("Inactive");
  await expect(question).toBeHidden();
  await keyboard.at(connectionPage.heading(GLOBAL));
  expect(await rest.connection("global")).toMatchObject({ hasKey: false, active: false });
});

test("a project's connection is deleted after a question", async ({ connectionPage, keyboard, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await keyboard.enter(connectionPage.row(project.name));
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await keyboard.at(connectionPage.row(project.name));
  await keyboard.enter(connectionPage.detail.getByRole("button", { name: /^More actions for/ }));
  await keyboard.enter(connectionPage.frame.getByRole("menuitem", { name: "Delete connection…" }), "ArrowUp");
  const question = connectionPage.dialog(`Delete the connection of ${project.name}?`);
  await keyboard.at(question.getByRole("button", { name: "Cancel" }));
  await keyboard.enter(question.getByRole("button", { name: "Delete connection" }));
  await expect(connectionPage.row(project.name)).toBeHidden();
  await keyboard.at(connectionPage.heading(GLOBAL));
  expect(await rest.connectionOf(project.key)).toBeUndefined();
});

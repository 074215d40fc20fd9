/** The whole guide without a mouse: the focus is always seen, and never lost. */
import { expect, test } from "../keyboard-fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import type { Keyboard } from "../support/keyboard.ts";
import type { Project } from "../support/rest.ts";

/** Adds a connection and saves its key, from anywhere on the page. */
async function add(keyboard: Keyboard, connectionPage: ConnectionPage, project: Project, key: string): Promise<void> {
  await keyboard.enter(connectionPage.list.getByRole("button", { name: "Add connection" }), "Shift+Tab");
  const dialog = connectionPage.dialog("Select Jira project");
  const combobox = dialog.getByRole("combobox", { name: "Jira project" });
  await keyboard.at(combobox);
  // Without waiting for the list, as quick fingers do: the keys mean the project typed, not the list before it.
  await keyboard.type(project.key);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(combobox).toHaveValue(project.name);
  await keyboard.at(combobox);
  await keyboard.enter(dialog.getByRole("button", { name: "Add connection" }));

  await expect(connectionPage.heading(project.name)).toBeVisible();
  await keyboard.at(connectionPage.keyField);
  await keyboard.paste(key);
  await keyboard.press("Enter");
  await connectionPage.expectStatus("Connected");
  await keyboard.at(connectionPage.heading(project.name));
}

test("a Global connection and a project's own", async ({ connectionPage, keyboard, rest }) => {
  const project = await rest.project("SMOK");
  await connectionPage.open();
  await keyboard.to(connectionPage.keyField);
  await keyboard.paste(KEYS.acmeEu);
  await keyboard.enter(connectionPage.saveButton);
  await connectionPage.expectStatus("Connected");
  await keyboard.at(connectionPage.saveButton);
  await keyboard.to(connectionPage.detail.getByRole("link", { name: "Go to Configuration" }));
  await add(keyboard, connectionPage, project, KEYS.acmeUs);

  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), active: true });
  expect(await rest.connectionOf(project.key)).toMatchObject({ keyHint: hintOf(KEYS.acmeUs), status: "CONNECTED" });
});

test("a project that the filter finds gets its connection", async ({ connectionPage, keyboard, rest }) => {
  for (const key of ["SMOK", "PAY"]) {
    await rest.add(await rest.project(key));
  }
  await connectionPage.open();
  await keyboard.to(connectionPage.filterField);
  await keyboard.type("billing");
  const add = connectionPage.unconnected.getByRole("button", { name: "Add connection for Billing Europe" });
  const field = connectionPage.dialog("Select Jira project").getByRole("combobox", { name: "Jira project" });
  await keyboard.enter(add);
  await keyboard.at(field);
  await keyboard.press("Escape");
  await keyboard.at(add);
  await keyboard.press("Enter");
  await keyboard.at(field);
  await expect(field).toHaveValue("Billing Europe");
  await keyboard.press("Enter");
  await expect(connectionPage.heading("Billing Europe")).toBeVisible();
  await keyboard.at(connectionPage.keyField);
  expect(await rest.connectionOf("BILLEU")).toMatchObject({ status: "KEY_MISSING" });
});

test("several projects without a Global connection", async ({ connectionPage, keyboard, rest }) => {
  const [first, second] = [await rest.project("SMOK"), await rest.project("PERF")];
  await connectionPage.open();
  await keyboard.enter(connectionPage.button("add a connection for it"));
  await keyboard.at(connectionPage.dialog("Select Jira project").getByRole("combobox", { name: "Jira project" }));
  await keyboard.press("Escape");
  await keyboard.at(connectionPage.button("add a connection for it"));
  await add(keyboard, connectionPage, first, KEYS.acmeUs);
  await add(keyboard, connectionPage, second, KEYS.globex);

  expect(await rest.connection("global")).toMatchObject({ status: "INACTIVE", hasKey: false });
  expect(await rest.connectionOf(first.key)).toMatchObject({ keyHint: hintOf(KEYS.acmeUs), status: "CONNECTED" });
  expect(await rest.connectionOf(second.key)).toMatchObject({ keyHint: hintOf(KEYS.globex), status: "CONNECTED" });
});

test("Esc closes the project list first, then the dialog", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  const opener = connectionPage.list.getByRole("button", { name: "Add connection" });
  await keyboard.enter(opener);
  const dialog = connectionPage.dialog("Select Jira project");
  await keyboard.at(dialog.getByRole("combobox", { name: "Jira project" }));
  await keyboard.press("ArrowDown");
  await expect(connectionPage.frame.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await keyboard.press("Escape");
  await expect(connectionPage.frame.getByRole("listbox").getByRole("option")).toHaveCount(0);
  await keyboard.at(dialog.getByRole("combobox", { name: "Jira project" }));
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await keyboard.at(opener);
});

test("a dialog keeps the focus until it closes", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  await keyboard.enter(connectionPage.list.getByRole("button", { name: "Add connection" }));
  const dialog = connectionPage.dialog("Select Jira project");
  const combobox = dialog.getByRole("combobox", { name: "Jira project" });
  for (const key of ["Tab", "Shift+Tab"]) {
    await keyboard.to(dialog.getByRole("button", { name: "Cancel" }), key);
    await keyboard.to(combobox, key);
  }
});

test("what was typed is not left without a question", async ({ connectionPage, keyboard, rest }) => {
  const project = await rest.project("SMOK");
  const { name } = project;
  await rest.add(project);
  await connectionPage.open();
  await keyboard.to(connectionPage.labelField);
  await keyboard.type("ACME EU");
  await keyboard.enter(connectionPage.row(name), "Shift+Tab");
  const question = connectionPage.dialog("Leave without saving?");
  await keyboard.at(question.getByRole("button", { name: "Keep editing" }));
  await keyboard.press("Enter");
  await keyboard.at(connectionPage.row(name));
  await expect(connectionPage.labelField).toHaveValue("ACME EU");

  await keyboard.press("Enter");
  await keyboard.enter(question.getByRole("button", { name: "Discard" }));
  await expect(connectionPage.heading(name)).toBeVisible();
  await keyboard.at(connectionPage.row(name));
});

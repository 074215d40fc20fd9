/** What serves all connections, without a mouse: the focus is always seen, and never lost. */
import type { Locator } from "@playwright/test";

import { expect, test } from "../keyboard-fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";

test.beforeEach(async ({ rest }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, accountLabel: "Globex" });
  await rest.add(await rest.project("PAY"));
});

function more({ frame }: ConnectionPage): Locator {
  return frame.getByRole("button", { name: "More", exact: true });
}

function item({ frame }: ConnectionPage, name: string): Locator {
  return frame.getByRole("menuitem", { name });
}

test("the list is filtered by words, by status and by account", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  const { filterField, list, projectRows } = connectionPage;
  await keyboard.to(filterField);
  await keyboard.type("smoke");
  await expect(projectRows).toHaveCount(1);
  await keyboard.press("Backspace", "smoke".length);
  await expect(projectRows).toHaveCount(3);
  await keyboard.to(list.getByLabel("Status"));
  await keyboard.type("Key missing");
  await expect(projectRows).toHaveText([/Payments/]);
  await keyboard.press("Home");
  await expect(projectRows).toHaveCount(3);
  await keyboard.to(list.getByLabel("Account"));
  await keyboard.type("Globex");
  await expect(projectRows).toHaveText([/Web shop/]);
  await keyboard.at(list.getByLabel("Account"));
});

test("rows are walked by arrows and opened by Enter", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  await keyboard.to(connectionPage.row("Payments"));
  await keyboard.press("ArrowDown");
  await keyboard.at(connectionPage.row("Smoke testing"));
  await keyboard.press("End");
  await keyboard.at(connectionPage.row("Web shop"));
  await keyboard.press("Home");
  await keyboard.at(connectionPage.row("Payments"));
  await keyboard.press("Enter");
  await expect(connectionPage.heading("Payments")).toBeVisible();
  await keyboard.at(connectionPage.row("Payments"));
});

test("in a narrow window a row leads to its connection, and back", async ({ connectionPage, keyboard, page }) => {
  await page.setViewportSize({ width: 600, height: 800 });
  await connectionPage.open();
  await keyboard.enter(connectionPage.row("Payments"));
  await keyboard.at(connectionPage.heading("Payments"));
  await keyboard.enter(connectionPage.frame.getByRole("button", { name: "All connections" }), "Shift+Tab");
  await keyboard.at(connectionPage.row("Payments"));
});

test("which connection applies is looked up and opened", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  const opener = connectionPage.frame.getByRole("button", { name: "Which connection applies?" });
  const dialog = connectionPage.dialog("Which connection applies?");
  const combobox = dialog.getByRole("combobox", { name: "Jira project" });
  await keyboard.enter(opener);
  await keyboard.at(combobox);
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await keyboard.at(opener);

  await keyboard.press("Enter");
  await keyboard.type("SMOK");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(dialog).toContainText("Smoke testing uses its own connection.");
  await keyboard.at(combobox);
  await keyboard.enter(dialog.getByRole("button", { name: "Open this connection" }));
  await expect(dialog).toBeHidden();
  await keyboard.at(connectionPage.heading("Smoke testing"));
});

test("the menu of the page is walked by arrows, ends and letters, and left by Esc and Tab", async (
  { connectionPage, keyboard },
) => {
  await connectionPage.open();
  await keyboard.to(more(connectionPage));
  await keyboard.press("ArrowUp");
  await keyboard.at(item(connectionPage, "Keyboard shortcuts"));
  for (const [key, name] of [
    ["ArrowDown", "Test all connections…"],
    ["ArrowUp", "Keyboard shortcuts"],
    ["Home", "Test all connections…"],
    ["End", "Keyboard shortcuts"],
    ["e", "Export as CSV"],
  ] as const) {
    await keyboard.press(key);
    await keyboard.at(item(connectionPage, name));
  }
  await keyboard.press("Escape");
  await expect(connectionPage.frame.getByRole("menu")).toBeHidden();
  await keyboard.at(more(connectionPage));
  await keyboard.press("Space");
  await keyboard.at(item(connectionPage, "Test all connections…"));
  await keyboard.press("Tab");
  await expect(connectionPage.frame.getByRole("menu")).toBeHidden();
  await expect(connectionPage.frame.locator(":focus")).toBeVisible();
});

test("all connections are tested, and what failed is opened", async ({ connectionPage, keyboard, rest }) => {
  await rest.update((await rest.connectionOf("SHOP"))!.id, { apiKey: KEYS.revoked, verify: false });
  await connectionPage.open();
  await keyboard.enter(more(connectionPage));
  await keyboard.enter(item(connectionPage, "Test all connections…"));
  const dialog = connectionPage.dialog("Test all connections");
  await keyboard.at(dialog.getByRole("button", { name: "Start test" }));
  await keyboard.press("Enter");
  await expect(dialog.getByText("Key rejected (1)")).toBeVisible();
  await keyboard.at(dialog.getByRole("button", { name: "Close" }));
  await keyboard.enter(dialog.getByRole("link", { name: /Web shop/ }), "Shift+Tab");
  await keyboard.at(connectionPage.heading("Web shop"));
});

test("the overview is exported", async ({ connectionPage, keyboard, page }) => {
  await connectionPage.open();
  await keyboard.enter(more(connectionPage));
  const download = page.waitForEvent("download");
  await keyboard.enter(item(connectionPage, "Export as CSV"), "ArrowDown");
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await expect(connectionPage.frame.getByText("4 connections exported")).toBeVisible();
  await keyboard.at(more(connectionPage));
  await keyboard.enter(connectionPage.frame.getByRole("button", { name: "Dismiss" }));
  await expect(connectionPage.frame.getByText("4 connections exported")).toBeHidden();
  await keyboard.at(connectionPage.detail.getByText("No Test IO account yet?"));
});

test("the accounts are shown and closed", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  await keyboard.enter(more(connectionPage));
  await keyboard.enter(item(connectionPage, "Test IO accounts…"), "ArrowDown");
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("No label stands for several API keys, and no API key has several labels.")).toBeVisible();
  await keyboard.at(dialog.getByRole("button", { name: "Close" }));
  await keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await keyboard.at(more(connectionPage));
});

test("/ goes to the filter, ? to the shortcuts, and back", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  await keyboard.to(connectionPage.row("Payments"));
  await keyboard.press("?");
  const dialog = connectionPage.dialog("Keyboard shortcuts");
  await keyboard.at(dialog.getByRole("button", { name: "Close" }));
  await keyboard.press("Escape");
  await keyboard.at(connectionPage.row("Payments"));
  await keyboard.press("/");
  await keyboard.at(connectionPage.filterField);
  await expect(connectionPage.filterField).toHaveValue("");
});

test("help is unfolded and leads to the guide", async ({ connectionPage, keyboard }) => {
  await connectionPage.open();
  const { detail } = connectionPage;
  await keyboard.to(detail.getByText("What do Global and Jira Project specific mean?"));
  await keyboard.press("Enter");
  await expect(detail.getByText(/There is only one, and it is inactive until/)).toBeVisible();
  await keyboard.to(detail.getByRole("link", { name: /^Read the guide/ }));
  await keyboard.to(detail.getByText("No Test IO account yet?"));
  await keyboard.press("Space");
  await keyboard.to(detail.getByRole("link", { name: /^Visit test\.io/ }));
  await keyboard.to(connectionPage.frame.getByRole("link", { name: /^Help/ }), "Shift+Tab");
});

test("what could not be loaded is asked for again", async ({ connectionPage, keyboard, sandbox, expectFailure }) => {
  expectFailure(500);
  const visitWhileJiraFails = async (): Promise<void> => {
    await sandbox.addFault({ status: 500, contentType: "text/html", body: "<h1>Internal Server Error</h1>" });
    await connectionPage.visit();
    await expect(connectionPage.frame.getByText("This couldn’t be loaded").first()).toBeVisible();
    await connectionPage.allAnswered();
    await sandbox.clearFaults();
  };
  await visitWhileJiraFails();
  await keyboard.enter(connectionPage.list.getByRole("button", { name: "Try again" }));
  await expect(connectionPage.projectRows).toHaveCount(3);
  await keyboard.at(connectionPage.list);
  await expect(connectionPage.heading("Global (default)"), "one attempt asks for whatever failed").toBeVisible();
  await visitWhileJiraFails();
  await keyboard.enter(connectionPage.button("Try again"));
  await keyboard.at(connectionPage.heading("Global (default)"));
  await expect(connectionPage.projectRows).toHaveCount(3);
});

/** Maintenance, Data: clearing all that is stored, on purpose, once, and known to be done. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";
import type { Rest } from "../support/rest.ts";

const PATH = "/maintenance/data";
const DONE = "All Test IO data is cleared";

/** Global with a key and a label, and two projects. */
async function severalConnections(rest: Rest): Promise<void> {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  await rest.add(await rest.project("PAY"));
}

test("everything is counted, confirmed with a word, and gone", async ({ connectionPage, page, jira, rest, sandbox }) => {
  await severalConnections(rest);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("data");
  const panel = tools.panel("data");
  await expect(panel).toContainText("2 connections of Jira projects, with their API keys");
  await expect(panel).toContainText("The API key of the Global connection");
  await expect(panel).toContainText("The account label of the Global connection: ACME EU");
  await expect(panel).toContainText("The API keys at Test IO: they are not revoked");

  await tools.button("Clear Test IO data…").click();
  const { question } = tools;
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  const clear = question.getByRole("button", { name: "Clear data" });
  await expect(clear).toHaveAttribute("aria-disabled", "true");
  await expect(clear).toHaveAccessibleDescription("Type CLEAR first.");
  const field = question.getByRole("textbox", { name: "Type CLEAR to confirm" });
  await field.fill("clear");
  await field.press("Enter");
  await clear.click({ force: true });
  expect((await rest.connections()).length, "another word clears nothing").toBe(2);
  await field.fill("CLEAR");
  await clear.click();
  await expect(question).toBeHidden();
  await expect(panel.getByRole("status").filter({ hasText: DONE })).toContainText("2 connections of Jira projects were deleted.");
  await expect(panel).toContainText("No connection and no API key is stored.");
  expect(await rest.connections()).toEqual([]);
  expect(await rest.connection("global")).toMatchObject({ hasKey: false, accountLabel: null, active: false });

  // Not by the test's own requests.
  expect((await sandbox.writes()).filter(({ path }) => path === PATH)).toHaveLength(1);
  await panel.getByRole("link", { name: "Set up the connection anew" }).click();
  await expect(page).toHaveURL(/\/testio\/connection/);
  await expect(connectionPage.frame.getByText(/^Global connection inactive/)).toBeVisible();
});

test("the same by keyboard alone, and Escape changes nothing", async ({ connectionPage: _loggedIn, page, jira, rest }) => {
  await severalConnections(rest);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("data");
  const open = tools.button("Clear Test IO data…");
  await open.press("Enter");
  const { question } = tools;
  const field = question.getByRole("textbox");
  await field.fill("CLEAR");
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field, "the next question begins anew").toHaveValue("");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(field).toBeFocused();
  await page.keyboard.type("CLEAR");
  await page.keyboard.press("Enter");
  await expect(tools.panel("data")).toContainText(DONE);
  expect(await rest.connections()).toEqual([]);
});

test("a lost answer is recognised at once", async ({ connectionPage: _loggedIn, page, jira, rest, sandbox, expectFailure }) => {
  expectFailure("dropped");
  await severalConnections(rest);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("data");
  await sandbox.clearRequests();
  await sandbox.addFault({ path: PATH, method: "DELETE", times: 1, afterCommit: true, dropConnection: true });
  await tools.button("Clear Test IO data…").click();
  await tools.question.getByRole("textbox").fill("CLEAR");
  await tools.question.getByRole("button", { name: "Clear data" }).click();
  await expect(tools.panel("data")).toContainText("2 connections of Jira projects were deleted.");
  expect(await sandbox.writes()).toHaveLength(1);
});

test("a lost answer is recognised by the next attempt", async (
  { connectionPage: _loggedIn, page, jira, rest, sandbox, expectFailure },
) => {
  expectFailure("dropped");
  await severalConnections(rest);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("data");
  await sandbox.clearRequests();
  await sandbox.addFault({ path: PATH, method: "DELETE", times: 1, afterCommit: true, dropConnection: true });
  // Looking what became of it fails too, but not what the page counts before.
  await expect(tools.button("Clear Test IO data…")).toBeVisible();
  await sandbox.addFault({ path: "/connections/summary", method: "GET", times: 1, dropConnection: true });
  await tools.button("Clear Test IO data…").click();
  await tools.question.getByRole("textbox").fill("CLEAR");
  await tools.question.getByRole("button", { name: "Clear data" }).click();
  const failed = tools.question.getByRole("alert").filter({ hasText: "There was no answer, so it may have been done all the same" });
  await expect(failed).toContainText("Trying again finds out.");
  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(tools.panel("data")).toContainText("2 connections of Jira projects were deleted.");
  expect(await sandbox.writes(), "nothing was sent twice").toHaveLength(1);
});

test("what was refused leaves everything as it was", async (
  { connectionPage: _loggedIn, page, jira, rest, sandbox, expectFailure },
) => {
  expectFailure(500);
  await severalConnections(rest);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("data");
  await sandbox.addFault({ path: PATH, method: "DELETE", times: 1, status: 500, body: "" });
  await tools.button("Clear Test IO data…").click();
  await tools.question.getByRole("textbox").fill("CLEAR");
  await tools.question.getByRole("button", { name: "Clear data" }).click();
  await expect(tools.question.getByRole("alert").filter({ hasText: /\S/ })).toContainText("Jira failed with status 500.");
  expect(await rest.connections()).toHaveLength(2);
  await tools.question.getByRole("button", { name: "Try again" }).click();
  await expect(tools.panel("data")).toContainText(DONE);
});

test("Jira asks for the password first", async ({ connectionPage: _loggedIn, page, jira, rest, sandbox, expectFailure }) => {
  expectFailure(401);
  await severalConnections(rest);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("data");
  await sandbox.setWebSudo({ enabled: true });
  await tools.button("Clear Test IO data…").click();
  await tools.question.getByRole("textbox").fill("CLEAR");
  await tools.question.getByRole("button", { name: "Clear data" }).click();
  const banner = tools.question.getByRole("alert").filter({ hasText: "Confirm that you are an administrator" });
  await expect(banner).toBeVisible();
  await sandbox.confirmAdministrator(page.context().request);
  await banner.getByRole("button", { name: "Try again now" }).click();
  await expect(tools.panel("data")).toContainText(DONE);
});

test("in German the word is German", async ({ connectionPage, page, jira, rest }) => {
  await severalConnections(rest);
  await connectionPage.useLocale("de_DE");
  await page.goto(`${jira.url}/plugins/servlet/testio/maintenance#/data`);
  const frame = new MaintenanceTools(page, jira).frame;
  await frame.getByRole("button", { name: "Test-IO-Daten löschen …" }).click();
  const question = frame.getByRole("alertdialog", { name: "Alle Test-IO-Daten löschen?" });
  await question.getByRole("textbox", { name: "Geben Sie zur Bestätigung LÖSCHEN ein" }).fill("LÖSCHEN");
  await question.getByRole("button", { name: "Daten löschen" }).click();
  await expect(frame.getByText("2 Verbindungen von Jira-Projekten wurden gelöscht.")).toBeVisible();
  expect(await rest.connections()).toEqual([]);
});

test("the way to Cloud is two links that lead out of Jira", async ({ connectionPage: _loggedIn, page, jira }) => {
  const tools = new MaintenanceTools(page, jira);
  await tools.open("cloud");
  for (const [name, href] of [
    ["Atlassian’s guide to moving to Cloud", "https://www.atlassian.com/migration/assess/journey-to-cloud"],
    ["Test IO’s guide to its migration", "https://guides.test.io/docs/jira_plugins/migration_to_cloud#test-io-migration"],
  ] as const) {
    const link = tools.panel("cloud").getByRole("link", { name });
    await expect(link).toHaveAttribute("href", href);
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  }
});

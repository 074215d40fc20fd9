/** Each flow once, in Firefox; what each must do in detail is what the end-to-end tests in Chromium say. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../../e2e/support/demo.ts";

test("the Global connection: a refused key, an accepted one, off and on, and its removal", async ({ admin, rest }) => {
  const page = await admin.open("connection");
  await page.see("link", "All Jira projects Inactive");
  await page.fill("API key", KEYS.revoked);
  await page.press("button", "Save");
  await page.read("Test IO didn’t accept this API key");
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });
  await page.fill("API key", KEYS.acmeEu);
  await page.press("button", "Save");
  await page.see("button", "Replace key");
  expect(await rest.connection("global")).toMatchObject({ status: "CONNECTED", keyHint: hintOf(KEYS.acmeEu) });
  await page.press("switch", "Active");
  await page.press("button", "Switch off");
  await expect.poll(async () => (await rest.connection("global")).active).toBe(false);
  await page.press("switch", "Active");
  await expect.poll(async () => (await rest.connection("global")).active).toBe(true);
  await page.act("Global (default)", "Remove key…");
  await page.press("button", "Remove key");
  await page.see("field", "API key");
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });
});

test("a project: added by keyboard, connected, labelled, tested, rekeyed and deleted", async ({ admin, rest }) => {
  const project = await rest.project("SMOK");
  const page = await admin.open("connection");
  await page.press("button", "Add connection");
  await page.fill("Jira project", project.key);
  await page.see("option", `${project.name} ${project.key}`);
  await admin.press("ArrowDown");
  await admin.press("Enter");
  await page.press("button", "Add connection");
  await page.fill("API key", KEYS.acmeUs);
  await page.fill("Account label", "ACME US");
  await page.press("button", "Save");
  await page.press("button", "Test connection");
  await page.read("Test IO accepts the saved key");
  expect(await rest.connectionOf(project.key)).toMatchObject({ status: "CONNECTED", accountLabel: "ACME US" });
  await page.press("button", "Replace key");
  await page.fill("API key", KEYS.globex);
  await page.press("button", "Save");
  await page.see("button", "Replace key");
  await expect.poll(async () => (await rest.connectionOf(project.key))?.keyHint).toBe(hintOf(KEYS.globex));
  await page.act(project.name, "Delete connection…");
  await page.see("alertdialog", `Delete the connection of ${project.name}?`);
  await page.press("button", "Delete connection");
  await page.see("heading", "Global (default)");
  expect(await rest.connections()).toEqual([]);
});

test("a deep link, the filter, and the question about unsaved input", async ({ admin, rest }) => {
  const [smoke, pay] = [await rest.project("SMOK"), await rest.project("PAY")];
  const { id } = await rest.add(smoke, { apiKey: KEYS.acmeUs });
  await rest.add(pay);
  const page = await admin.open("connection", `#/connections/${id}`);
  await page.see("heading", smoke.name);
  await page.fill("Account label", "not saved");
  await page.press("link", "All Jira projects Inactive");
  await page.press("button", "Discard");
  await page.see("heading", "Global (default)");
  expect(admin.address).toMatch(/#\/global$/);
  await page.fill("Filter connections", pay.key);
  await page.press("link", `${pay.name} ${pay.key} Key missing`);
  await page.see("heading", pay.name);
});

test("which connection applies", async ({ admin, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  const page = await admin.open("connection");
  await page.press("button", "Which connection applies?");
  await page.fill("Jira project", project.key);
  await page.press("option", `${project.name} ${project.key}`);
  await page.read(`${project.name} uses`);
});

test("logged out meanwhile: the page says so, and what was asked for waits", async ({ admin, rest, sandbox }) => {
  const page = await admin.open("connection");
  await page.see("link", "All Jira projects Inactive");
  await sandbox.expireSessions();
  await page.fill("API key", KEYS.acmeEu);
  await page.press("button", "Save");
  await page.read("You have been logged out of Jira");
  await page.see("link", "Log in");
  await rest.renewSession();
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });
});

test("Jira's theme, live, and its language", async ({ admin }) => {
  const page = await admin.open("connection");
  await page.root("data-color-mode", "light");
  await admin.chooseTheme("dark");
  await page.root("data-color-mode", "dark");
  await admin.chooseLocale("de_DE");
  const german = await admin.frame("connection");
  await german.root("lang", "de");
  await german.see("heading", "Verbindung");
});

test("the Maintenance page: the way to Test IO, and from a refused key to its connection", async ({ admin, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.revoked, verify: false });
  const page = await admin.open("maintenance");
  await page.press("button", "Run checks");
  await page.read("Test IO refused it");
  await page.press("link", project.name);
  await (await admin.frame("connection")).see("heading", `${project.name} (${project.key})`);
});

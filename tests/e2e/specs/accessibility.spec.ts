/** No violation of any axe rule, in every state of the page and in both themes. */
import { test, expect } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";

for (const theme of ["light", "dark"] as const) {
  test.describe(theme, () => {
    test.beforeEach(async ({ connectionPage }) => {
      await connectionPage.useTheme(theme);
    });

    test("first visit", async ({ connectionPage, page }) => {
      await connectionPage.open();
      await expect(connectionPage.keyField).toBeVisible();
      await expectAccessible(page);
    });

    test("loading", async ({ connectionPage, page, sandbox }) => {
      await sandbox.addFault({ delayMs: 5_000 });
      await connectionPage.visit();
      await expect(connectionPage.frame.getByText("Loading…").first()).toBeVisible();
      await expectAccessible(page);
    });

    test("failed load", async ({ connectionPage, page, sandbox, expectFailure }) => {
      expectFailure(503);
      await sandbox.addFault({ status: 503, contentType: "text/html", body: "<h1>Down</h1>" });
      await connectionPage.visit();
      await expect(connectionPage.frame.getByText("This couldn’t be loaded").first()).toBeVisible();
      await expectAccessible(page);
    });

    test("connected, with a list of every status and the menu open", async ({ connectionPage, page, rest }) => {
      await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
      const [first, second, third] = await rest.projects();
      await rest.add(first!);
      await rest.add(second!, { apiKey: KEYS.revoked, verify: false });
      await rest.add(third!, { apiKey: KEYS.globex, accountLabel: "Globex" });
      await connectionPage.open();
      await connectionPage.expectStatus("Connected");
      await expectAccessible(page);
      await connectionPage.openActions();
      await expectAccessible(page);
    });

    test("key refused", async ({ connectionPage, page, expectFailure }) => {
      expectFailure(422);
      await connectionPage.open();
      await connectionPage.saveKey(KEYS.revoked);
      await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
      await expectAccessible(page);
    });

    test("Test IO out of reach", async ({ connectionPage, page, sandbox, expectFailure }) => {
      expectFailure(424);
      await sandbox.addFault({ target: "testio", dropConnection: true });
      await connectionPage.open();
      await connectionPage.saveKey(KEYS.acmeEu);
      await expect(connectionPage.button("Save without verifying")).toBeVisible();
      await expectAccessible(page);
    });

    test("choosing a project", async ({ connectionPage, page, rest }) => {
      await rest.add(await rest.project("SMOK"));
      await connectionPage.open();
      const dialog = await connectionPage.openAddDialog();
      await dialog.getByRole("combobox", { name: "Jira project" }).fill("s");
      await expect(connectionPage.frame.getByRole("option").first()).toBeVisible();
      await expectAccessible(page);
    });

    test("asking before a deletion", async ({ connectionPage, page, rest }) => {
      const project = await rest.project("SMOK");
      await rest.add(project, { apiKey: KEYS.acmeUs });
      await connectionPage.open();
      await connectionPage.select(project.name);
      await connectionPage.chooseAction("Delete connection…");
      await expect(connectionPage.dialog(`Delete the connection of ${project.name}?`)).toBeVisible();
      await expectAccessible(page);
    });

    test("unsaved input", async ({ connectionPage, page, rest }) => {
      const project = await rest.project("SMOK");
      await rest.add(project);
      await connectionPage.open();
      await connectionPage.labelField.fill("not saved");
      await connectionPage.row(project.name).click();
      await expect(connectionPage.dialog("Leave without saving?")).toBeVisible();
      await expectAccessible(page);
    });
  });
}

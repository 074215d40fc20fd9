/** What the page shows while and after it asks the server. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { logIn } from "../support/rest.ts";

/** Longer than any assertion takes, shorter than any time limit. */
const SLOW = { delayMs: 1_500, times: 1 } as const;

test("loading", async ({ connectionPage, sandbox }) => {
  await sandbox.addFault({ path: "/connections/global", method: "GET", ...SLOW });
  await connectionPage.visit();
  await expect(connectionPage.frame.getByText("Loading…").first()).toBeVisible();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await expect(connectionPage.detail.getByText("Loading…")).toBeHidden();
});

test("no project connection yet: says what one is for", async ({ connectionPage }) => {
  await connectionPage.open();
  await expect(connectionPage.list.getByText("No project has its own connection")).toBeVisible();
});

test("saving: one request however often Save is pressed", async ({ connectionPage, sandbox, page }) => {
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...SLOW });
  let saves = 0;
  page.on("request", (request) => {
    saves += request.method() === "PUT" ? 1 : 0;
  });
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await connectionPage.saveButton.dblclick();
  await expect(connectionPage.saveButton).toHaveAttribute("aria-busy", "true");
  await connectionPage.expectStatus("Connected");
  expect(saves).toBe(1);
});

test("Save has a reason not to be pressed when there is nothing to save", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await expect(connectionPage.saveButton).toBeDisabled();
  await expect(connectionPage.saveButton).toHaveAccessibleDescription("Enter an API key first.");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await expect(connectionPage.saveButton).toBeDisabled();
  await expect(connectionPage.saveButton).toHaveAccessibleDescription("There is nothing to save yet.");
});

test("a failed load can be tried again", async ({ connectionPage, sandbox, expectFailure }) => {
  expectFailure(500);
  await sandbox.addFault({ status: 500, contentType: "text/html", body: "<h1>Internal Server Error</h1>" });
  await connectionPage.visit();
  await expect(connectionPage.frame.getByText("This couldn’t be loaded").first()).toBeVisible();
  await expect(connectionPage.frame.getByText("Jira failed with status 500. Its log says why.").first()).toBeVisible();

  await connectionPage.allAnswered();
  await sandbox.clearFaults();
  await connectionPage.list.getByRole("button", { name: "Try again" }).click();
  await expect(connectionPage.list.getByText("No project has its own connection")).toBeVisible();
  await expect(connectionPage.globalRow).toBeVisible();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

test("a failed save keeps what was typed", async ({ connectionPage, sandbox, rest, expectFailure }) => {
  expectFailure(500);
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", status: 500, body: "", times: 1 });
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.detail.getByText("Nobody can say whether it was done")).toBeVisible();
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
  await expect(connectionPage.labelField).toHaveValue("ACME EU");

  await connectionPage.saveButton.click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU", status: "CONNECTED" });
});

test("somebody else changed the connection: both ways on", async ({ connectionPage, rest, expectFailure }) => {
  expectFailure(412);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await connectionPage.allAnswered();
  await rest.update("global", { accountLabel: "theirs" });
  await connectionPage.labelField.fill("mine");
  await connectionPage.saveButton.click();
  await expect(connectionPage.frame.getByText("Somebody else changed this connection")).toBeVisible();
  await connectionPage.frame.getByRole("button", { name: "Save mine anyway" }).click();
  await expect(connectionPage.globalRow).toContainText("mine");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "mine" });

  await connectionPage.allAnswered();
  await rest.update("global", { accountLabel: "theirs again" });
  await connectionPage.labelField.fill("mine again");
  await connectionPage.saveButton.click();
  await connectionPage.frame.getByRole("button", { name: "Use theirs" }).click();
  await expect(connectionPage.labelField).toHaveValue("theirs again");
});

test("without the right to administer, the page can be read only", async ({ connectionPage, rest, sandbox, page }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await page.context().clearCookies();
  await logIn(page.context().request, sandbox, "user");
  await connectionPage.open();
  await expect(connectionPage.frame.getByText("You can look, but not change anything here")).toBeVisible();
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.keyField).toBeHidden();
});

test("who may not change a connection reads facts instead of a form that is disabled", async ({ connectionPage, rest, sandbox, page }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  const project = await rest.project("SMOK");
  await rest.add(project);
  await page.context().clearCookies();
  await logIn(page.context().request, sandbox, "user");
  await connectionPage.open();
  const facts = connectionPage.detail.getByRole("definition");
  await expect(facts).toHaveText([
    /^Connected for /,
    /^••••\s*4a2f\s*API key ending in 4a2f\s*saved .* by Ana Admin$/,
    "ACME EU",
    /by Ana Admin$/,
    /^Web Shop, Checkout, iOS App and 9 more checked/,
  ]);
  await expect(connectionPage.detail.getByRole("term")).toHaveText(["Status", "API key", "Account label", "Last change", "Test IO products"]);
  await expect(connectionPage.detail.locator("form, input")).toHaveCount(0);
  await expect(connectionPage.detail.getByRole("button")).toHaveCount(0);
  await connectionPage.select(project.name);
  await expect(facts).toHaveText([/^Key missing for /, "No key is stored", "None", /by Ana Admin$/]);
});

test("with the right to administer gone, what is typed stays in its form; once it is given up, there are facts", async (
  { connectionPage, expectFailure, rest, sandbox },
) => {
  expectFailure(403);
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await connectionPage.open();
  await connectionPage.labelField.fill("typed");
  await connectionPage.allAnswered();
  await sandbox.setAdministrator("admin", false);
  await connectionPage.saveButton.click();
  await expect(connectionPage.frame.getByText("You can look, but not change anything here")).toBeVisible();
  await expect(connectionPage.labelField).toHaveValue("typed");
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.labelField).toHaveCount(0);
  await expect(connectionPage.detail.getByRole("definition").filter({ hasText: "ACME EU" })).toBeVisible();
  await expect(connectionPage.frame.locator(":focus")).toHaveCount(1);
  await sandbox.setAdministrator("admin", true);
});

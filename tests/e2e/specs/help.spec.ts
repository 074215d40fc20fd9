/** Help where it is needed: first steps, what the kinds mean, and what to do without an account. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";

const FIRST_STEPS = "Set up your first connection";

function panel(connectionPage: ConnectionPage, summary: string) {
  return connectionPage.detail.getByRole("group").filter({ hasText: summary });
}

test("before anything is set up, the first steps lead through it", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await expect(connectionPage.heading(FIRST_STEPS)).toBeVisible();
  await expect(connectionPage.detail.getByRole("listitem")).toContainText([
    "For all Jira projects, stay here.",
    "Integrations → API",
    "press “Save”",
    "Configuration",
  ]);
  await expectAccessible(connectionPage.frame);
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.heading(FIRST_STEPS)).toBeHidden();
  await expect(connectionPage.detail.getByRole("link", { name: "Go to Configuration" })).toBeVisible();
  expect(await rest.connection("global")).toMatchObject({ status: "CONNECTED" });
});

test("for a single project, they lead into the dialog", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await connectionPage.button("add a connection for it").focus();
  await page.keyboard.press("Enter");
  await expect(connectionPage.dialog("Select Jira project")).toBeVisible();
});

test("who has connections is left alone", async ({ connectionPage, rest }) => {
  await rest.add(await rest.project("SMOK"));
  await connectionPage.open();
  await expect(connectionPage.keyField).toBeVisible();
  await expect(connectionPage.heading(FIRST_STEPS)).toBeHidden();
});

test("what Global and Jira Project specific mean is told beside the form", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const kinds = panel(connectionPage, "What do Global and Jira Project specific mean?");
  await kinds.getByText("What do Global").focus();
  await page.keyboard.press("Enter");
  await expect(kinds.getByText(/There is only one, and it is inactive until/)).toBeVisible();
  await expect(kinds.getByRole("link", { name: /^Read the guide/ })).toHaveAttribute("href", /^https:\/\/guides\.test\.io\//);
  await expectAccessible(connectionPage.frame);
});

test("the panel for people without an account stays as it was left", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const summary = "No Test IO account yet?";
  const text = () => connectionPage.detail.getByText("You need one to get an API key.");
  const kept = () => connectionPage.frame.evaluate(() => ({ ...localStorage }));
  await expect(text()).toBeVisible();
  await connectionPage.detail.getByText(summary).click();
  await expect(text()).toBeHidden();
  // The browser tells that a panel has been opened or closed a moment later than it shows it.
  await expect.poll(kept).toEqual({ "testio.no-account": "closed" });
  await page.reload();
  await expect(connectionPage.detail.getByText(summary)).toBeVisible();
  await expect(text()).toBeHidden();
  await connectionPage.detail.getByText(summary).click();
  await expect.poll(kept, "nothing else is kept").toEqual({ "testio.no-account": "open" });
  await page.reload();
  await expect(text()).toBeVisible();
});

test("once something is set up, it is folded until somebody opens it", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await expect(connectionPage.detail.getByText("No Test IO account yet?")).toBeVisible();
  await expect(connectionPage.detail.getByText("You need one to get an API key.")).toBeHidden();
});

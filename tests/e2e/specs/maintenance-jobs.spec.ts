/** Maintenance, Synchronisation jobs: what runs by itself, and whether administrators are notified when it fails. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";

const NAMES = ["Issues Sync", "Configuration Validation", "Comments Sync", "Connections Sync"];

/** As long as the page waits before it looks again. */
const EVERY = 30_000;

interface Jobs {
  readonly jobs: readonly { readonly id: string; readonly notify: boolean; readonly nextRunAt: string | null }[];
}

test("each job says what it is for, how it is, and when it runs", async ({ connectionPage, page, jira, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await sandbox.checkKeys();
  await sandbox.setJob("COMMENTS_SYNC", "FAILED", "Test IO answered 503");
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  const table = tools.frame.getByRole("table", { name: "Synchronisation jobs" });
  for (const name of NAMES) {
    await expect(tools.job(name)).toBeVisible();
  }
  await expect(table.getByRole("columnheader")).toHaveText(["Job", "Status", "Last run", "Next run", "Notify of failures"]);
  await expect(tools.job("Comments Sync")).toContainText("Brings comments from Test IO to Jira.");
  await expect(tools.job("Comments Sync")).toContainText("Failed");
  await expect(tools.job("Connections Sync")).toContainText("Succeeded");

  const { jobs } = await rest.read<Jobs>("maintenance/jobs");
  const next = jobs.find(({ id }) => id === "CONNECTIONS_SYNC")!.nextRunAt!;
  const time = tools.job("Connections Sync").locator(`time[datetime="${next}"]`);
  const local = await page.evaluate(
    (at) => new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" }).format(new Date(at)),
    next,
  );
  await expect(time).toHaveText(local);
  await expect(time).toHaveAttribute("title", /\d:\d\d:\d\d/);

  await tools.frame.getByText("Last runs of Comments Sync").click();
  await expect(tools.frame.getByText("Test IO answered 503")).toBeVisible();
});

test("a switch is saved at once, by mouse and by keyboard", async ({ connectionPage, jira, rest }) => {
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  const notify = tools.notify("Issues Sync");
  const stored = async () => (await rest.read<Jobs>("maintenance/jobs")).jobs.find(({ id }) => id === "ISSUES_SYNC")?.notify;
  await expect(notify).not.toBeChecked();
  await notify.click();
  await expect(notify).toBeChecked();
  expect(await stored()).toBe(true);
  await notify.press("Space");
  await expect(notify).not.toBeChecked();
  await expect(notify).toBeFocused();
  expect(await stored()).toBe(false);
});

test("a switch shows that it is being saved, and nothing is read meanwhile", async ({ connectionPage, page, jira, sandbox }) => {
  await page.clock.install();
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  const notify = tools.notify("Issues Sync");
  await sandbox.addFault({ path: "/maintenance/jobs/*", method: "PUT", times: 1, delayMs: 3_000 });
  await notify.click();
  await expect(notify).toHaveAttribute("aria-busy", "true");
  await expect(notify, "it shows what the server has").not.toBeChecked();
  await sandbox.clearRequests();
  await page.clock.fastForward(EVERY);
  await expect(notify).toBeChecked();
  expect(await sandbox.requests()).toMatchObject([{ method: "PUT", path: "/maintenance/jobs/ISSUES_SYNC" }]);
});

test("a switch that fails says so in its place and shows what is so", async ({ connectionPage, jira, sandbox, expectFailure }) => {
  expectFailure(503);
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  const notify = tools.notify("Comments Sync");
  await sandbox.addFault({ path: "/maintenance/jobs/*", method: "PUT", times: 1, status: 503, contentType: "text/html", body: "<h1>nginx</h1>" });
  await notify.click();
  const failed = tools.alert("Not saved");
  await expect(failed).toContainText("Jira can’t answer at the moment (status 503).");
  await expect(notify).not.toBeChecked();
  await failed.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(notify).toBeChecked();
  await expect(failed).toBeHidden();
});

test("a switch whose answer was lost is recognised", async ({ connectionPage, jira, sandbox, expectFailure }) => {
  expectFailure("dropped");
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  await sandbox.clearRequests();
  await sandbox.addFault({ path: "/maintenance/jobs/*", method: "PUT", times: 1, afterCommit: true, dropConnection: true });
  await tools.notify("Comments Sync").click();
  await expect(tools.notify("Comments Sync")).toBeChecked();
  await expect(tools.alert("There was no answer")).toBeHidden();
  expect(await sandbox.writes(), "nothing was sent twice").toHaveLength(1);
});

test("the jobs are read again while they are in view, and not otherwise", async ({ connectionPage, page, jira, sandbox }) => {
  await page.clock.install();
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  await expect(tools.job("Issues Sync")).not.toContainText("Running");
  await sandbox.setJob("ISSUES_SYNC", "RUNNING");
  const again = page.waitForResponse(/\/maintenance\/jobs$/);
  await page.clock.fastForward(EVERY);
  await again;
  await expect(tools.job("Issues Sync")).toContainText("Running");

  await tools.select("cloud");
  await sandbox.clearRequests();
  await page.clock.fastForward(2 * EVERY);
  expect(await sandbox.requests()).toEqual([]);
  await sandbox.setJob("ISSUES_SYNC", "SUCCEEDED", "3 issues");
  await tools.select("jobs");
  await expect(tools.job("Issues Sync")).toContainText("Succeeded");
});

test("a job that the page does not know has the server's words", async ({ connectionPage, page, jira, rest }) => {
  const { jobs } = await rest.read<{ jobs: object[] }>("maintenance/jobs");
  const unknown = { ...jobs[0], id: "LICENCE_CHECK", name: "Licence Check", description: "Looks whether the licence is valid." };
  await page.route("**/maintenance/jobs", (route) => route.fulfill({ json: { jobs: [unknown] }, headers: { "X-AUSERNAME": "admin" } }));
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  await expect(tools.job("Licence Check")).toContainText("Looks whether the licence is valid.");
  await expect(tools.notify("Licence Check")).toBeVisible();
});

test("without the right the tab says so, and asks again", async ({ connectionPage, jira, sandbox, expectFailure }) => {
  expectFailure(403);
  await sandbox.setAdministrator("admin", false);
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.visit("jobs");
  await expect(tools.frame.getByText("This is for Jira administrators")).toBeVisible();
  await sandbox.setAdministrator("admin", true);
  await tools.button("Try again").click();
  await expect(tools.job("Issues Sync")).toBeVisible();
});

test("in a narrow window each job is a card, and nothing scrolls sideways", async ({ connectionPage, page, jira }) => {
  await page.setViewportSize({ width: 600, height: 700 });
  const tools = new MaintenanceTools(connectionPage.page, jira);
  await tools.open("jobs");
  await expect(tools.notify("Connections Sync")).toBeVisible();
  const beyond = await tools.frame.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});

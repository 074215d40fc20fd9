/** Maintenance, Logs: what was logged, on the page and as a file, and never a key in either. */
import { readFile } from "node:fs/promises";

import type { Download } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";

const DOWNLOAD = "/maintenance/logs/download";
const MINUTE = 60_000;

/** It looks like a key. */
const SECRET = "0123456789abcdef0123456789abcdef01234567";

const PLUGIN = "io.test.jira.sandbox";

/** What a person would type into a field for a date and a time. */
function local(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * MINUTE);
  return date.toISOString().slice(0, 16);
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

test("the last hour is shown newest first, filtered by level and text", async ({ connectionPage: _loggedIn, page, jira, sandbox }) => {
  await sandbox.log.write(
    { level: "INFO", logger: `${PLUGIN}.Sync`, message: "3 bugs brought to Jira" },
    { level: "ERROR", logger: PLUGIN, message: "Test IO could not be reached\n\tat io.test.jira.Client.get(Client.java:87)" },
    { level: "WARN", logger: "com.atlassian.jira.web", message: "An odd request" },
  );
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  const error = tools.lines.filter({ hasText: "Test IO could not be reached" });
  await expect(error).toContainText("Error");
  await expect(error).toContainText(PLUGIN);
  expect(await error.locator(".tio-log__message").innerText(), "lines stay lines").toContain("reached\n at io.test");
  await expect(tools.lines.filter({ hasText: "An odd request" }), "that is Jira's").toBeHidden();

  await tools.frame.getByRole("checkbox", { name: "Only what the Test IO plugin logged" }).click();
  await expect(tools.lines.filter({ hasText: "An odd request" })).toContainText("Warning");
  const status = tools.panel("logs").getByRole("status").filter({ hasText: "newest first." });
  const all = await tools.lines.count();
  await expect(status).toHaveText(new RegExp(`^${all} lines, newest first\\.`));

  await tools.frame.getByRole("combobox", { name: "Level" }).selectOption("Errors alone");
  await expect(tools.lines).toHaveCount(1);
  await expect(status).toHaveText(new RegExp(`^1 of ${all} lines, newest first\\.`));
  await tools.frame.getByRole("searchbox", { name: "Filter lines" }).fill("nothing has this");
  await expect(tools.lines).toHaveCount(0);
  await tools.button("Show all lines").click();
  await expect(tools.lines).toHaveCount(all);
});

test("the lines are scrolled by keyboard, and Refresh brings what is new", async (
  { connectionPage: _loggedIn, page, jira, sandbox },
) => {
  const many = Array.from({ length: 250 }, (_, index) => ({ level: "INFO", logger: PLUGIN, message: `line ${index + 1}` }) as const);
  await sandbox.log.write(...many);
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await expect(tools.lines).toHaveCount(200);
  await expect(tools.panel("logs").getByRole("status").filter({ hasText: "older lines are in the file alone." })).toBeVisible();
  const region = tools.frame.getByRole("region", { name: "Lines of the log, newest first" });
  await region.focus();
  await page.keyboard.press("End");
  await expect.poll(() => region.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);

  await sandbox.log.write({ level: "WARN", logger: PLUGIN, message: "just now" });
  await tools.button("Refresh").press("Enter");
  await expect(tools.lines.first()).toContainText("just now");
});

test("a range is entered in the reader's time zone, and each mistake is said beside its field", async (
  { connectionPage: _loggedIn, page, jira, sandbox },
) => {
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await tools.frame.getByRole("combobox", { name: "Range" }).selectOption("From – to");
  const from = tools.frame.getByLabel("From", { exact: true });
  const to = tools.frame.getByLabel("To", { exact: true });
  const show = tools.button("Show");
  const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  await expect(from).toHaveAccessibleDescription(`In your time zone, ${zone}. At most 3 days.`);
  const now = Date.now();
  await sandbox.clearRequests();

  await from.fill(local(now));
  await to.fill(local(now - 60 * MINUTE));
  await show.click();
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expect(from).toHaveAccessibleDescription(/^From is after To\./);
  await from.fill(local(now - 73 * 60 * MINUTE));
  await to.fill(local(now));
  await show.click();
  await expect(to).toHaveAccessibleDescription("There are more than 3 days between From and To.");
  await to.fill("");
  await show.click();
  await expect(to).toHaveAccessibleDescription("Enter a date and a time.");
  expect(await sandbox.requests(), "nothing of that was asked for").toEqual([]);

  await from.fill(local(now - 2 * 24 * 60 * MINUTE));
  await to.fill(local(now - 24 * 60 * MINUTE));
  await to.press("Enter");
  await expect(tools.panel("logs")).toContainText("Nothing was logged in this range");
  const utc = (at: number) => new Date(Math.floor(at / MINUTE) * MINUTE).toISOString().replace(".000Z", "Z");
  const [asked] = await sandbox.requests();
  expect(decodeURIComponent(asked!.path)).toContain(`from=${utc(now - 2 * 24 * 60 * MINUTE)}&to=${utc(now - 24 * 60 * MINUTE)}`);
  await tools.frame.getByRole("combobox", { name: "Range" }).selectOption("Last hour");
  await expect(tools.lines.first()).toBeVisible();
});

test("the file has all lines of the range, is named by it, and has no key in it", async (
  { connectionPage: _loggedIn, page, jira, sandbox },
) => {
  await sandbox.log.write({ level: "WARN", logger: PLUGIN, message: `Refused: Token ${SECRET}` });
  // A server of another version, that forgets to black it out.
  await page.route("**/maintenance/logs/download*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll("[redacted]", SECRET);
    await route.fulfill({ response, body });
  });
  await page.route("**/maintenance/logs?*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll("[redacted]", SECRET);
    await route.fulfill({ response, body });
  });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await expect(tools.lines.filter({ hasText: "Refused: Token [redacted]" })).toBeVisible();
  expect(await tools.frame.locator("html").innerHTML()).not.toContain(SECRET.slice(0, 8));
  const coming = page.waitForEvent("download");
  await tools.button(/^Download \(/).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^test-io-log_\d{4}(-\d\d){2}T[\d.-]+Z_\d{4}(-\d\d){2}T[\d.-]+Z\.log$/);
  const text = await textOf(download);
  expect(text).toContain("Refused: Token [redacted]");
  expect(text).not.toContain(SECRET.slice(0, 8));
  await expect(tools.frame.getByText("The log was downloaded")).toBeVisible();
});

test("a large file is asked about, comes piece by piece, and goes on while another tab is looked at", async (
  { connectionPage: _loggedIn, page, jira, sandbox },
) => {
  test.slow();
  await sandbox.log.grow(110);
  await sandbox.addFault({ path: DOWNLOAD, times: 1, afterBytes: { bytes: 5_000_000, then: "stall" } });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await tools.frame.getByRole("checkbox").click();
  const start = tools.button(/^Download \(11\d(\.\d)? MB\)$/);
  await start.press("Enter");
  const question = tools.frame.getByRole("alertdialog", { name: /^Download 11\d(\.\d)? MB\?$/ });
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await start.press("Enter");
  await question.getByRole("button", { name: "Download all the same" }).press("Enter");
  const bar = tools.frame.getByRole("progressbar", { name: "Downloading the log" });
  await expect(bar).toHaveAttribute("aria-valuenow", "4");
  await expect(start).toHaveAccessibleDescription("A download is under way.");
  await tools.select("cloud");
  await expect(bar).toBeVisible();
  await tools.button("Cancel download").press("Enter");
  await expect(bar).toBeHidden();
});

test("a stream that breaks off is no file, and the next attempt begins anew", async (
  { connectionPage: _loggedIn, page, jira, sandbox, expectFailure },
) => {
  expectFailure("dropped");
  await sandbox.log.grow(1);
  await sandbox.addFault({ path: DOWNLOAD, times: 1, afterBytes: { bytes: 300_000, then: "break" } });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await tools.frame.getByRole("checkbox").click();
  const saved: Download[] = [];
  page.on("download", (download) => saved.push(download));
  await tools.button(/^Download \(.* MB\)/).click();
  const failed = tools.alert("The download broke off");
  await expect(failed).toContainText("Jira can’t be reached. Check your network.");
  expect(saved).toEqual([]);
  const coming = page.waitForEvent("download");
  await failed.getByRole("button", { name: "Try again" }).click();
  expect((await textOf(await coming)).length).toBeGreaterThan(900_000);
  await expect(failed).toBeHidden();
});

test("where the log is gone, that is what is said", async ({ connectionPage: _loggedIn, page, jira, sandbox, expectFailure }) => {
  expectFailure(404);
  await sandbox.log.write({ level: "WARN", logger: PLUGIN, message: "before it went" });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await expect(tools.lines.first()).toBeVisible();
  await sandbox.log.delete();
  await tools.button(/^Download \(/).click();
  await expect(tools.alert("The log wasn’t downloaded")).toContainText("The server that answered can’t find its log.");
  await tools.button("Dismiss").click();
  await tools.button("Refresh").click();
  await expect(tools.alert("The log couldn’t be loaded")).toContainText("The server that answered can’t find its log.");
  await sandbox.log.begin();
  await tools.button("Try again").click();
  await expect(tools.alert("The log couldn’t be loaded")).toBeHidden();
});

test("a download waits for a login, and goes on", async ({ connectionPage: _loggedIn, page, jira, sandbox, expectFailure }) => {
  expectFailure(401);
  await sandbox.log.write({ level: "WARN", logger: PLUGIN, message: "after the login" });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("logs");
  await expect(tools.lines.first()).toBeVisible();
  await sandbox.addFault({ path: DOWNLOAD, times: 1, status: 401, contentType: "application/json", body: "{}" });
  await tools.button(/^Download \(/).click();
  const banner = tools.alert("You have been logged out of Jira");
  await expect(banner).toBeVisible();
  const coming = page.waitForEvent("download");
  await banner.getByRole("button", { name: "Try again now" }).click();
  expect(await textOf(await coming)).toContain("after the login");
});

/** The tab Health of the Maintenance page: where the way to Test IO breaks, why, and what to do about it. */
import { readFile } from "node:fs/promises";

import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS, hintOf } from "../support/demo.ts";
import { logIn } from "../support/rest.ts";
import { iframe } from "../support/frame.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";
import type { Way } from "../support/sandbox.ts";

const STEPS = [
  "Jira’s database",
  "Name of the host",
  "Connection",
  "Encryption (TLS)",
  "Test IO’s API",
  "Stored API keys",
];

/** The ways astray: at which step each breaks, what the page says of it, and what it advises. */
const ASTRAY: readonly { way: Way; step: number; says: RegExp; advises: RegExp }[] = [
  { way: "UNKNOWN_HOST", step: 1, says: /No name server knows \S+\./, advises: /look up \S+ \(DNS\).*-Dhttps\.proxyHost/ },
  {
    way: "CLOSED_PORT",
    step: 2,
    says: /Nothing accepts connections at \S+:\d+\./,
    advises: /Ask your network team to allow HTTPS from Jira’s server to \S+, port \d+\./,
  },
  {
    way: "OWN_CERTIFICATE",
    step: 3,
    says: /Jira does not trust the certificate of \S+:\d+\./,
    advises: /import its root certificate into the trust store of Jira’s Java/,
  },
  {
    way: "PROXY_PASSWORD",
    step: 2,
    says: /The proxy \S+:\d+ wants a name and a password/,
    advises: /-Dhttp\.proxyUser and -Dhttp\.proxyPassword/,
  },
  { way: "NO_ANSWER", step: 4, says: /Test IO did not answer in time\./, advises: /Run the checks again in a few minutes/ },
  {
    way: "UNAVAILABLE",
    step: 4,
    says: /Test IO is not available at the moment: HTTP status 503\./,
    advises: /Test IO’s support, and tell them the address: https:\/\/\S+/,
  },
];

function stepsOf(tools: MaintenanceTools) {
  return tools.frame.getByRole("list", { name: "Checks" }).locator("> li");
}

for (const { way, step, says, advises } of ASTRAY) {
  test(`${way}: the page and the details name the cause and the next step within 15 seconds`, async (
    { connectionPage: _loggedIn, jira, page, rest, sandbox },
  ) => {
    await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
    await sandbox.way(way);
    const tools = new MaintenanceTools(page, jira);
    await tools.open("health");
    await tools.button("Run checks").click();
    const failed = stepsOf(tools).nth(step);
    await expect(failed).toContainText(says, { timeout: 15_000 });
    await expect(failed).toContainText(advises);
    await expect(failed).toContainText("Failed");
    await expect(tools.frame.getByRole("status").filter({ hasText: `A check failed: ${STEPS[step]}.` })).toBeVisible();
    for (const [place, name] of STEPS.entries()) {
      await expect(stepsOf(tools).nth(place)).toContainText(name);
      await expect(stepsOf(tools).nth(place)).toContainText(place < step ? /Passed|Skipped/ : place > step ? "Skipped" : "Failed");
    }

    const download = page.waitForEvent("download");
    await tools.button("Download details").click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^test-io-checks-\d{4}-\d\d-\d\d\.txt$/);
    const text = await readFile(await saved.path(), "utf8");
    expect(text).toMatch(says);
    expect(text).toMatch(advises);
    expect(text).toMatch(new RegExp(`^${step + 1}\\. ${STEPS[step]!.replace(/[()]/g, "\\$&")}: Failed$`, "m"));
    expect(text).toMatch(/^Plugin: \S+/m);
    expect(text).not.toContain(KEYS.acmeEu);
    expect(text).not.toContain(hintOf(KEYS.acmeEu));
    await expectAccessible(tools.frame);
  });
}

test("by keyboard: all passes through a proxy, and the report is there again later", async (
  { connectionPage: _loggedIn, context, jira, page, rest, sandbox },
) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  await sandbox.way("PROXY");
  const tools = new MaintenanceTools(page, jira);
  await tools.open("health");
  await expect(tools.frame.getByText("The checks have not been run yet.")).toBeVisible();
  const run = tools.button("Run checks");
  await run.focus();
  await page.keyboard.press("Enter");
  await expect(tools.frame.getByText("Jira reaches Test IO.")).toBeVisible({ timeout: 15_000 });
  await expect(run).toBeFocused();
  await expect(stepsOf(tools).nth(2)).toContainText(/Proxy: \S+:\d+/);
  await expect(stepsOf(tools).nth(5)).toContainText("2 keys accepted");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(tools.button("Copied")).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("2 keys accepted");

  await page.reload();
  await expect(tools.frame.getByText("Jira reaches Test IO.")).toBeVisible();
  await expect(tools.panel("health").getByRole("time")).toBeVisible();
});

test("a key that is not accepted leads to its connection", async (
  { connectionPage, jira, page, rest },
) => {
  const project = await rest.project("SHOP");
  await rest.add(project, { apiKey: KEYS.revoked, accountLabel: "ACME US", verify: false });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("health");
  await tools.button("Run checks").click();
  const keys = stepsOf(tools).nth(5);
  await expect(keys).toContainText("Not all stored keys were accepted.");
  await expect(keys).toContainText("ACME US");
  await expect(keys).toContainText("Test IO refused it");
  await expect(keys).toContainText("in 1 connection");
  await keys.getByRole("link", { name: project.name }).click();
  await expect(page).toHaveURL(/\/testio\/connection#\/connections\/\d+$/);
  await expect(connectionPage.heading(project.name)).toBeVisible();
});

test("a connection that is out of reach leads to the checks", async ({ connectionPage, page, rest, sandbox }) => {
  await sandbox.way("CLOSED_PORT");
  await rest.update("global", { apiKey: KEYS.acmeEu, verify: false });
  await connectionPage.open();
  await expect(connectionPage.detail.getByRole("link", { name: "Check the way to Test IO" })).toBeHidden();
  await rest.test("global");
  await page.reload();
  await connectionPage.detail.getByRole("link", { name: "Check the way to Test IO" }).click();
  await expect(page).toHaveURL(/\/testio\/maintenance#\/health$/);
  await expect(page.frameLocator(iframe("maintenance")).getByRole("heading", { name: "Does Jira reach Test IO?" })).toBeVisible();
});

test("a run that somebody else has started is followed", async (
  { connectionPage: _loggedIn, jira, page, rest, sandbox },
) => {
  await sandbox.way("NO_ANSWER");
  const theirs = rest.runChecks();
  const tools = new MaintenanceTools(page, jira);
  await tools.open("health");
  await expect(tools.frame.getByRole("status").filter({ hasText: "Check 5 of 6 is under way" })).toBeVisible();
  await expect(tools.button("Run checks")).toHaveAttribute("aria-busy", "true");
  await expect(stepsOf(tools).nth(4)).toContainText("Running");
  await expect(stepsOf(tools).nth(5)).toContainText("Not run yet");
  await theirs;
  await expect(stepsOf(tools).nth(4)).toContainText("Failed");
  await expect(tools.button("Run checks")).not.toHaveAttribute("aria-busy");
});

test("an answer that gets lost is found again", async (
  { connectionPage: _loggedIn, jira, page, sandbox, expectFailure },
) => {
  expectFailure("dropped");
  await sandbox.addFault({ path: "/maintenance/checks", method: "POST", afterCommit: true, dropConnection: true });
  const tools = new MaintenanceTools(page, jira);
  await tools.open("health");
  await tools.button("Run checks").click();
  await expect(tools.frame.getByText("Jira reaches Test IO.")).toBeVisible();
  await expect(tools.panel("health").getByRole("alert").filter({ hasText: /\S/ })).toBeHidden();
});

test("who lacks the right is told which, once, and reads the rest", async ({ jira, page, sandbox, expectFailure }) => {
  expectFailure(403);
  await logIn(page.context().request, sandbox, "user");
  const tools = new MaintenanceTools(page, jira);
  await tools.open("health");
  await expect(tools.frame.getByText("This is for Jira administrators")).toHaveCount(1);
  await expect(tools.button("Run checks")).toBeHidden();
  await sandbox.setAdministrator("user", true);
  await tools.button("Try again").click();
  await expect(tools.button("Run checks")).toBeVisible();
});

test("in German, dark and narrow", async ({ connectionPage, jira, page, sandbox }) => {
  await connectionPage.useTheme("dark");
  await connectionPage.useLocale("de_DE");
  await page.setViewportSize({ width: 600, height: 800 });
  await sandbox.way("CLOSED_PORT");
  const tools = new MaintenanceTools(page, jira, "de");
  await tools.open("health");
  await tools.button("Prüfungen starten").click();
  await expect(tools.frame.getByText(/^Unter \S+ nimmt niemand Verbindungen an\.$/)).toBeVisible();
  await expect(tools.frame.getByText(/^Bitten Sie Ihr Netzwerk-Team, HTTPS vom Jira-Server zu \S+, Port \d+ zu erlauben\.$/)).toBeVisible();
  const sideways = await tools.frame.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await expectAccessible(tools.frame);
});

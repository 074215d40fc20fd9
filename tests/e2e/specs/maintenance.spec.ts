/** The second page of the bundle: its tabs, its addresses, and what it has in common with the first. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { frameOf, iframe } from "../support/frame.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";

test("Maintenance opens from Jira's menu at its first tab", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await page.getByRole("link", { name: "Maintenance" }).click();
  const frame = page.frameLocator(iframe("maintenance"));
  await expect(frame.getByRole("heading", { name: "Maintenance", level: 1 })).toBeVisible();
  await expect(frame.getByRole("tab", { name: "Health", selected: true })).toBeVisible();
  await expect(frame.getByRole("tabpanel", { name: "Health" })).toBeVisible();
  expect(await frame.locator("html").evaluate(() => document.title)).toBe("Maintenance");
  await expect(page).toHaveURL(/\/testio\/maintenance#\/health$/);
  await expectAccessible(frameOf(page));
});

test("what Health shows first is asked for once, and not for another tab", async (
  { connectionPage: _loggedIn, jira, page, sandbox },
) => {
  const tools = new MaintenanceTools(page, jira);
  const asked = async () => (await sandbox.requests()).map(({ method, path }) => `${method} ${path}`);
  await sandbox.clearRequests();
  await tools.open("cloud");
  await expect(tools.panel("cloud").getByRole("heading")).toBeVisible();
  expect(await asked()).toEqual([]);
  await tools.select("health");
  await expect(tools.frame.getByText("The checks have not been run yet.")).toBeVisible();
  expect(await asked()).toEqual(["GET /maintenance/checks"]);
  await sandbox.clearRequests();
  await page.reload();
  await expect(tools.frame.getByText("The checks have not been run yet.")).toBeVisible();
  expect(await asked()).toEqual(["GET /maintenance/checks"]);
});

test("tabs have addresses, by keyboard and by Back and Forward", async (
  { connectionPage: _loggedIn, jira, page },
) => {
  const tools = new MaintenanceTools(page, jira);
  await tools.open("cloud");
  const tab = (name: string) => tools.frame.getByRole("tab", { name, selected: true });
  await tab("Moving to Cloud").focus();
  await page.keyboard.press("Home");
  await expect(tab("Health")).toBeFocused();
  await expect(page).toHaveURL(/#\/health$/);
  await page.keyboard.press("ArrowLeft");
  await expect(tab("Moving to Cloud")).toBeFocused();
  await expect(page).toHaveURL(/#\/cloud$/);
  await page.goBack();
  await expect(tab("Health")).toBeVisible();
  await expect(page).toHaveURL(/#\/health$/);
  await page.goForward();
  await expect(tab("Moving to Cloud")).toBeVisible();
  await expect(page).toHaveURL(/#\/cloud$/);
});

test("Maintenance is as dark and as German as Jira", async ({ connectionPage, page, jira }) => {
  await connectionPage.useTheme("dark");
  await connectionPage.useLocale("de_DE");
  await page.goto(`${jira.url}/plugins/servlet/testio/maintenance#/nowhere`);
  const frame = page.frameLocator(iframe("maintenance"));
  await expect(frame.getByRole("heading", { name: "Wartung" })).toBeVisible();
  await expect(frame.getByRole("tab", { name: "Zustand", selected: true })).toBeVisible();
  await expect(page).toHaveURL(/#\/health$/);
  await expect(frame.locator("html")).toHaveAttribute("data-color-mode", "dark");
  await expectAccessible(frameOf(page));
});

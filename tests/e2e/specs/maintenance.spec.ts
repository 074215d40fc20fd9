/** The second page of the bundle: its tabs, its addresses, and what it has in common with the first. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";

const MAINTENANCE = 'iframe[title="Test IO maintenance"]';

test("Maintenance opens from Jira's menu at its first tab", async ({ connectionPage, page }) => {
  await connectionPage.open();
  await page.getByRole("link", { name: "Maintenance" }).click();
  const frame = page.frameLocator(MAINTENANCE);
  await expect(frame.getByRole("heading", { name: "Maintenance", level: 1 })).toBeVisible();
  await expect(frame.getByRole("tab", { name: "Health", selected: true })).toBeVisible();
  await expect(frame.getByRole("tabpanel", { name: "Health" })).toBeVisible();
  expect(await frame.locator("html").evaluate(() => document.title)).toBe("Maintenance");
  await expect(page).toHaveURL(/\/testio\/maintenance#\/health$/);
  await expectAccessible(page, MAINTENANCE);
});

test("Maintenance is as dark and as German as Jira", async ({ connectionPage, page, jira }) => {
  await connectionPage.useTheme("dark");
  await connectionPage.useLocale("de_DE");
  await page.goto(`${jira.url}/plugins/servlet/testio/maintenance#/nowhere`);
  const frame = page.frameLocator(MAINTENANCE);
  await expect(frame.getByRole("heading", { name: "Wartung" })).toBeVisible();
  await expect(frame.getByRole("tab", { name: "Zustand", selected: true })).toBeVisible();
  await expect(page).toHaveURL(/#\/health$/);
  await expect(frame.locator("html")).toHaveAttribute("data-color-mode", "dark");
  await expectAccessible(page, MAINTENANCE);
});

/** The second page of the bundle: it says where to find what an administrator looks for there. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";

const MAINTENANCE = 'iframe[title="Test IO maintenance"]';

test("Maintenance leads to where a connection is tested, and asks the server for nothing", async (
  { connectionPage, page, sandbox },
) => {
  await connectionPage.open();
  await page.getByRole("link", { name: "Maintenance" }).click();
  const frame = page.frameLocator(MAINTENANCE);
  await expect(frame.getByRole("heading", { name: "Maintenance", level: 1 })).toBeVisible();
  await expect(frame.getByText("Test connection")).toBeVisible();
  expect(await frame.locator("html").evaluate(() => document.title)).toBe("Maintenance");
  await expectAccessible(page, MAINTENANCE);

  await sandbox.clearRequests();
  await page.reload();
  await expect(frame.getByRole("heading", { name: "Maintenance", level: 1 })).toBeVisible();
  expect(await sandbox.requests()).toEqual([]);
  await frame.getByRole("link", { name: "Go to Connection" }).click();
  await expect(page).toHaveURL(/\/testio\/connection#\/global$/);
  await expect(connectionPage.globalRow).toBeVisible();
});

test("Maintenance is as dark and as German as Jira", async ({ connectionPage, page, jira }) => {
  await connectionPage.useTheme("dark");
  await connectionPage.useLocale("de_DE");
  await page.goto(`${jira.url}/plugins/servlet/testio/maintenance`);
  const frame = page.frameLocator(MAINTENANCE);
  await expect(frame.getByRole("heading", { name: "Wartung" })).toBeVisible();
  await expect(frame.getByRole("link", { name: "Zur Verbindung" })).toBeVisible();
  await expect(frame.locator("html")).toHaveAttribute("data-color-mode", "dark");
  await expectAccessible(page, MAINTENANCE);
});

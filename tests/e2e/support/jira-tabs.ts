/** Jira's own pages in a second tab, in which a person logs in or confirms to be an administrator. */
import { expect, type Locator, type Page } from "@playwright/test";

/** Follows the link to the login page, logs in there, and closes that tab. */
export async function logInThrough(link: Locator): Promise<void> {
  const tab = await tabOf(link);
  await tab.getByLabel("Username").fill("admin");
  await tab.getByLabel("Password").fill("admin");
  await tab.getByRole("button", { name: "Log In" }).click();
  await leave(tab);
}

/** Follows the link to the WebSudo page, gives the password there, and closes that tab. */
export async function confirmThrough(link: Locator): Promise<void> {
  const tab = await tabOf(link);
  await expect(tab.getByRole("heading", { name: "Administrator Access" })).toBeVisible();
  await tab.getByLabel("Password").fill("admin");
  await tab.getByRole("button", { name: "Confirm" }).click();
  await leave(tab);
}

async function tabOf(link: Locator): Promise<Page> {
  const opened = link.page().context().waitForEvent("page");
  await link.click();
  return opened;
}

/** Leaves once Jira has sent the person on: from then on the session is another one. */
async function leave(tab: Page): Promise<void> {
  await expect(tab.getByLabel("Password")).toBeHidden();
  await tab.close();
}

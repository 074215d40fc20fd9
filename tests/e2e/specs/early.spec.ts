/** What is shown first is asked for while the page's module is still on its way, and not a second time. */
import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { asked } from "../support/asked.ts";
import { KEYS } from "../support/demo.ts";

const FIRST = ["/connections/global", "/connections/summary", "/connections?startAt=0&maxResults=50"];

/** Before the paths of the plugin's requests. */
const REST = "/rest/testio/1.0";

/** Holds the module back; gives what lets it go. */
async function heldBack(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/*.wasm", async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

test("the list, the Global connection and the figures", async ({ connectionPage, page, rest }) => {
  const { name } = await rest.project("SMOK");
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  const paths = asked(page, REST);
  const letGo = await heldBack(page);
  await connectionPage.visit();
  await expect.poll(() => paths.toSorted()).toEqual(FIRST.toSorted());
  letGo();
  await expect(connectionPage.row(name)).toBeVisible();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await expect(connectionPage.frame.getByText("1 project has its own")).toBeVisible();
  expect(paths.toSorted(), "and each only once").toEqual(FIRST.toSorted());
});

test("the connection that a link leads to", async ({ connectionPage, page, rest }) => {
  const { name } = await rest.project("SMOK");
  const { id } = await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  const lastPart = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/split_tools.wasm"));
  await connectionPage.visit();
  await connectionPage.goToFragment(`#/connections/${id}`);
  await expect(connectionPage.heading(name)).toBeVisible();
  // Whatever is still on its way would fail with the reload.
  await lastPart;
  const paths = asked(page, REST);
  const letGo = await heldBack(page);
  await connectionPage.frame.locator("html").evaluate(() => location.reload());
  const all = [...FIRST, `/connections/${id}`].toSorted();
  await expect.poll(() => paths.toSorted()).toEqual(all);
  letGo();
  await expect(connectionPage.heading(name)).toBeVisible();
  expect(paths.toSorted()).toEqual(all);
});

test("an answer that never comes is waited for no longer than any other", async ({ connectionPage, page, sandbox }) => {
  await page.clock.install();
  await sandbox.addFault({ path: "/connections/global", method: "GET", delayMs: 600_000 });
  await connectionPage.visit();
  await expect(connectionPage.frame.getByText("Jira Project specific (0)")).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(connectionPage.detail.getByText("This couldn’t be loaded")).toBeVisible();
});

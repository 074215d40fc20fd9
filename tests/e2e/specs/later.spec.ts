/** Parts of the page that come later: fetched when the browser is idle, and what happens when they can't be. */
import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { PART_FAULTS, saidOf } from "../support/fault-parts.ts";

/** The file of the dialogs that pick a project. */
const PART = "**/split_projects.wasm";

/** The names of the parts that have been asked for, from now on. */
function partsAsked(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    const name = new URL(request.url()).pathname.split("/").at(-1)!;
    if (/^(split|chunk)_/.test(name)) {
      names.push(name);
    }
  });
  return names;
}

/** Keeps answers to a request back; gives what lets them go. */
async function heldBack(page: Page, url: string): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(url, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

test("after the page was idle, opening anything asks for no more of the page", async ({ connectionPage, page }) => {
  const parts = partsAsked(page);
  await connectionPage.open();
  await expect.poll(() => parts).toContain("split_tools.wasm");
  await page.waitForLoadState("networkidle");
  const before = [...parts];
  expect(new Set(before).size, "each is asked for once").toBe(before.length);
  const dialog = await connectionPage.openAddDialog();
  await expect(dialog.getByRole("combobox", { name: "Jira project" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await connectionPage.frame.getByRole("button", { name: "Which connection applies?" }).click();
  await expect(connectionPage.dialog("Which connection applies?").getByRole("combobox", { name: "Jira project" })).toBeVisible();
  expect(parts).toEqual(before);
});

test("no part is asked for before the page can be used", async ({ connectionPage, page }) => {
  const parts = partsAsked(page);
  const letGo = await heldBack(page, "**/connections/summary");
  await connectionPage.open();
  // The browser gets as idle as it can be twice, and the second time comes after all that waited for the first.
  await connectionPage.frame.locator("html").evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => requestIdleCallback(() => done()))),
  );
  expect(parts).toEqual([]);
  letGo();
  await expect.poll(() => parts.length).toBeGreaterThan(0);
});

test("a part that is asked for early says that it is coming, opens, and gives the focus back", async ({ connectionPage, page }) => {
  const letGo = await heldBack(page, PART);
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await expect(dialog.getByText("Loading…")).toBeAttached();
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  letGo();
  await expect(dialog.getByRole("combobox", { name: "Jira project" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.list.getByRole("button", { name: "Add connection" })).toBeFocused();
});

// The button was gone before it was let go, and the dialog opened that nobody wanted any more.
test("a press on Cancel that has begun when the part comes counts", async ({ connectionPage, page }) => {
  const letGo = await heldBack(page, PART);
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("button", { name: "Cancel" }).hover();
  await page.mouse.down();
  const come = page.waitForEvent("requestfinished", (request) => request.url().endsWith(PART.slice(2)));
  letGo();
  await come;
  await connectionPage.nextFrames(10);
  await page.mouse.up();
  await expect(dialog).toBeHidden();
  await connectionPage.nextFrames(10);
  await expect(dialog).toBeHidden();
});

// For two frames there was no dialog that could hear it, and then the one opened that nobody wanted any more.
test("Escape counts at the moment at which a part comes", async ({ connectionPage, page }) => {
  await page.clock.install();
  const letGo = await heldBack(page, PART);
  await connectionPage.open();
  await page.clock.pauseAt(Date.now() + 60_000);
  const dialog = await connectionPage.openAddDialog();
  const coming = connectionPage.frame.getByText("Loading…");
  await expect(coming).toBeAttached();
  letGo();
  await expect(coming).not.toBeAttached();
  // Of the two, the first closes the list of projects.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.clock.resume();
  await connectionPage.nextFrames(10);
  await expect(dialog).toBeHidden();
  await expect(connectionPage.list.getByRole("button", { name: "Add connection" })).toBeFocused();
});

test("a part that is not waited for any longer does not open when it comes", async ({ connectionPage, page }) => {
  const letGo = await heldBack(page, PART);
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(connectionPage.list.getByRole("button", { name: "Add connection" })).toBeFocused();
  const came = page.waitForResponse(PART);
  letGo();
  await (await came).finished();
  await page.waitForLoadState("networkidle");
  await expect(dialog).toBeHidden();
});

for (const fault of PART_FAULTS.filter(({ updated }) => !updated)) {
  test(`instead of a part comes ${fault.name}: the page says so, what was typed stays, and Try again helps`, async ({
    connectionPage,
    page,
    expectFailure,
  }) => {
    const { title, text, offer } = saidOf(fault);
    expectFailure(...fault.counts);
    await page.route(PART, fault.answer);
    await connectionPage.open();
    await connectionPage.labelField.fill("ACME EU");
    const dialog = await connectionPage.openAddDialog();
    await expect(dialog.getByRole("alert")).toContainText(title);
    await expect(dialog.getByRole("alert")).toContainText(text);
    await dialog.getByRole("button", { name: offer }).click();
    await expect(dialog.getByRole("button", { name: offer })).toBeFocused();
    await expect(dialog.getByRole("alert")).toContainText(title);
    await page.unroute(PART);
    await dialog.getByRole("button", { name: offer }).click();
    await expect(dialog.getByRole("combobox", { name: "Jira project" })).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(connectionPage.labelField).toHaveValue("ACME EU");
  });
}

test("after the plugin was updated, a part that is gone offers to reload", async ({ connectionPage, page, expectFailure }) => {
  const fault = PART_FAULTS.find(({ updated }) => updated)!;
  const { title, text, offer } = saidOf(fault);
  expectFailure(...fault.counts);
  await page.route(PART, fault.answer);
  const looked = page.waitForResponse((response) => {
    return response.url().endsWith("/page/connection/") && response.request().resourceType() === "fetch";
  });
  await connectionPage.open();
  await looked;
  // As the next version's document is.
  await page.route("**/page/connection/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/testio-connection-[0-9a-f]+/g, "testio-connection-0123456789abcdef");
    await route.fulfill({ response, body });
  });
  const dialog = await connectionPage.openAddDialog();
  await expect(dialog.getByRole("alert")).toContainText(title);
  await expect(dialog.getByRole("alert")).toContainText(text);
  await page.unrouteAll();
  await dialog.getByRole("button", { name: offer }).click();
  const dialogAfter = await connectionPage.openAddDialog();
  await expect(dialogAfter.getByRole("combobox", { name: "Jira project" })).toBeVisible();
});

test("the Maintenance page says when it can't be loaded, and can be tried again", async ({ connectionPage, page, jira, expectFailure }) => {
  expectFailure("dropped");
  await page.route("**/split_maintenance.wasm", (route) => route.abort());
  await connectionPage.open();
  await page.goto(`${jira.url}/plugins/servlet/testio/maintenance`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText(saidOf(PART_FAULTS[0]!).title)).toBeVisible();
  await page.unrouteAll();
  await frame.getByRole("button", { name: "Try again" }).click();
  await expect(frame.getByRole("heading", { name: "Maintenance" })).toBeVisible();
});

/** Each connection has an address; Back and Forward move between them. */
import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { iframe } from "../support/frame.ts";

test("selecting a row changes the address, and Back and Forward follow it", async (
  { connectionPage, rest, page },
) => {
  const [first, second] = [await rest.project("SMOK"), await rest.project("SHOP")];
  const { id } = await rest.add(first);
  await rest.add(second);
  await connectionPage.open();
  await connectionPage.row(first.name).click();
  await expect(connectionPage.heading(first.name)).toBeVisible();
  expect(await connectionPage.fragment()).toBe(`#/connections/${id}`);
  await connectionPage.row(second.name).click();
  await expect(connectionPage.heading(second.name)).toBeVisible();

  await page.goBack();
  await expect(connectionPage.heading(first.name)).toBeVisible();
  await page.goBack();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await page.goForward();
  await expect(connectionPage.heading(first.name)).toBeVisible();
  await connectionPage.expectSelected(connectionPage.row(first.name));
});

test("an address leads to its connection", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await connectionPage.goToFragment(`#/connections/${id}`);
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await connectionPage.goToFragment("#/global");
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

test("the address of a connection that is gone says so, and leads on", async ({ connectionPage, expectFailure }) => {
  expectFailure(404);
  await connectionPage.open();
  await connectionPage.goToFragment("#/connections/4711");
  await expect(connectionPage.detail.getByText("This connection is gone")).toBeVisible();
  await connectionPage.detail.getByText("Go to the Global connection").click();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

/** Puts a fragment into the address of the open admin page, as somebody who pastes a link there. */
async function paste(page: Page, fragment: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), fragment);
}

test("a link pasted into the address of the open admin page is followed, and Back returns at once", async (
  { connectionPage, page, rest },
) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await paste(page, `#/connections/${id}`);
  await expect(connectionPage.heading(project.name)).toBeVisible();
  expect(await connectionPage.fragment()).toBe(`#/connections/${id}`);
  await page.goBack();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await paste(page, "#the-host-s-own");
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
});

test("unsaved input is asked about before a pasted link is followed", async ({ connectionPage, page, rest }) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  await connectionPage.open();
  await connectionPage.labelField.fill("typed");
  await paste(page, `#/connections/${id}`);
  const dialog = connectionPage.dialog("Leave without saving?");
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await expect(connectionPage.labelField).toHaveValue("typed");
  await expect(page).toHaveURL(/#\/global$/);
  await paste(page, `#/connections/${id}`);
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/connections/${id}$`));
});

test("a row opened in a new tab has Jira around it", async ({ connectionPage, context, page, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  const opened = context.waitForEvent("page");
  await connectionPage.row(project.name).click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await expect(tab).toHaveURL(/\/plugins\/servlet\/testio\/connection#\/connections\/\d+$/);
  await expect(tab.frameLocator(iframe("connection")).getByRole("heading", { name: project.name })).toBeVisible();
  await expect(connectionPage.heading("Global (default)")).toBeVisible();
  await expect(page).toHaveURL(/#\/global$/);
});

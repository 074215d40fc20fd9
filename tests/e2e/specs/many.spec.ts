/** Ten thousand projects and five thousand connections: what is far down is a few requests and keys away. */
import type { Locator } from "@playwright/test";

import { expect, test as base } from "../fixtures.ts";
import { asked } from "../support/asked.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import type { Connection, Rest } from "../support/rest.ts";
import { Sandbox } from "../support/sandbox.ts";

const PROJECTS = 10_000;
const CONNECTIONS = 5_000;

const test = base.extend<object, { readonly sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start({ projects: PROJECTS, connections: CONNECTIONS });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
});

/** The project connection at that place of the list, from 0. */
async function connectionAt(rest: Rest, index: number): Promise<Connection> {
  const page = await rest.read<{ values: Connection[] }>(`connections?startAt=${index}&maxResults=1`);
  return page.values[0]!;
}

function rowOf({ frame, projectRows }: ConnectionPage, { project }: Connection): Locator {
  return projectRows.filter({ has: frame.getByText(project!.key, { exact: true }) });
}

test("a link leads to its row far down, with a few pages on the way", async ({ connectionPage, page, rest }) => {
  const wanted = await connectionAt(rest, 4_321);
  await connectionPage.open();
  const pages = asked(page, "connections?startAt=");
  await connectionPage.goToFragment(`#/connections/${wanted.id}`);
  await expect(connectionPage.heading(wanted.project!.name)).toBeVisible();
  await expect(rowOf(connectionPage, wanted)).toBeInViewport();
  await connectionPage.expectSelected(rowOf(connectionPage, wanted));
  expect(pages.length).toBeLessThan(5);
});

test("letters typed on a row lead to the next name that begins with them, far beyond what is loaded", async (
  { connectionPage, page, rest },
) => {
  const [first, wanted] = [await connectionAt(rest, 0), await connectionAt(rest, 4_000)];
  const letters = wanted.project!.name.slice(0, 3);
  await connectionPage.open();
  await rowOf(connectionPage, first).focus();
  const pages = asked(page, "connections?startAt=");
  await page.keyboard.type(letters);
  const focused = connectionPage.projectRows.and(connectionPage.frame.locator(":focus"));
  await expect(focused).toContainText(new RegExp(`^${letters}`, "i"));
  await expect(focused).toBeInViewport();
  expect(pages.length, "a page for each letter, and the pages in view").toBeLessThan(3 * letters.length);
});

test("the keyboard gets to the last connection, and a screen reader is told where that is", async (
  { connectionPage, page, rest },
) => {
  const [first, last] = [await connectionAt(rest, 0), await connectionAt(rest, CONNECTIONS - 1)];
  await connectionPage.open();
  await rowOf(connectionPage, first).focus();
  await page.keyboard.press("End");
  // The focus follows once the row's connection is there.
  await expect(rowOf(connectionPage, last)).toBeFocused();
  const item = connectionPage.list.getByRole("listitem").last();
  await expect(item).toContainText(last.project!.name);
  await expect(item).toHaveAttribute("aria-posinset", String(CONNECTIONS));
  await expect(item).toHaveAttribute("aria-setsize", String(CONNECTIONS));
  await page.keyboard.press("Enter");
  await expect(connectionPage.heading(last.project!.name)).toBeVisible();
});

test("a pull at the scroll bar loads the pictures of where it ends, not of all on the way", async (
  { connectionPage, page, rest },
) => {
  const last = await connectionAt(rest, CONNECTIONS - 1);
  await connectionPage.open();
  const pictures = asked(page, "avatar");
  await connectionPage.list.getByRole("list", { name: /^Jira Project specific/ }).evaluate(async (rows) => {
    const list = rows.parentElement!;
    while (list.scrollTop + list.clientHeight < list.scrollHeight - 1) {
      list.scrollTop += 3 * list.clientHeight;
      await new Promise(requestAnimationFrame);
    }
  });
  const row = rowOf(connectionPage, last);
  await expect(row).toBeInViewport();
  await expect.poll(() => row.locator("img").evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.length).toBeLessThan(60);
});

test("the filter finds one of all in seconds", async ({ connectionPage, rest }) => {
  const wanted = await connectionAt(rest, 3_210);
  await connectionPage.open();
  await connectionPage.filterField.fill(wanted.project!.key);
  await rowOf(connectionPage, wanted).click();
  await expect(connectionPage.heading(wanted.project!.name)).toBeVisible();
  await connectionPage.filterField.fill("");
  await expect(rowOf(connectionPage, wanted), "and it is still the one that is selected").toBeInViewport();
});

test("of the projects without a connection that match, ten are named, and nobody counts the rest", async (
  { connectionPage, page },
) => {
  await connectionPage.open();
  const searched = asked(page, "projects?startAt=");
  await connectionPage.filterField.fill("e");
  await expect(connectionPage.unconnected.getByRole("listitem")).toHaveCount(10);
  await expect(connectionPage.unconnected).toContainText("There may be more. Type more of the name or key.");
  expect(searched).toHaveLength(1);
  await expect(connectionPage.projectRows.first(), "the connections are there all the same").toBeInViewport();
  await connectionPage.projectRows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(connectionPage.projectRows.nth(1)).toBeFocused();
  await page.keyboard.press("Tab");
  const add = connectionPage.unconnected.getByRole("button").first();
  await expect(add).toBeFocused();
  await expect(add).toBeInViewport();
});

test("each of the projects can be picked, and their number is told", async ({ connectionPage, rest }) => {
  // Some are archived.
  const { total } = await rest.read<{ total: number }>("projects?maxResults=1");
  const offered = await rest.read<{ values: { key: string; name: string; connectionId: string | null }[] }>(
    `projects?startAt=${total - 200}&maxResults=200`,
  );
  const wanted = offered.values.findLast(({ connectionId }) => connectionId === null)!;
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  const field = dialog.getByRole("combobox", { name: "Jira project" });
  await field.click();
  const options = dialog.getByRole("listbox").getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-setsize", String(total));
  await field.fill(wanted.key);
  await dialog.getByRole("listbox").getByRole("option").filter({ hasText: wanted.name }).first().click();
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog).toBeHidden();
  await expect(connectionPage.heading(wanted.name)).toBeVisible();
  await expect(connectionPage.keyField).toBeFocused();
  expect(await connectionPage.fragment()).toMatch(/^#\/connections\//);
});

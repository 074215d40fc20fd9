/** The page on paper. */
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import type { Rest } from "../support/rest.ts";

/** So many that the list has neither loaded nor mounted them all. */
const MANY = 60;

async function severalAccounts(rest: Rest): Promise<void> {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("PAY"));
}

/** What a browser does when a person prints the window: no browser does it for a test but into a file. */
async function printTheWindow({ page, frame }: ConnectionPage): Promise<void> {
  await frame.locator("html").evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

/** Lets the page's own printing be seen instead of opening the browser's dialog. */
async function catchPrinting(page: Page): Promise<() => number> {
  let printed = 0;
  await page.exposeFunction("printed", () => (printed += 1));
  await page.addInitScript("window.print = () => void window.printed();");
  return () => printed;
}

function cells(row: Locator): Promise<string[]> {
  return row.getByRole("cell").allInnerTexts();
}

test("a print of the window shows every connection, and nothing to press", async ({ connectionPage, rest }) => {
  const all = (await rest.projects()).length;
  await severalAccounts(rest);
  await connectionPage.useTheme("dark");
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(2);
  await printTheWindow(connectionPage);

  const { frame } = connectionPage;
  const table = frame.getByRole("table", { name: "Connections" });
  await expect(table.getByRole("columnheader")).toHaveText(["Connection", "Project key", "Account label", "Test IO products", "Status"]);
  await expect(table.getByRole("rowheader")).toHaveText(["Global (default)", "Payments", "Smoke testing"]);
  expect(await cells(table.getByRole("row", { name: "Global (default)" }))).toEqual(["", "ACME EU", "Web Shop, Checkout, iOS App and 9 more", "CONNECTED"]);
  expect(await cells(table.getByRole("row", { name: "Payments" }))).toEqual(["PAY", "", "", "KEY MISSING"]);
  expect(await cells(table.getByRole("row", { name: "Smoke testing" }))).toEqual(["SMOK", "ACME US", "US Web Shop, US Checkout, Loyalty App", "CONNECTED"]);
  const header = frame.getByRole("banner");
  await expect(header.getByText("Global connection active")).toBeVisible();
  await expect(header.getByText("1 connection needs attention")).toBeVisible();
  await expect(header.getByRole("img", { name: `Connections of ${all} projects` })).toBeVisible();
  await expect(frame.getByRole("textbox")).toHaveCount(0);
  await expect(frame.getByRole("button").filter({ hasNotText: "needs attention" })).toHaveCount(0);
  await expect(frame.locator("html")).toHaveCSS("background-color", "rgb(255, 255, 255)");
});

test("a browser that really prints finds the table, and leaves the page as it was", async ({ connectionPage, page, rest }) => {
  await severalAccounts(rest);
  // What is on the page when the browser lays it out for paper, which nobody sees but in the file.
  await page.addInitScript(`
    matchMedia("print").addEventListener("change", ({ matches }) => {
      if (matches) window.onPaper = document.querySelector("table")?.innerText;
    });
  `);
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(2);
  await connectionPage.labelField.fill("typed");
  await page.pdf();
  const { frame } = connectionPage;
  expect(await frame.locator("html").evaluate("window.onPaper")).toMatch(/Global \(default\)[^]*Payments[^]*Smoke testing/);
  await expect(frame.getByRole("table", { includeHidden: true })).toHaveCount(0);
  await expect(connectionPage.labelField).toHaveValue("typed");
});

test("a print of the window says how many of all it shows", async ({ connectionPage, rest }) => {
  await severalAccounts(rest);
  await connectionPage.open();
  await connectionPage.filterField.fill("smok");
  await expect(connectionPage.projectRows).toHaveCount(1);
  await printTheWindow(connectionPage);
  const { frame } = connectionPage;
  await expect(frame.getByRole("rowheader")).toHaveText(["Global (default)", "Smoke testing"]);
  await expect(frame.getByText("2 of 3 connections.")).toBeVisible();
});

test("the menu prints all of them, whatever is filtered and in view", async ({ connectionPage, page, rest }) => {
  const projects = (await rest.projects()).slice(0, MANY);
  for (const project of projects) {
    await rest.add(project);
  }
  const printed = await catchPrinting(page);
  await connectionPage.open();
  await connectionPage.filterField.fill("Web shop");
  const { frame } = connectionPage;
  await frame.getByRole("button", { name: "More", exact: true }).click();
  await frame.getByRole("menuitem", { name: "Print all connections…" }).click();
  await expect.poll(printed).toBe(1);
  await expect(frame.getByRole("table"), "on the screen nothing has changed").toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(frame.getByRole("rowheader")).toHaveCount(projects.length + 1);
  await expect(frame.getByText(/ of \d+ connections\./)).toHaveCount(0);
});

test("says so when they can't be had", async ({ connectionPage, page, rest, sandbox, expectFailure }) => {
  expectFailure(500);
  await severalAccounts(rest);
  const printed = await catchPrinting(page);
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(2);
  await sandbox.addFault({ path: "/connections/global", method: "GET", status: 500, body: "" });
  const { frame } = connectionPage;
  await frame.getByRole("button", { name: "More", exact: true }).click();
  await frame.getByRole("menuitem", { name: "Print all connections…" }).click();
  await expect(frame.getByText("The connections weren’t printed")).toBeVisible();
  expect(printed()).toBe(0);
});

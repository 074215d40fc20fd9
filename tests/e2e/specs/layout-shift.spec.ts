/** Nothing that is on the screen moves while the page loads, whichever answer comes last. */
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { severalAccounts } from "../states/state.ts";
import type { ConnectionPage } from "../support/connection-page.ts";

declare global {
  interface Window {
    /** What moved in the page, by the names of its classes. */
    moved: string[];
  }
}

// The browser without windows at times lays the frame out before its styles are there, and counts that as a move.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const browser = process.env["CHROME"];
    await use({ ...launchOptions, ...(browser ? { executablePath: browser } : {}) });
  },
});

/** Writes down what moves in the page's frame. */
async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moved = [];
    const observer = new PerformanceObserver((shifts) => {
      for (const { sources } of shifts.getEntries() as (PerformanceEntry & { sources: { node?: Element }[] })[]) {
        window.moved.push(...sources.map(({ node }) => node?.className || node?.nodeName || "something gone"));
      }
    });
    observer.observe({ type: "layout-shift", buffered: true });
  });
}

/** The answer that comes last, and what those before it show. */
const LAST: readonly { name: string; answer: RegExp; before: (page: ConnectionPage) => Locator }[] = [
  { name: "figures", answer: /\/connections\/summary$/, before: ({ projectRows }) => projectRows.first() },
  { name: "Global connection", answer: /\/connections\/global$/, before: ({ projectRows }) => projectRows.first() },
  { name: "list", answer: /\/connections\?/, before: ({ frame }) => frame.getByText("3 projects have their own") },
];

/**
 * A laptop, whose line has room for one figure more than usual with whatever font there is; a smaller one, which has it for
 * the usual ones; and a window with one column.
 */
const WINDOWS = [{ width: 1366, archived: 1 }, { width: 1200, archived: 0 }, { width: 600, archived: 1 }] as const;

for (const [{ name, answer, before }, { width, archived }] of LAST.flatMap((last) => WINDOWS.map((window) => [last, window] as const))) {
  test(`nothing moves at ${width} px when the ${name} comes last`, async ({ connectionPage, page, rest, sandbox }) => {
    await severalAccounts({ connectionPage, page, rest, sandbox });
    await page.setViewportSize({ width, height: 800 });
    if (archived > 0) {
      const project = await rest.project("DOCS");
      await rest.add(project);
      await sandbox.archive(project.id);
    }
    await watchMoves(page);
    await page.route(answer, async (route) => {
      await before(connectionPage).waitFor();
      await route.continue();
    });
    await connectionPage.open();
    await expect(connectionPage.projectRows).toHaveCount(3 + archived);
    await page.waitForLoadState("networkidle");
    expect(await connectionPage.frame.locator("html").evaluate(() => window.moved)).toEqual([]);
  });
}

/** What is asked for first, and what shows that it has come where nothing is set up. */
const FIRST_RUN: Readonly<Record<string, { answer: RegExp; shown: (page: ConnectionPage) => Locator }>> = {
  figures: { answer: /\/connections\/summary$/, shown: ({ frame }) => frame.getByRole("heading", { name: /\(0\)$/ }) },
  "Global connection": { answer: /\/connections\/global$/, shown: ({ keyField }) => keyField },
  list: { answer: /\/connections\?/, shown: ({ list }) => list.getByText("No project has its own connection") },
};

for (const order of orders(Object.keys(FIRST_RUN))) {
  test(`nothing moves in a first run: ${order.join(", then ")}`, async ({ connectionPage, page }) => {
    await watchMoves(page);
    for (const [place, name] of order.entries()) {
      const before = order.slice(0, place).map((earlier) => FIRST_RUN[earlier]!);
      await page.route(FIRST_RUN[name]!.answer, async (route) => {
        for (const { shown } of before) {
          await shown(connectionPage).waitFor();
        }
        await route.continue();
      });
    }
    await connectionPage.visit();
    await expect(connectionPage.heading("Set up your first connection")).toBeVisible();
    await FIRST_RUN[order.at(-1)!]!.shown(connectionPage).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await connectionPage.frame.locator("html").evaluate(() => window.moved)).toEqual([]);
  });
}

/** All orders that these can come in. */
function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length === 0) {
    return [[]];
  }
  return names.flatMap((first) => orders(names.filter((name) => name !== first)).map((rest) => [first, ...rest]));
}

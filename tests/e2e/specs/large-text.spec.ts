/** In a browser that draws no text smaller than 22 px: no line lies over another, and none is cut off by what is around it. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test as base } from "../fixtures.ts";
import { severalAccounts } from "../states/state.ts";
import { overlapping } from "../support/overlap.ts";

const test = base.extend({
  // The setting belongs to a browser's profile; pages that Playwright opens by itself have none.
  context: async ({ playwright, launchOptions, contextOptions, viewport, locale, timezoneId }, use, testInfo) => {
    const profile = testInfo.outputPath("profile");
    mkdirSync(path.join(profile, "Default"), { recursive: true });
    const preferences = { webkit: { webprefs: { minimum_font_size: 22 } } };
    writeFileSync(path.join(profile, "Default", "Preferences"), JSON.stringify(preferences));
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      // The browser without windows has no such settings.
      ...(process.env["CHROME"] ? { executablePath: process.env["CHROME"] } : {}),
      ...contextOptions,
      viewport,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    });
    await use(context);
    await context.close();
  },
});

test("every line has its room, and so has every row", async ({ connectionPage, page, rest, sandbox }) => {
  await severalAccounts({ connectionPage, page, rest, sandbox });
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(3);
  const { frame } = connectionPage;
  const size = await frame.locator(".tio-row__detail").first().evaluate((text) => getComputedStyle(text).fontSize);
  expect(size, "the browser does as it is told").toBe("22px");
  await expect.poll(() => overlapping(frame), "the page").toEqual([]);

  await connectionPage.select("Smoke testing");
  await connectionPage.button("Replace key").click();
  await expect.poll(() => overlapping(frame), "the key field").toEqual([]);
  await connectionPage.button("Cancel").click();
  await connectionPage.openActions();
  await expect.poll(() => overlapping(frame), "the menu").toEqual([]);
  await page.keyboard.press("Escape");

  const rows = await connectionPage.projectRows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON()));
  for (const [index, row] of rows.slice(1).entries()) {
    expect(row.top, "a row is below the one before it").toBeGreaterThanOrEqual(rows[index].bottom - 1);
  }
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("s");
  await expect(dialog.getByRole("listbox").getByRole("option").first()).toContainText(/\w/);
  await expect.poll(() => overlapping(frame), "the picker").toEqual([]);
});

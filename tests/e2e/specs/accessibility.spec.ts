/**
 * Every state of the page, in both languages: no violation of any axe rule in either theme, roles and names as they are
 * recorded in `tests/e2e/structure`, and at 200 % and 400 % zoom room for everything and for fingers, with what has the focus
 * in view.
 */
import type { Frame, Page } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { STATES } from "../states/index.ts";
import { expectAccessible, expectAccessibleColours } from "../support/axe.ts";
import { ConnectionPage } from "../support/connection-page.ts";
import { frameOf } from "../support/frame.ts";
import { missingOfFocus } from "../support/in-view.ts";
import { LOCALES } from "../support/language.ts";
import { logIn } from "../support/rest.ts";
import { cutOff, outOfWindow, smallTargets } from "../support/room.ts";
import { structureOf } from "../support/structure.ts";

/** The usual one, what is left of it when its page is zoomed to 200 % and 400 %, and a narrow one. */
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
  { width: 320, height: 800 },
] as const;

async function expectRoom(frame: Frame, page: Page): Promise<void> {
  for (const size of WINDOWS) {
    await page.setViewportSize(size);
    const host = page.locator("html");
    const inWindow = { host: 0, page: [], texts: [], targets: [], focus: 0 };
    const now = async () => ({
      host: await host.evaluate((html) => Math.max(0, html.scrollWidth - html.clientWidth)),
      page: await outOfWindow(frame),
      texts: await cutOff(frame, "all"),
      targets: await smallTargets(frame),
      focus: await missingOfFocus(frame),
    });
    await expect.poll(now, `without room in ${size.width} x ${size.height}`).toEqual(inWindow);
  }
}

for (const language of ["en", "de"] as const) {
  for (const { name, arrange } of STATES) {
    test(`${name}, ${language}`, async ({ page, rest, sandbox, watch }) => {
      watch.tolerateFailures();
      await logIn(page.context().request, sandbox, "admin");
      const connectionPage = new ConnectionPage(page, sandbox, language);
      await connectionPage.useLocale(LOCALES[language]);
      await arrange({ connectionPage, page, rest, sandbox });
      const frame = frameOf(page);
      if (language === "en") {
        // Where it was pressed last, it may by now lie over something that explains itself to a pointer.
        await page.mouse.move(0, 0);
        const recorded = `${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.yml`;
        await expect(async () => {
          expect(await structureOf(frame.locator("body"))).toMatchSnapshot(recorded);
        }).toPass({ timeout: 10_000 });
      }
      for (const [theme, expectIt] of [["Light", expectAccessible], ["Dark", expectAccessibleColours]] as const) {
        await page.getByLabel("Theme").selectOption(theme);
        await expect(frame.locator("html")).toHaveAttribute("data-color-mode", theme.toLowerCase());
        await expectIt(frame);
      }
      await expectRoom(frame, page);
    });
  }
}

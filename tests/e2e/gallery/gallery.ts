/** A picture of every state in each language, theme and width, and one page with all of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { galleryPage } from "./page.ts";
import { fileOf, LANGUAGES, THEMES, WIDTHS } from "./pictures.ts";
import { expect, test } from "../fixtures.ts";
import { STATES } from "../states/index.ts";
import { ConnectionPage } from "../support/connection-page.ts";
import { frameOf } from "../support/frame.ts";
import { LOCALES } from "../support/language.ts";
import { logIn } from "../support/rest.ts";

const FOLDER = process.env["E2E_GALLERY"] ?? path.resolve(import.meta.dirname, "../../../target/gallery");

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, "index.html"), galleryPage(STATES.map(({ name }) => name)));
});

for (const language of LANGUAGES) {
  for (const { name, arrange } of STATES) {
    test(`${name}, ${language}`, async ({ page, rest, sandbox, watch }) => {
      watch.tolerateFailures();
      await logIn(page.context().request, sandbox, "admin");
      const connectionPage = new ConnectionPage(page, sandbox, language);
      await connectionPage.useLocale(LOCALES[language]);
      await arrange({ connectionPage, page, rest, sandbox });
      for (const theme of THEMES) {
        await page.getByLabel("Theme").selectOption(theme);
        await expect(frameOf(page).locator("html")).toHaveAttribute("data-color-mode", theme);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const file = path.join(FOLDER, fileOf(name, { language, theme, width }));
          await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
        }
      }
    });
  }
}

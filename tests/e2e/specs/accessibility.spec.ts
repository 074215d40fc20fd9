/** No violation of any axe rule, in every state of the page, in both languages and both themes. */
import { expect, test } from "../fixtures.ts";
import { STATES } from "../states/index.ts";
import { expectAccessible } from "../support/axe.ts";
import { ConnectionPage } from "../support/connection-page.ts";
import { LOCALES } from "../support/language.ts";
import { logIn } from "../support/rest.ts";

for (const language of ["en", "de"] as const) {
  for (const { name, arrange } of STATES) {
    test(`${name}, ${language}`, async ({ page, rest, sandbox, watch }) => {
      watch.tolerateFailures();
      await logIn(page.context().request, sandbox, "admin");
      const connectionPage = new ConnectionPage(page, sandbox, language);
      await connectionPage.useLocale(LOCALES[language]);
      await arrange({ connectionPage, page, rest, sandbox });
      for (const theme of ["Light", "Dark"]) {
        await page.getByLabel("Theme").selectOption(theme);
        await expect(connectionPage.frame.locator("html")).toHaveAttribute("data-color-mode", theme.toLowerCase());
        await expectAccessible(page);
      }
    });
  }
}

/** Automatic accessibility checks, with every rule for WCAG 2.2 AA on. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { FRAME } from "./connection-page.ts";

/** Rules that are off unless asked for. */
const MORE_RULES = { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } };

/** Fails on any violation in the document of the page's frame. The host around it is Jira's business. */
export async function expectAccessible(page: Page, frame = FRAME): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: MORE_RULES })
    .include([frame, "html"])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}

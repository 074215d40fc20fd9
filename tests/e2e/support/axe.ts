/** Automatic accessibility checks, with every rule for WCAG 2.2 AA on. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { FRAME } from "./connection-page.ts";

/** Rules that are off unless asked for. */
const MORE_RULES = { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } };

/** The rules that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Fails on any violation in the document of the page's frame. The host around it is Jira's business. */
export async function expectAccessible(page: Page, frame = FRAME): Promise<void> {
  await expectNoViolation(within(page, frame).options({ rules: MORE_RULES }));
}

/** The same for a theme after another one, from which it differs in colours alone. */
export async function expectAccessibleColours(page: Page, frame = FRAME): Promise<void> {
  await expectNoViolation(within(page, frame).withRules(COLOUR_RULES));
}

/** Without the blank page that it would open for what frames of other origins have to say: there are none. */
function within(page: Page, frame: string): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().include([frame, "html"]);
}

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}

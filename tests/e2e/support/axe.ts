/** Automatic accessibility checks, with every rule for WCAG 2.2 AA on. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { FRAME } from "./connection-page.ts";

/** Targets of 24 px, or with as much room around them. Off unless asked for. */
const TARGETS = "target-size";

/** Fails on any violation in the document of the page's frame. The host around it is Jira's business. */
export async function expectAccessible(page: Page, frame = FRAME): Promise<void> {
  const rules = { [TARGETS]: { enabled: true }, "label-content-name-mismatch": { enabled: true } };
  await expectNone(new AxeBuilder({ page }).options({ rules }), frame);
}

/** Fails on any target that is too small for the window as it is now. */
export async function expectTargets(page: Page): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withRules(TARGETS), FRAME);
}

async function expectNone(builder: AxeBuilder, frame: string): Promise<void> {
  const { violations } = await builder.include([frame, "html"]).analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}

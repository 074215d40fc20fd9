/** Automatic accessibility checks, with every rule on. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { FRAME } from "./connection-page.ts";

/** Fails on any violation in the document of the page's frame. The host around it is Jira's business. */
export async function expectAccessible(page: Page, frame = FRAME): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include([frame, "html"]).analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}

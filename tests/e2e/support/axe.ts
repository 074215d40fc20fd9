/** Automatic accessibility checks, with every rule for WCAG 2.2 AA on. */
import { expect, type Frame } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/** Rules that are off unless asked for. */
const MORE_RULES = { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } };

/** The rules that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Fails on any violation in the page's document. The host around it is Jira's business. */
export async function expectAccessible(frame: Frame): Promise<void> {
  await expectNoViolation(frame, { rules: MORE_RULES });
}

/** The same for a theme after another one, from which it differs in colours alone. */
export async function expectAccessibleColours(frame: Frame): Promise<void> {
  await expectNoViolation(frame, { runOnly: { type: "rule", values: COLOUR_RULES } });
}

/** From within the document: from the host, axe takes seconds to make sure that no other frame has anything to say. */
async function expectNoViolation(frame: Frame, options: RunOptions): Promise<void> {
  if (!(await frame.evaluate(() => "axe" in window))) {
    await frame.evaluate(axe.source);
  }
  const found = await frame.evaluate(async (asked) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, asked);
    return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  }, options);
  expect(found).toEqual([]);
}

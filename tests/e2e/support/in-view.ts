/** Whether something can be seen in the window, through the frame and everything that scrolls around it. */
import { expect, type Frame, type Locator } from "@playwright/test";

/** How much of it may be cut off, for borders and rounding, in CSS pixels. */
const TOLERANCE = 2;

/** How much of what has the focus has to be seen where it is high, as a list that scrolls, in CSS pixels. */
export const ENOUGH = 20;

/**
 * How high the part of an element is that the window shows, cut by everything around it that scrolls, in CSS pixels. Runs
 * in the browser, and by itself.
 */
export function shownHeight(element: Element): number {
  const box = element.getBoundingClientRect();
  let { top, bottom } = box;
  const cut = (from: number, to: number): void => {
    top = Math.max(top, from);
    bottom = Math.min(bottom, to);
  };
  // What lies over the page is cut by nothing that is around it in the document.
  const liesOver = (part: Element) => part.matches("dialog:modal, :popover-open") || getComputedStyle(part).position === "fixed";
  for (let part = element; !liesOver(part) && part.parentElement !== null; part = part.parentElement) {
    const around = part.parentElement;
    if (getComputedStyle(around).overflowY !== "visible" && around !== document.body && around !== document.documentElement) {
      const { top: from, bottom: to } = around.getBoundingClientRect();
      cut(from, to);
    }
  }
  cut(0, innerHeight);
  const frame = frameElement?.getBoundingClientRect();
  if (frame !== undefined && parent !== window) {
    cut(-frame.top, parent.innerHeight - frame.top);
  }
  return Math.max(0, bottom - top);
}

async function hiddenHeight(element: Locator): Promise<number> {
  const [height, shown] = await Promise.all([
    element.evaluate((found) => found.getBoundingClientRect().height),
    element.evaluate(shownHeight),
  ]);
  return height - shown;
}

/** Waits until all of its height is in the window. */
export async function expectInView(element: Locator, what: string): Promise<void> {
  await expect(element, what).toBeVisible();
  await expect.poll(() => hiddenHeight(element), { message: `${what}: pixels out of view` }).toBeLessThanOrEqual(TOLERANCE);
}

/**
 * How much is missing of what has to be seen of that which has the focus in a frame, in CSS pixels; 0 where it is on nothing
 * in particular.
 */
export async function missingOfFocus(frame: Frame): Promise<number> {
  const focused = await frame.evaluateHandle(() =>
    document.activeElement === document.body ? null : document.activeElement);
  const element = focused.asElement();
  if (element === null) {
    return 0;
  }
  const [height, shown] = await Promise.all([
    element.evaluate((found) => found.getBoundingClientRect().height),
    element.evaluate(shownHeight),
  ]);
  const missing = Math.min(height, ENOUGH) - shown;
  return missing > TOLERANCE ? missing : 0;
}

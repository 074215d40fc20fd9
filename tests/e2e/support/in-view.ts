/** Whether something can be seen in the window, through the frame and everything that scrolls around it. */
import { expect, type Locator } from "@playwright/test";

/** How much of it may be cut off, for borders and rounding, in CSS pixels. */
const TOLERANCE = 2;

/** The part of an element that the window shows, cut by everything around it that scrolls. */
async function hiddenBy(element: Locator): Promise<number> {
  return element.evaluate((found) => {
    const box = found.getBoundingClientRect();
    const seen = { top: box.top, bottom: box.bottom };
    const cut = (top: number, bottom: number): void => {
      seen.top = Math.max(seen.top, top);
      seen.bottom = Math.min(seen.bottom, bottom);
    };
    for (let around = found.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowY !== "visible" && around !== document.body && around !== document.documentElement) {
        const { top, bottom } = around.getBoundingClientRect();
        cut(top, bottom);
      }
    }
    cut(0, innerHeight);
    const frame = frameElement?.getBoundingClientRect();
    if (frame !== undefined && parent !== window) {
      cut(-frame.top, parent.innerHeight - frame.top);
    }
    return box.height - Math.max(0, seen.bottom - seen.top);
  });
}

/** Waits until all of its height is in the window. */
export async function expectInView(element: Locator, what: string): Promise<void> {
  await expect(element, what).toBeVisible();
  await expect.poll(() => hiddenBy(element), { message: `${what}: pixels out of view` }).toBeLessThanOrEqual(TOLERANCE);
}

/**
 * Sees in every step of every test that what had the focus is not taken away without another having it, and that what has
 * it is in the window.
 */
import type { BrowserContext } from "@playwright/test";

import { ENOUGH, shownHeight } from "./in-view.ts";

/** How often it looks, in milliseconds. */
const EVERY = 100;

/** How often in a row it must find the same: the page gives the focus on, and scrolls, with one of the next frames. */
const PATIENCE = 6;

/** How much of what is less high may be cut off, for borders and rounding, in CSS pixels. */
const TOLERANCE = 4;

/** Calls back with a description of what went wrong with the focus. */
export async function watchFocus(context: BrowserContext, wrong: (what: string) => void): Promise<void> {
  await context.exposeBinding("reportFocus", (_source, what: string) => wrong(what));
  const settings = JSON.stringify([EVERY, PATIENCE, ENOUGH, TOLERANCE]);
  await context.addInitScript({ content: `(${look})(${shownHeight}, ...${settings})` });
}

/** Runs in the browser, and by itself. */
function look(shown: typeof shownHeight, every: number, patience: number, enough: number, tolerance: number): void {
  // The host's own controls are none of the page's.
  if (window === parent) {
    return;
  }
  let last: Element | undefined;
  let misses = 0;
  let hidden = 0;
  let scrolledAway: Element | undefined;
  const focused = () => {
    const element = document.activeElement;
    return element === document.body || element === document.documentElement ? undefined : (element ?? undefined);
  };
  const isThere = (element: Element) => element.isConnected && element.checkVisibility() && !element.matches(":disabled");
  const report = (problem: string, element: Element | undefined) => {
    const name = element?.getAttribute("aria-label") ?? element?.textContent?.slice(0, 60) ?? "";
    const id = element?.id ? `#${element.id}` : "";
    (window as unknown as { reportFocus(text: string): void }).reportFocus(`${problem}: ${element?.tagName}${id} ${name}`);
  };
  // Who presses where nothing takes the focus has given it up.
  addEventListener("click", () => {
    if (focused() === undefined && last !== undefined && isThere(last)) {
      last = undefined;
    }
  });
  // Who scrolls away from it wants to look at something else.
  const scrolls = () => (scrolledAway = focused());
  addEventListener("wheel", scrolls, { passive: true });
  addEventListener("focusin", () => (scrolledAway = undefined));
  addEventListener("keydown", () => (scrolledAway = undefined));
  setInterval(() => {
    const element = focused();
    if (element === undefined) {
      hidden = 0;
      misses = last !== undefined && !isThere(last) && document.hasFocus() ? misses + 1 : 0;
      if (misses === patience) {
        report("the focus was lost with", last);
        last = undefined;
      }
      return;
    }
    last = element;
    misses = 0;
    const { height } = element.getBoundingClientRect();
    const isSeen = !document.hasFocus() || element === scrolledAway || shown(element) >= Math.min(height - tolerance, enough);
    hidden = isSeen ? 0 : hidden + 1;
    if (hidden === patience) {
      report(`the focus is out of view, ${Math.round(shown(element))} of ${Math.round(height)} px are seen`, element);
    }
  }, every);
}

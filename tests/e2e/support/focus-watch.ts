/** Sees in every step of every test that what had the focus is not taken away without another having it. */
import type { BrowserContext } from "@playwright/test";

/** How often it looks, in milliseconds. */
const EVERY = 100;

/** How often in a row the focus must be found to be nowhere: the page gives it on with one of the next frames. */
const PATIENCE = 6;

/** Calls back with a description of each element that went away with the focus. */
export async function watchFocus(context: BrowserContext, lost: (what: string) => void): Promise<void> {
  await context.exposeBinding("reportLostFocus", (_source, what: string) => lost(what));
  await context.addInitScript(
    ([every, patience]) => {
      // The host's own controls are none of the page's.
      if (window === parent) return;
      let last: Element | undefined;
      let misses = 0;
      const isThere = (element: Element) => element.isConnected && element.checkVisibility();
      // Who presses where nothing takes the focus has given it up.
      addEventListener("click", () => {
        if (document.activeElement === document.body && last !== undefined && isThere(last)) last = undefined;
      });
      setInterval(() => {
        const focused = document.activeElement;
        if (focused !== null && focused !== document.body && focused !== document.documentElement) {
          last = focused;
          misses = 0;
          return;
        }
        misses = last !== undefined && !isThere(last) && document.hasFocus() ? misses + 1 : 0;
        if (misses === patience) {
          const name = last?.getAttribute("aria-label") ?? last?.textContent?.slice(0, 60) ?? "";
          (window as unknown as { reportLostFocus(text: string): void }).reportLostFocus(`${last?.tagName} ${name}`);
          last = undefined;
        }
      }, every);
    },
    [EVERY, PATIENCE] as const,
  );
}

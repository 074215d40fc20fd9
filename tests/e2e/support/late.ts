/**
 * Answers that come late, each by another time, up to so many milliseconds as `TESTIO_LATE_MS` says. Tests that take for
 * granted what comes first fail by it, and so does a page that is only right while everything is quick.
 */
import type { BrowserContext } from "@playwright/test";

const MOST_MS = Number(process.env["TESTIO_LATE_MS"] ?? 0);

/** What the page asks for once it runs: the plugin's answers, and its own parts. A stream is as late as its first byte. */
const ASKED_FOR = /\/rest\/testio\/|\/(split|chunk)_\w+\.wasm$/;

/** Has all that the page asks for come late, if anybody wants that. */
export async function comeLate(context: BrowserContext): Promise<void> {
  if (MOST_MS === 0) {
    return;
  }
  await context.route(ASKED_FOR, async (route) => {
    await new Promise((done) => setTimeout(done, Math.random() * MOST_MS));
    // The page may have gone meanwhile.
    await route.fallback().catch(() => {});
  });
}

/** The page as assistive technology sees it: roles, names, states and order. */
import type { Locator } from "@playwright/test";

/** What differs from one run to the next. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/\b[A-Z][a-z]{2} \d{1,2}, 2\d{3}(, \d{1,2}:\d\d\s[AP]M)?/g, "(date)"],
  [/\btime: (now|\d+ \w+ ago|this minute|for less than a minute|for \d+ \w+)/g, "time: (when)"],
  [/\d+ (second|minute)s?\b/g, "(time)"],
  [/\b\d{1,2}\/\d{1,2}\/\d\d, \d{1,2}:\d\d:\d\d\s[AP]M/g, "(date)"],
  [/\b\d+(\.\d)? (byte|kB|MB)\b/g, "(size)"],
  [/\b\d+ of \d+ lines\b/g, "(some) of (all) lines"],
  [/\btime zone, [\w/+-]+/g, "time zone, (zone)"],
  [/\bafter (< )?[\d.]+ (ms|sec)\b/g, "after (time)"],
  [/\b(localhost|127\.0\.0\.1)(:|, port )\d+/g, "$1$2(port)"],
  [/\bSQLite [\d.]+/g, "SQLite (version)"],
  [/\b[0-9a-f]{40}\b/g, "(key)"],
  [/#\/connections\/\d+/g, "#/connections/(id)"],
];

/** A line for each part of the page. */
export async function structureOf(page: Locator): Promise<string> {
  const lines = await page.ariaSnapshot();
  return `${CHANGING.reduce((text, [changing, word]) => text.replaceAll(changing, word), lines)}\n`;
}

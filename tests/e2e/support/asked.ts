/** What the browser asks for. */
import type { Page } from "@playwright/test";

/** What follows `part` in the addresses that have it and have been asked for since. */
export function asked(page: Page, part: string): readonly string[] {
  const rests: string[] = [];
  page.on("request", (request) => {
    const [, rest] = request.url().split(part);
    if (rest !== undefined) {
      rests.push(rest);
    }
  });
  return rests;
}

/** The frame in which the host shows one of the two pages. */
import type { Frame, Page } from "@playwright/test";

/** What the servlet calls a page. */
export type PageName = "connection" | "maintenance";

/** The frame's element, by what assistive technology calls it. */
export function iframe(name: PageName): string {
  return `iframe[title="Test IO ${name}"]`;
}

/**
 * The document in the host's only frame, asked directly: through the frame's element each question takes three times as
 * long. Every navigation of the host makes another frame, and what was found in the one before is gone with it.
 */
export function frameOf(page: Page): Frame {
  const [frame] = page.mainFrame().childFrames();
  if (!frame) {
    throw new Error(`the host shows no page of the plugin: ${page.url()}`);
  }
  return frame;
}

/** What the specs start from that never touch a mouse. */
import { test as base } from "./fixtures.ts";
import { Keyboard } from "./support/keyboard.ts";

export const test = base.extend<{ readonly keyboard: Keyboard }>({
  keyboard: async ({ page }, use) => {
    await use(new Keyboard(page));
  },
});

export { expect } from "@playwright/test";

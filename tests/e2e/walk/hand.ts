/** What every act of a person comes down to: to press, and to fill in, as far as the page lets them. */
import type { Locator } from "@playwright/test";

import type { ConnectionPage } from "../support/connection-page.ts";

export class Hand {
  /** Changes that were asked for. */
  presses = 0;

  constructor(private readonly view: ConnectionPage) {}

  /** The dialog on top, if one is open. */
  get dialog(): Locator {
    return this.view.frame.locator("dialog:modal").last();
  }

  /** Presses a button that changes something: so many things at most. */
  async change(scope: Locator, name: string | RegExp, { times = 1, changes = 1 } = {}): Promise<boolean> {
    const pressed = await this.press(scope, name, times);
    this.presses += pressed ? changes : 0;
    return pressed;
  }

  async press(scope: Locator, name: string | RegExp, times = 1): Promise<boolean> {
    return this.click(scope.getByRole("button", { name, exact: true, disabled: false }).first(), times);
  }

  async fill(field: Locator, text: string): Promise<boolean> {
    const open = (await field.count()) > 0 && (await field.isEditable({ timeout: 1_000 }).catch(() => false));
    if (open) {
      await field.fill(text);
    }
    return open;
  }

  /** Whether it could be clicked. */
  async click(target: Locator, clickCount = 1): Promise<boolean> {
    if (!(await target.isVisible())) {
      return false;
    }
    try {
      await target.click({ clickCount, timeout: 2_000 });
      return true;
    } catch (error) {
      // An answer may have taken it away at that moment, or a dialog that was asked for has opened above it. Nothing else
      // may cover it.
      if ((await target.isVisible()) && !(await this.#isBehindDialog(target))) {
        throw error;
      }
      return false;
    }
  }

  async #isBehindDialog(target: Locator): Promise<boolean> {
    const dialogs = this.view.frame.locator("dialog:modal");
    return (await dialogs.count()) > 0 && (await target.and(dialogs.locator("*")).count()) === 0;
  }
}

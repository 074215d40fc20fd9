/** The Connection page as a person finds it: inside the host's frame, by role and name. */
import type { FrameLocator, Page } from "@playwright/test";

import type { Sandbox } from "./sandbox.ts";

/** The host's frame around the page. */
export const FRAME = 'iframe[title="Test IO connection"]';

export class ConnectionPage {
  readonly frame: FrameLocator;

  constructor(
    readonly page: Page,
    private readonly sandbox: Sandbox,
  ) {
    this.frame = page.frameLocator(FRAME);
  }

  /** Opens the host's admin page. */
  async open(): Promise<void> {
    await this.page.goto(`${this.sandbox.url}/plugins/servlet/testio/connection`);
  }
}

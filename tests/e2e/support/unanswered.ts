/** The requests of a page to the plugin that have not been answered yet. */
import { expect, type Page, type Request } from "@playwright/test";

export class Unanswered {
  readonly #requests = new Set<Request>();

  /** Counts those of this page from now on. */
  constructor(page: Page) {
    const forget = (request: Request) => void this.#requests.delete(request);
    page.on("request", (request) => {
      if (request.url().includes("/rest/testio/")) {
        this.#requests.add(request);
      }
    });
    page.on("requestfinished", forget);
    page.on("requestfailed", forget);
  }

  /** Waits until there are none. */
  async none(): Promise<void> {
    await expect.poll(() => [...this.#requests].map((request) => request.url()), "what the page still waits for").toEqual([]);
  }
}

/** Watches everything that a browser context does, and fails the test for anything out of order. */
import { expect, type BrowserContext } from "@playwright/test";

import { watchFocus } from "./focus-watch.ts";
import type { Jira } from "./jira.ts";

/**
 * An answer with this status, a connection that breaks, an error that nobody catches, a complaint of the browser, or
 * something that the page's policy forbids.
 */
export type ExpectedFailure = number | "dropped" | "uncaught" | "console" | "violation";

/** What is said on the console of a request that came to nothing, by the browser or by the loader of a part. */
const OF_A_REQUEST = /^(Failed to load resource|TypeError: Failed to fetch)/;

export class Watch {
  readonly #problems: string[] = [];
  readonly #expected = new Map<ExpectedFailure, { seen: boolean }>();

  #tolerant = false;

  private constructor(private readonly origin: string) {}

  static async over(context: BrowserContext, jira: Jira): Promise<Watch> {
    const watch = new Watch(jira.origin);
    await watch.#listen(context);
    return watch;
  }

  /** Allows failures of this kind from now on, and demands that at least one happens. */
  expectFailure(...failures: readonly ExpectedFailure[]): void {
    for (const failure of failures) {
      this.#expected.set(failure, { seen: false });
    }
  }

  /** Allows every failure of a request from now on, whether it happens or not. The focus is watched all the same. */
  tolerateFailures(): void {
    this.#tolerant = true;
  }

  /** Called at the end of every test. */
  verify(): void {
    const missing = [...this.#expected].filter(([, { seen }]) => !seen).map(([failure]) => failure);
    expect(this.#problems, "what the browser complained about").toEqual([]);
    expect(missing, "failures that the test expected and that did not happen").toEqual([]);
  }

  async #listen(context: BrowserContext): Promise<void> {
    context.on("console", (message) => {
      const bad = message.type() === "error" || message.type() === "warning";
      // Those are judged by the listeners below, which know a navigation from a failure.
      const isOfARequest = OF_A_REQUEST.test(message.text());
      if (bad && !isOfARequest) {
        this.#fail("console", `console ${message.type()}: ${message.text()}`);
      }
    });
    context.on("weberror", (error) => {
      this.#fail("uncaught", `uncaught: ${error.error().stack ?? error.error().message}`);
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== this.origin && !["data:", "about:", "blob:"].includes(url.protocol)) {
        this.#problems.push(`request to another origin: ${request.url()}`);
      }
    });
    context.on("response", (response) => {
      if (response.status() >= 400) {
        this.#fail(response.status(), `${response.request().method()} ${response.url()} answered ${response.status()}`);
      }
    });
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // The page gives up requests whose answers nobody waits for any more, and so does a navigation.
      if (reason !== "net::ERR_ABORTED") {
        this.#fail("dropped", `${request.method()} ${request.url()} failed: ${reason}`);
      }
    });
    // No test has a reason for an exception.
    await watchFocus(context, (what) => this.#problems.push(what));
    await context.exposeBinding("reportCspViolation", (_source, violation: string) => {
      this.#fail("violation", `CSP violation: ${violation}`);
    });
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        const report = (window as unknown as { reportCspViolation(text: string): void }).reportCspViolation;
        report(`${event.violatedDirective} ${event.blockedURI} ${event.sample} (${event.documentURI})`);
      });
    });
  }

  #fail(failure: ExpectedFailure, description: string): void {
    const expected = this.#expected.get(failure);
    if (expected) {
      expected.seen = true;
    } else if (!this.#tolerant || failure === "uncaught") {
      this.#problems.push(description);
    }
  }
}

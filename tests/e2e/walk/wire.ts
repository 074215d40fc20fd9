/**
 * Between the page and the sandbox: requests wait here until a step says what becomes of them. The sandbox answers all of
 * them, and makes every fault itself.
 */
import type { APIResponse, Page, Request, Route } from "@playwright/test";

import { AUTOFILLED } from "./keys.ts";
import { faultOf, type WalkFault } from "./faults.ts";
import { PART_FAULTS } from "../support/fault-parts.ts";
import type { Sandbox } from "../support/sandbox.ts";

const REST = "/rest/testio/1.0";

/** The parts of the page that come later. */
const PARTS = "**/split_*.wasm";

/** Longer than the page waits for any answer, in milliseconds. */
const LONGEST_WAIT = 46_000;

interface Flight {
  readonly route: Route;
  readonly request: Request;
  /** Once the browser is done with it, whatever came of it. */
  readonly ended: Promise<void>;
  /** The server's answer, once it has done what was asked. */
  answer?: APIResponse;
}

export class Wire {
  #flights: Flight[] = [];
  readonly #endings = new Map<Request, () => void>();
  #passing = false;
  /** Changes that the server has taken up. */
  #taken = 0;
  /** The bodies of all changes that were sent. */
  readonly sent: { readonly path: string; readonly body: string }[] = [];

  constructor(
    private readonly page: Page,
    private readonly sandbox: Sandbox,
  ) {}

  /** Begins to hold requests back. */
  async install(): Promise<void> {
    this.page.on("requestfailed", this.#forget);
    this.page.on("requestfinished", this.#forget);
    await this.page.route(`**${REST}/**`, async (route) => {
      const request = route.request();
      this.#note(request);
      const ended = new Promise<void>((resolve) => this.#endings.set(request, resolve));
      const flight = { route, request, ended };
      if (this.#passing) {
        await this.#answer(flight);
      } else {
        this.#flights.push(flight);
      }
    });
  }

  /** Requests that nobody has answered yet. */
  get open(): number {
    return this.#flights.length;
  }

  /** Changes that the server has taken up, whatever it made of them. */
  get taken(): number {
    return this.#taken;
  }

  /** Answers everything at once, or no longer does. */
  set passing(passing: boolean) {
    this.#passing = passing;
  }

  /** Leaves the page alone. */
  async end(): Promise<void> {
    this.page.off("requestfailed", this.#forget);
    this.page.off("requestfinished", this.#forget);
    await this.page.unrouteAll({ behavior: "ignoreErrors" });
  }

  /** Answers what is open now, and not what is asked in return. */
  async answerAll(): Promise<void> {
    for (let left = this.open; left > 0; left -= 1) {
      await this.answer(0);
    }
  }

  /** A request is answered as it should be. */
  async answer(which: number): Promise<void> {
    const flight = this.#take(which);
    if (flight) {
      await this.#answer(flight);
    }
  }

  /** The server does what is asked, but its answer is still on its way. */
  async serve(which: number): Promise<void> {
    const flight = this.#flights[which % Math.max(this.open, 1)];
    if (flight) {
      await this.#serve(flight);
    }
  }

  /** A request goes wrong. What the server has done already can't be turned away any more. */
  async fail(which: number, kind: string): Promise<void> {
    const { fault, strikes } = faultOf(kind);
    if (strikes === "whileWaiting") {
      await this.#outlast(which, kind);
      return;
    }
    const flight = this.#take(which);
    if (flight?.answer) {
      await (strikes === "after" ? replaced(flight, fault) : this.#answer(flight));
    } else if (flight) {
      this.#taken += strikes === "after" && changes(flight.request) ? 1 : 0;
      await this.#hitBy(flight, { ...fault, afterCommit: strikes === "after" });
    }
  }

  /** Until everything is answered, no part of the page can be had that comes later. Each number is another fault. */
  async keepPartsAway(number: number): Promise<void> {
    const faults = PART_FAULTS.filter(({ updated }) => !updated);
    await this.page.route(PARTS, faults[number % faults.length]!.answer);
  }

  /** From now on everything is answered at once, and parts of the page can be had. */
  async pass(): Promise<void> {
    this.#passing = true;
    await this.page.unroute(PARTS);
    await this.answerAll();
  }

  /** Nothing comes until the page stops waiting, for this request as for all others. */
  async #outlast(which: number, kind: string): Promise<void> {
    if (kind === "TimedOutAfter") {
      await this.serve(which);
    }
    await this.page.clock.runFor(LONGEST_WAIT);
  }

  async #answer(flight: Flight): Promise<void> {
    await this.#serve(flight);
    if (flight.answer) {
      // As proxies do that the page must live with.
      const { etag: _tag, ...headers } = flight.answer.headers();
      await delivered(flight, flight.route.fulfill({ response: flight.answer, headers }));
    }
  }

  async #serve(flight: Flight): Promise<void> {
    if (flight.answer) {
      return;
    }
    this.#taken += changes(flight.request) ? 1 : 0;
    flight.answer = await flight.route.fetch({ maxRedirects: 0 });
  }

  async #hitBy(flight: Flight, fault: WalkFault): Promise<void> {
    const path = new URL(flight.request.url()).pathname.split(REST)[1]!;
    const method = flight.request.method() as "GET" | "POST" | "PUT" | "DELETE";
    await this.sandbox.addFault({ ...fault, path, method, times: 1, target: "rest" });
    await delivered(flight, flight.route.continue());
  }

  #take(which: number): Flight | undefined {
    return this.#flights.splice(which % Math.max(this.open, 1), 1)[0];
  }

  readonly #forget = (request: Request): void => {
    this.#flights = this.#flights.filter((flight) => flight.request !== request);
    this.#endings.get(request)?.();
    this.#endings.delete(request);
  };

  #note(request: Request): void {
    const body = request.postData() ?? "";
    if (body.includes(AUTOFILLED)) {
      throw new Error("what a password manager filled in was sent");
    }
    if (changes(request)) {
      this.sent.push({ path: new URL(request.url()).pathname.split(REST)[1]!, body });
    }
  }
}

/** Whether it changes anything. A test of a key changes nothing that anybody has entered. */
function changes(request: Request): boolean {
  return request.method() !== "GET" && !request.url().endsWith("/test");
}

/** Waits until the answer has arrived. A request that the page has given up meanwhile can't be answered any more. */
async function delivered({ ended }: Flight, answering: Promise<void>): Promise<void> {
  try {
    await answering;
  } catch (error) {
    if (/closed|aborted|Invalid InterceptionId|handled/i.test(String(error))) {
      return;
    }
    throw error;
  }
  await ended;
}

async function replaced(flight: Flight, { dropConnection, status, headers, contentType, body }: WalkFault): Promise<void> {
  const { route } = flight;
  await delivered(
    flight,
    dropConnection
      ? route.abort("connectionreset")
      : route.fulfill({
          status: status ?? 200,
          headers: { ...headers, ...(contentType ? { "content-type": contentType } : {}) },
          body: body ?? "",
        }),
  );
}

/**
 * What can come instead of a part of the page that is fetched later, and what the page says and offers then.
 *
 * specs/later.spec.ts makes each of these happen; docs/faults.md is written from it.
 */
import type { Route } from "@playwright/test";

import type { ExpectedFailure } from "./watch.ts";

export interface PartFault {
  readonly id: string;
  /** What comes back, for people. */
  readonly name: string;
  /** How the browser counts it. */
  readonly counts: readonly ExpectedFailure[];
  readonly answer: (route: Route) => Promise<void>;
  /** Whether the server has another version of the page by then. */
  readonly updated?: boolean;
}

const NOT_THERE = {
  title: "This part of the page couldn’t be loaded",
  text: "Check the connection to Jira and try again. Nothing that you typed is lost.",
  offer: "Try again",
} as const;

const UPDATED = {
  title: "The plugin was updated meanwhile",
  text: "Reload it to go on. Save first what you typed: it does not outlive that.",
  offer: "Reload",
} as const;

/** What is said, and which button is offered beside it. */
export function saidOf({ updated }: PartFault): typeof NOT_THERE | typeof UPDATED {
  return updated ? UPDATED : NOT_THERE;
}

const page = (status: number, body: string) => (route: Route) => route.fulfill({ status, contentType: "text/html", body });

export const PART_FAULTS: readonly PartFault[] = [
  { id: "offline", name: "no network", counts: ["dropped"], answer: (route) => route.abort("internetdisconnected") },
  { id: "breaksOff", name: "the connection breaks", counts: ["dropped"], answer: (route) => route.abort("connectionreset") },
  {
    id: "blocked",
    name: "nothing: something in the browser blocks it",
    counts: ["dropped"],
    answer: (route) => route.abort("blockedbyclient"),
  },
  { id: "gone", name: "404", counts: [404, "console"], answer: (route) => route.fulfill({ status: 404, body: "" }) },
  { id: "failed", name: "500, an error page as HTML", counts: [500, "console"], answer: page(500, "<h1>Oops</h1>") },
  { id: "gateway", name: "503, a proxy’s page as HTML", counts: [503, "console"], answer: page(503, "<h1>Soon</h1>") },
  { id: "html", name: "200, some page as HTML", counts: ["console"], answer: page(200, "<!doctype html><title>Log in</title>") },
  {
    id: "cutOff",
    name: "200, a file that breaks off",
    counts: ["console"],
    answer: (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 0x61, 0x73, 0x6d]) }),
  },
  {
    id: "updated",
    name: "404, and the server has another version of the plugin by then",
    counts: [404, "console"],
    answer: (route) => route.fulfill({ status: 404, body: "" }),
    updated: true,
  },
];

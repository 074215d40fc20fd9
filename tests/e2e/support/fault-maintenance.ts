/**
 * The requests of the tabs Logs, Synchronisation jobs and Data of the Maintenance page in the fault matrix, and how a
 * person makes each. specs/fault-maintenance.spec.ts makes every fault happen; docs/faults.md is written from it.
 */
import { expect, type Locator } from "@playwright/test";

import { KEYS } from "./demo.ts";
import { HEALTH_REQUESTS } from "./fault-health.ts";
import { kind } from "./fault-kinds.ts";
import type { Cell, RequestKind } from "./fault-table.ts";
import type { MaintenanceTools } from "./maintenance-tools.ts";
import type { Rest } from "./rest.ts";
import type { Fault, Sandbox } from "./sandbox.ts";

const AGAIN = "Try again";

/** A request of the page, and what surrounds it there. */
export interface ToolRequest extends RequestKind {
  readonly tab: "health" | "logs" | "jobs" | "data";
  /** What stands beside the ways on of every failure. */
  readonly besides?: readonly string[];
  /** Makes data, before the page is opened. */
  readonly prepare?: (rest: Rest, sandbox: Sandbox) => Promise<void>;
  /** What is there once the tab has been loaded. */
  readonly loaded: (tools: MaintenanceTools) => Locator;
  /** Makes the request; without it, opening the tab does. */
  readonly step?: (tools: MaintenanceTools) => Promise<void>;
  /** Where a failure is said. */
  readonly at: (tools: MaintenanceTools) => Locator;
  /** What the request would change on the server. */
  readonly state?: (rest: Rest) => Promise<unknown>;
  /** Back to before the request was made, where another attempt would change too much. */
  readonly leave?: (tools: MaintenanceTools) => Promise<void>;
}

/** The whole tab says so, once. */
const forbidden: Cell = {
  ...kind("forbidden"),
  fault: "forbidden",
  says: ["This is for Jira administrators", "You need Jira’s “Jira Administrators” permission to see it."],
  offers: [AGAIN],
};

function noLog(title: string): Cell {
  const gone = { errorMessages: ["No."], errors: {}, code: "LOG_NOT_FOUND" };
  const answer: Fault = { status: 404, contentType: "application/json", body: JSON.stringify(gone) };
  return {
    fault: "logGone",
    name: "404, there is no log",
    answer,
    counts: 404,
    says: [title, "The server that answered can’t find its log."],
    offers: [AGAIN],
  };
}

const noJob: Cell = {
  fault: "jobGone",
  name: "404, no such job",
  answer: {
    status: 404,
    contentType: "application/json",
    body: JSON.stringify({ errorMessages: ["No."], errors: {}, code: "JOB_NOT_FOUND" }),
  },
  counts: 404,
  says: ["Not saved", "The plugin has no such job any more."],
  offers: [],
};

/** The message in a live region of the tab. */
function messageIn(tools: MaintenanceTools, tab: ToolRequest["tab"]): Locator {
  return tools.panel(tab).getByRole("alert").filter({ hasText: /\S/ });
}

async function aLine(_rest: Rest, sandbox: Sandbox): Promise<void> {
  await sandbox.log.write({ level: "WARN", logger: "io.test.jira.sandbox", message: "A line to look at" });
}

export const TOOL_REQUESTS: readonly ToolRequest[] = [
  ...HEALTH_REQUESTS,
  {
    id: "logs", name: "Look at the log", method: "GET", path: "/maintenance/logs", tab: "logs",
    place: "above the lines", title: "The log couldn’t be loaded", offers: [AGAIN],
    own: [forbidden, noLog("The log couldn’t be loaded")],
    prepare: aLine,
    loaded: (tools) => tools.lines.first(),
    step: (tools) => tools.button("Refresh").click(),
    at: (tools) => messageIn(tools, "logs"),
  },
  {
    id: "download", name: "Download the log", method: "GET", path: "/maintenance/logs/download", tab: "logs",
    place: "above the tabs", title: "The log wasn’t downloaded", offers: [AGAIN], besides: ["Dismiss"],
    own: [forbidden, noLog("The log wasn’t downloaded")],
    prepare: aLine,
    loaded: (tools) => tools.lines.first(),
    step: (tools) => tools.button(/^Download \(/).click(),
    at: (tools) => tools.frame.locator(".tio-download").getByRole("alert"),
  },
  {
    id: "jobs", name: "Look at the jobs", method: "GET", path: "/maintenance/jobs", tab: "jobs",
    place: "above the table", title: "The jobs couldn’t be loaded", offers: [AGAIN], own: [forbidden],
    loaded: (tools) => tools.notify("Comments Sync"),
    at: (tools) => messageIn(tools, "jobs"),
  },
  {
    id: "notify", name: "Have failures of a job notified", method: "PUT", path: "/maintenance/jobs/*", tab: "jobs",
    place: "below the job", title: "Not saved", changes: true, offers: "follow", own: [forbidden, noJob],
    loaded: (tools) => tools.notify("Comments Sync"),
    step: (tools) => tools.notify("Comments Sync").click(),
    at: (tools) => messageIn(tools, "jobs"),
    state: (rest) => rest.read("maintenance/jobs").then((jobs) => JSON.stringify(jobs).match(/"notify":\w+/g)),
  },
  {
    id: "stored", name: "Count what is stored", method: "GET", path: "/connections/summary", tab: "data",
    place: "below the tab’s title", title: "What is stored couldn’t be loaded", offers: [AGAIN],
    loaded: (tools) => tools.button("Clear Test IO data…"),
    at: (tools) => messageIn(tools, "data"),
  },
  {
    id: "clear", name: "Clear all data", method: "DELETE", path: "/maintenance/data", tab: "data",
    place: "in the dialog, which stays open", title: "The data wasn’t cleared", changes: true, offers: "follow",
    own: [forbidden],
    prepare: async (rest) => {
      await rest.update("global", { apiKey: KEYS.acmeEu });
      await rest.add(await rest.project("SMOK"));
    },
    loaded: (tools) => tools.button("Clear Test IO data…"),
    step: async (tools) => {
      await tools.button("Clear Test IO data…").click();
      await tools.question.getByRole("textbox").fill("CLEAR");
      await tools.question.getByRole("button", { name: "Clear data" }).click();
    },
    at: (tools) => tools.question.getByRole("alert").filter({ hasText: /\S/ }),
    state: (rest) => rest.connections(),
    leave: async (tools) => {
      await tools.question.getByRole("button", { name: "Cancel" }).click();
      await expect(tools.question).toBeHidden();
    },
  },
];

/** The requests of the tab Health of the Maintenance page in the fault matrix, and how a person makes each. */
import { kind } from "./fault-kinds.ts";
import type { ToolRequest } from "./fault-maintenance.ts";
import type { Cell } from "./fault-table.ts";
import type { MaintenanceTools } from "./maintenance-tools.ts";

const AGAIN = "Try again";

/** The whole tab says so, once. */
const forbidden: Cell = {
  ...kind("forbidden"),
  fault: "forbidden",
  says: ["This is for Jira administrators", "You need Jira’s “Jira Administrators” permission to see it."],
  offers: [AGAIN],
};

function message(tools: MaintenanceTools) {
  return tools.panel("health").getByRole("alert").filter({ hasText: /\S/ });
}

export const HEALTH_REQUESTS: readonly ToolRequest[] = [
  {
    id: "lastChecks", name: "Look at the last checks", method: "GET", path: "/maintenance/checks", tab: "health",
    place: "in place of the checks", title: "The last report couldn’t be loaded", offers: [AGAIN], own: [forbidden],
    loaded: (tools) => tools.button("Run checks"),
    at: message,
  },
  {
    id: "runChecks", name: "Run the checks", method: "POST", path: "/maintenance/checks", tab: "health",
    place: "above the checks", title: "The checks were not run", changes: true, offers: "follow", own: [forbidden],
    loaded: (tools) => tools.button("Run checks"),
    step: (tools) => tools.button("Run checks").click(),
    at: message,
    state: (rest) => rest.lastChecks(),
  },
];

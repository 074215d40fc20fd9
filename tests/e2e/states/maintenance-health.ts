/** States of the tab Health of the Maintenance page. */
import { expect } from "@playwright/test";

import { severalAccounts, type PageState, type Stage } from "./state.ts";
import { KEYS } from "../support/demo.ts";
import { kind } from "../support/fault-kinds.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";
import type { Way } from "../support/sandbox.ts";

const shows = "maintenance";

/** Opens the tab, and has the checks run. */
async function run({ connectionPage, page, sandbox }: Stage): Promise<MaintenanceTools> {
  const tools = new MaintenanceTools(page, sandbox, connectionPage.language);
  await tools.open("health");
  await tools.button(tools.say("Run checks")).click();
  return tools;
}

/** The same, until there is a whole report. */
async function checked(stage: Stage): Promise<void> {
  const tools = await run(stage);
  await expect(tools.button(tools.say("Copy details"))).toBeVisible({ timeout: 30_000 });
}

function astray(name: string, way: Way): PageState {
  return {
    name,
    shows,
    arrange: async (stage) => {
      await stage.sandbox.way(way);
      await checked(stage);
    },
  };
}

export const MAINTENANCE_HEALTH: readonly PageState[] = [
  {
    name: "checks that were never run",
    shows,
    arrange: async ({ connectionPage, page, sandbox }) => {
      const tools = new MaintenanceTools(page, sandbox, connectionPage.language);
      await tools.open("health");
      await expect(tools.panel("health").getByRole("listitem")).toHaveCount(6);
    },
  },
  {
    name: "checks that are under way",
    shows,
    arrange: async (stage) => {
      await stage.sandbox.addFault({ path: "/maintenance/checks", method: "POST", delayMs: 600_000 });
      const tools = await run(stage);
      await expect(tools.button(tools.say("Run checks"))).toHaveAttribute("aria-busy", "true");
    },
  },
  {
    name: "checks that all passed",
    shows,
    arrange: async (stage) => {
      await stage.sandbox.way("PROXY");
      await severalAccounts(stage);
      await checked(stage);
    },
  },
  {
    name: "keys that the checks found refused",
    shows,
    arrange: async (stage) => {
      const { rest } = stage;
      await severalAccounts(stage);
      await rest.update((await rest.connectionOf("SHOP"))!.id, { apiKey: KEYS.revoked, verify: false });
      await checked(stage);
    },
  },
  astray("a host that no name server knows", "UNKNOWN_HOST"),
  astray("a port that is closed", "CLOSED_PORT"),
  astray("a certificate that is not trusted", "OWN_CERTIFICATE"),
  astray("a proxy that wants a password", "PROXY_PASSWORD"),
  astray("a server that never answers", "NO_ANSWER"),
  astray("Test IO that is not available", "UNAVAILABLE"),
  {
    name: "checks that are not for this person",
    shows,
    arrange: async ({ connectionPage, page, sandbox }) => {
      await sandbox.addFault({ path: "/maintenance/checks", method: "GET", ...kind("forbidden").answer });
      const tools = new MaintenanceTools(page, sandbox, connectionPage.language);
      await tools.open("health");
      await expect(tools.panel("health").getByRole("button")).toBeVisible();
    },
  },
];

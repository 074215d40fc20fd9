/** States in which something has gone wrong, or waits. */
import { expect } from "@playwright/test";

import { openProject, type PageState, type Stage } from "./state.ts";
import { KEYS } from "../support/demo.ts";
import { kind } from "../support/fault-kinds.ts";
import type { Fault } from "../support/sandbox.ts";

/** Saves a key of the Global connection while this goes wrong. */
function saving(name: string, fault: Fault): PageState {
  return {
    name,
    arrange: async ({ connectionPage, sandbox }) => {
      await connectionPage.open();
      await sandbox.addFault(fault);
      await connectionPage.saveKey(KEYS.acmeEu);
      await alertOf(connectionPage);
    },
  };
}

async function alertOf({ frame }: Stage["connectionPage"]): Promise<void> {
  await expect(frame.getByRole("alert").filter({ hasText: /\S/ }).first()).toBeVisible();
}

const PUT = { path: "/connections/global", method: "PUT" } as const;

export const FAILURES: readonly PageState[] = [
  {
    name: "loading",
    arrange: async ({ connectionPage, sandbox }) => {
      await sandbox.addFault({ delayMs: 600_000 });
      await connectionPage.visit();
      await connectionPage.list.waitFor();
    },
  },
  {
    name: "not loaded",
    arrange: async ({ connectionPage, sandbox }) => {
      await sandbox.addFault(kind("gateway503").answer);
      await connectionPage.visit();
      await alertOf(connectionPage);
    },
  },
  {
    name: "a refused key",
    arrange: async ({ connectionPage }) => {
      await connectionPage.open();
      await connectionPage.saveKey(KEYS.revoked);
      await expect(connectionPage.keyField).toHaveAttribute("aria-invalid", "true");
    },
  },
  saving("Test IO out of reach", { target: "testio", dropConnection: true }),
  saving("a server error", { ...kind("stackTrace").answer, ...PUT }),
  saving("a lost answer", { ...PUT, afterCommit: true, dropConnection: true }),
  saving("logged out", { ...kind("loggedOut").answer, ...PUT }),
  saving("WebSudo", { ...kind("webSudo").answer, ...PUT }),
  saving("Jira is busy", { ...kind("busy").answer, ...PUT }),
  {
    name: "saving",
    arrange: async ({ connectionPage, sandbox }) => {
      await connectionPage.open();
      await sandbox.addFault({ ...PUT, delayMs: 600_000 });
      await connectionPage.saveKey(KEYS.acmeEu);
      await expect(connectionPage.saveButton).toHaveAttribute("aria-busy", "true");
    },
  },
  {
    name: "a conflict",
    arrange: async (stage) => {
      const { connectionPage, rest } = stage;
      await openProject(stage, KEYS.acmeUs);
      const { id } = (await rest.connectionOf("SMOK"))!;
      await connectionPage.allAnswered();
      await rest.update(id, { apiKey: KEYS.globex, accountLabel: "Globex" });
      await connectionPage.labelField.fill("ACME United States");
      await connectionPage.saveButton.click();
      await alertOf(connectionPage);
    },
  },
  {
    name: "a deleted connection",
    arrange: async ({ connectionPage }) => {
      await connectionPage.open();
      await connectionPage.goToFragment("#/connections/99999");
      await alertOf(connectionPage);
    },
  },
  {
    name: "read-only",
    arrange: async ({ connectionPage, rest, sandbox }) => {
      await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
      await sandbox.setAdministrator("admin", false);
      await connectionPage.open();
    },
  },
];

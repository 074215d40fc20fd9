/** States of what is done with all connections at once. */
import { expect, type Locator } from "@playwright/test";

import { severalAccounts, type PageState, type Stage } from "./state.ts";
import { KEYS } from "../support/demo.ts";
import { kind } from "../support/fault-kinds.ts";

/** Opens the page's menu, and chooses an item if one is named. */
async function tool({ connectionPage }: Stage, item?: string): Promise<Locator> {
  await connectionPage.open();
  const { frame, say } = connectionPage;
  await expect(connectionPage.projectRows).toHaveCount(3);
  await frame.getByRole("button", { name: say("More"), exact: true }).click();
  if (item !== undefined) {
    await frame.getByRole("menuitem", { name: say(item) }).click();
  }
  return frame.getByRole("dialog");
}

/** The message at the corner of the page. */
function flag({ connectionPage }: Stage): Locator {
  const { frame, say } = connectionPage;
  return frame.getByRole("button", { name: say("Dismiss") }).locator("..");
}

/** Tests all connections, and gives the link to the one whose key was refused. */
async function tested(stage: Stage): Promise<Locator> {
  const { connectionPage, rest } = stage;
  await severalAccounts(stage);
  await rest.update((await rest.connectionOf("SHOP"))!.id, { apiKey: KEYS.revoked, verify: false });
  const dialog = await tool(stage, "Test all connections…");
  await dialog.getByRole("button", { name: connectionPage.say("Start test") }).click();
  const refused = dialog.getByRole("link", { name: /Web shop/ });
  await refused.waitFor();
  return refused;
}

export const TOOLS: readonly PageState[] = [
  {
    name: "the menu of the page",
    arrange: async (stage) => {
      await severalAccounts(stage);
      await tool(stage);
      await stage.connectionPage.frame.getByRole("menu").waitFor();
    },
  },
  {
    name: "before all connections are tested",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      const dialog = await tool(stage, "Test all connections…");
      await dialog.getByRole("button", { name: connectionPage.say("Start test") }).waitFor();
    },
  },
  {
    name: "testing all connections",
    arrange: async (stage) => {
      await severalAccounts(stage);
      await stage.sandbox.addFault({ path: "/connections/*/test", delayMs: 600_000 });
      const dialog = await tool(stage, "Test all connections…");
      await dialog.getByRole("button", { name: stage.connectionPage.say("Start test") }).click();
      await dialog.getByRole("progressbar").waitFor();
    },
  },
  {
    name: "all connections tested",
    arrange: async (stage) => {
      await tested(stage);
    },
  },
  {
    name: "the accounts",
    arrange: async (stage) => {
      const { rest } = stage;
      await severalAccounts(stage);
      await rest.update((await rest.connectionOf("PAY"))!.id, { apiKey: KEYS.globex, accountLabel: "Globex Inc." });
      const dialog = await tool(stage, "Test IO accounts…");
      await expect(dialog.getByText("Globex Inc.").first()).toBeVisible();
    },
  },
  {
    name: "renaming an account",
    arrange: async (stage) => {
      await severalAccounts(stage);
      const dialog = await tool(stage, "Test IO accounts…");
      await dialog.getByRole("button", { name: stage.connectionPage.say("Rename") }).first().click();
      await dialog.getByRole("textbox").waitFor();
    },
  },
  {
    name: "a test report that is kept",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await (await tested(stage)).click();
      await connectionPage.heading("Web shop").waitFor();
      await expect(connectionPage.row("Web shop")).toContainText(connectionPage.say("Key rejected"));
    },
  },
  {
    name: "exported",
    arrange: async (stage) => {
      await severalAccounts(stage);
      await tool(stage, "Export as CSV");
      // It stays as long as somebody points at it.
      await flag(stage).hover();
    },
  },
  {
    name: "not exported",
    arrange: async (stage) => {
      const { connectionPage, sandbox } = stage;
      await severalAccounts(stage);
      await tool(stage);
      await sandbox.addFault({ path: "/connections", method: "GET", ...kind("gateway503").answer });
      await connectionPage.frame.getByRole("menuitem", { name: connectionPage.say("Export as CSV") }).click();
      await flag(stage).waitFor();
    },
  },
  {
    name: "the shortcuts",
    arrange: async (stage) => {
      await severalAccounts(stage);
      await (await tool(stage, "Keyboard shortcuts")).waitFor();
    },
  },
];

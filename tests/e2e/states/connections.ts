/** States of the list and of the open connection. */
import { expect } from "@playwright/test";

import { openProject, severalAccounts, type PageState } from "./state.ts";
import { KEYS } from "../support/demo.ts";

export const CONNECTIONS: readonly PageState[] = [
  {
    name: "first visit",
    arrange: async ({ connectionPage }) => {
      await connectionPage.open();
      await connectionPage.keyField.waitFor();
    },
  },
  {
    name: "several accounts",
    arrange: async (stage) => {
      await severalAccounts(stage);
      await stage.connectionPage.open();
      await expect(stage.connectionPage.projectRows).toHaveCount(3);
    },
  },
  {
    name: "a project's connection",
    arrange: async (stage) => {
      await severalAccounts({ ...stage });
      await stage.connectionPage.open();
      await stage.connectionPage.row("Web shop").click();
      await stage.connectionPage.heading("Web shop").waitFor();
    },
  },
  {
    name: "every status",
    arrange: async ({ connectionPage, rest, sandbox }) => {
      await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
      await rest.update("global", { active: false });
      await rest.add(await rest.project("PAY"));
      await rest.add(await rest.project("SMOK"), { apiKey: KEYS.revoked, verify: false });
      const revoked = await rest.connectionOf("SMOK");
      await rest.test(revoked!.id);
      await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, verify: false });
      await rest.add(await rest.project("CHK"), { apiKey: KEYS.globex });
      const archived = await rest.project("DOCS");
      await rest.add(archived, { apiKey: KEYS.acmeUs });
      await sandbox.archive(archived.id);
      await sandbox.addFault({ target: "testio", dropConnection: true });
      const unreachable = await rest.add(await rest.project("HR"), { apiKey: KEYS.acmeUs, verify: false });
      await rest.test(unreachable.id);
      await connectionPage.open();
      await expect(connectionPage.projectRows).toHaveCount(6);
    },
  },
  {
    name: "names that hurt",
    arrange: async ({ connectionPage, rest }) => {
      await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "A label of sixty characters, as long as a label can ever be." });
      for (const key of ["LONG", "NOSPACE", "MARKUP", "RTL", "EMOJI"]) {
        await rest.add(await rest.project(key), { apiKey: KEYS.acmeUs, accountLabel: "ACME United States" });
      }
      await connectionPage.open();
      await connectionPage.projectRows.first().click();
      await connectionPage.labelField.waitFor();
    },
  },
  {
    name: "replacing a key",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await openProject(stage, KEYS.acmeUs);
      await connectionPage.button(connectionPage.say("Replace key")).click();
      await connectionPage.keyField.fill("not a key at all");
    },
  },
  {
    name: "replacing a key everywhere",
    arrange: async (stage) => {
      const { connectionPage, rest } = stage;
      await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeUs });
      await openProject(stage, KEYS.acmeUs);
      await connectionPage.button(connectionPage.say("Replace key")).click();
      await connectionPage.keyField.fill(KEYS.globex);
      await connectionPage.detail.getByRole("checkbox").check();
    },
  },
  {
    name: "replacing a key everywhere that another has got meanwhile",
    arrange: async (stage) => {
      const { connectionPage, rest } = stage;
      await rest.add(await rest.project("SHOP"), { apiKey: KEYS.acmeUs });
      await openProject(stage, KEYS.acmeUs);
      await connectionPage.button(connectionPage.say("Replace key")).click();
      await connectionPage.keyField.fill(KEYS.globex);
      await connectionPage.detail.getByRole("checkbox").check();
      await connectionPage.allAnswered();
      await rest.add(await rest.project("PAY"), { apiKey: KEYS.acmeUs });
      await connectionPage.keyField.press("Enter");
      await expect(connectionPage.detail.getByRole("alert").getByRole("button").first()).toBeVisible();
    },
  },
  {
    name: "a tested connection",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await openProject(stage, KEYS.acmeUs);
      await connectionPage.button(connectionPage.say("Test connection")).click();
      await expect(connectionPage.detail.getByRole("status").first()).not.toBeEmpty();
    },
  },
  {
    name: "help unfolded",
    arrange: async ({ connectionPage }) => {
      await connectionPage.open();
      await connectionPage.detail.locator("details:not([open]) > summary").click();
    },
  },
  {
    name: "only what needs attention",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.frame.getByRole("banner").locator("[aria-pressed=false]").click();
      await expect(connectionPage.projectRows).toHaveCount(1);
    },
  },
  {
    name: "the way to the next that needs attention",
    arrange: async (stage) => {
      const { connectionPage, rest } = stage;
      await severalAccounts(stage);
      await rest.add(await rest.project("CHK"));
      await connectionPage.open();
      await connectionPage.frame.getByRole("banner").locator("[aria-pressed=false]").click();
      await connectionPage.heading("Checkout").waitFor();
      await connectionPage.saveKey(KEYS.acmeUs);
      await connectionPage.detail.getByRole("button", { name: /Payments/ }).first().waitFor();
      await expect(connectionPage.projectRows).toHaveCount(2);
    },
  },
  {
    name: "all is well",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.frame.getByRole("banner").locator("[aria-pressed=false]").click();
      await connectionPage.heading("Payments").waitFor();
      await connectionPage.saveKey(KEYS.acmeUs);
      await connectionPage.detail.getByRole("status").getByRole("button").waitFor();
    },
  },
  {
    name: "projects without a connection",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.filterField.fill("shop");
      await expect(connectionPage.unconnected.getByRole("listitem")).toHaveCount(4);
      await expect(connectionPage.projectRows).toHaveCount(1);
    },
  },
  {
    name: "nothing found",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.filterField.fill("nothing like it");
      await expect(connectionPage.projectRows).toHaveCount(0);
    },
  },
];

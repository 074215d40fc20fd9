/** States with something above the page. */
import { expect } from "@playwright/test";

import { openProject, severalAccounts, type PageState } from "./state.ts";
import { KEYS } from "../support/demo.ts";

export const DIALOGS: readonly PageState[] = [
  {
    name: "choosing a project",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      const dialog = await connectionPage.openAddDialog();
      await dialog.getByRole("combobox").fill("sho");
      await expect(connectionPage.option("Web shop")).toBeVisible();
    },
  },
  {
    name: "no project found",
    arrange: async ({ connectionPage }) => {
      await connectionPage.open();
      const dialog = await connectionPage.openAddDialog();
      await dialog.getByRole("combobox").fill("nothing like it");
      await expect(connectionPage.frame.getByRole("option")).toHaveCount(0);
    },
  },
  {
    name: "which connection applies",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.frame.getByRole("button", { name: connectionPage.say("Which connection applies?") }).click();
      const dialog = connectionPage.frame.getByRole("dialog");
      await dialog.getByRole("combobox").fill("SMOK");
      await connectionPage.option("SMOK").click();
      await expect(dialog.getByText(/Smoke testing/).last()).toBeVisible();
    },
  },
  {
    name: "a project without its own connection",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.frame.getByRole("button", { name: connectionPage.say("Which connection applies?") }).click();
      const dialog = connectionPage.frame.getByRole("dialog");
      await dialog.getByRole("combobox").fill("CHK");
      await connectionPage.option("CHK").click();
      await expect(dialog.getByRole("button", { name: connectionPage.say("Add connection") })).toBeVisible();
    },
  },
  {
    name: "the menu of a connection",
    arrange: async (stage) => {
      await openProject(stage, KEYS.acmeUs);
      await stage.connectionPage.openActions();
    },
  },
  {
    name: "removing a key",
    arrange: async (stage) => {
      await openProject(stage, KEYS.acmeUs);
      await stage.connectionPage.chooseAction("Remove key…");
      await stage.connectionPage.frame.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "deleting a connection",
    arrange: async (stage) => {
      await openProject(stage, KEYS.acmeUs);
      await stage.connectionPage.chooseAction("Delete connection…");
      await stage.connectionPage.frame.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "switching Global off",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.activeSwitch.click();
      await connectionPage.frame.getByRole("alertdialog").getByText(/\d+ (projects|Projekte)/).waitFor();
    },
  },
  {
    name: "Global switched off",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.switchGlobalOff();
      await connectionPage.button(connectionPage.say("Undo")).waitFor();
    },
  },
  {
    name: "unsaved input",
    arrange: async (stage) => {
      await openProject(stage, KEYS.acmeUs);
      await stage.connectionPage.labelField.fill("not saved");
      await stage.connectionPage.globalRow.click();
      await stage.connectionPage.frame.getByRole("alertdialog").waitFor();
    },
  },
];

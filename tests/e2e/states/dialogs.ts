/** States with something above the page. */
import { expect, type Locator } from "@playwright/test";

import { openProject, severalAccounts, type PageState, type Stage } from "./state.ts";
import { KEYS } from "../support/demo.ts";

/** Opens the dialog that adds a connection, and chooses a project and enters a key there. */
async function addingWithKey(stage: Stage): Promise<Locator> {
  const { connectionPage } = stage;
  await severalAccounts(stage);
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: connectionPage.say("Jira project") }).fill("CHK");
  await connectionPage.option("CHK").click();
  await dialog.getByLabel(connectionPage.say("API key"), { exact: true }).fill(KEYS.globex);
  return dialog;
}

export const DIALOGS: readonly PageState[] = [
  {
    name: "choosing a project",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      const dialog = await connectionPage.openAddDialog();
      await dialog.getByRole("combobox", { name: connectionPage.say("Jira project") }).fill("sho");
      await expect(connectionPage.option("Web shop")).toBeVisible();
    },
  },
  {
    name: "adding a connection with its key",
    arrange: async (stage) => {
      const dialog = await addingWithKey(stage);
      await dialog.getByLabel(stage.connectionPage.say("Account label")).fill("Globex");
      await expect(dialog.locator("option")).toHaveCount(4);
    },
  },
  {
    name: "adding another connection",
    arrange: async (stage) => {
      const dialog = await addingWithKey(stage);
      await dialog.getByRole("button", { name: stage.connectionPage.say("Add another") }).click();
      await dialog.getByRole("status").getByText("Checkout").waitFor();
      await expect(dialog.locator("option")).toHaveCount(4);
    },
  },
  {
    name: "a new connection whose key is refused",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      const dialog = await addingWithKey(stage);
      const key = dialog.getByLabel(connectionPage.say("API key"), { exact: true });
      await key.fill(KEYS.revoked);
      await dialog.getByRole("button", { name: connectionPage.say("Add connection") }).click();
      await expect(key).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "a new connection while Test IO is out of reach",
    arrange: async (stage) => {
      const { connectionPage, sandbox } = stage;
      const dialog = await addingWithKey(stage);
      await sandbox.addFault({ target: "testio", dropConnection: true });
      await dialog.getByRole("button", { name: connectionPage.say("Add connection") }).click();
      await dialog.getByRole("button", { name: connectionPage.say("Add without verifying") }).waitFor();
    },
  },
  {
    name: "adding a connection with the key of an account",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      const dialog = await addingWithKey(stage);
      const account = dialog.getByLabel(connectionPage.say("API key of an account"));
      await account.focus();
      await account.selectOption({ index: 2 });
    },
  },
  {
    name: "no project found",
    arrange: async ({ connectionPage }) => {
      await connectionPage.open();
      const dialog = await connectionPage.openAddDialog();
      await dialog.getByRole("combobox", { name: connectionPage.say("Jira project") }).fill("nothing like it");
      await expect(connectionPage.frame.getByRole("listbox").getByRole("option")).toHaveCount(0);
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
      await dialog.getByRole("combobox", { name: connectionPage.say("Jira project") }).fill("SMOK");
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
      await dialog.getByRole("combobox", { name: connectionPage.say("Jira project") }).fill("CHK");
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
    name: "deleting what archived projects left",
    arrange: async (stage) => {
      const { connectionPage, rest, sandbox } = stage;
      await severalAccounts(stage);
      for (const key of ["SMOK", "SHOP"]) {
        await sandbox.archive((await rest.project(key)).id);
      }
      await connectionPage.open();
      await connectionPage.select("Smoke testing");
      await connectionPage.detail.getByRole("button", { name: /2/ }).click();
      await connectionPage.frame.getByRole("alertdialog").getByRole("listitem").nth(1).waitFor();
    },
  },
  {
    name: "switching Global off",
    arrange: async (stage) => {
      const { connectionPage } = stage;
      await severalAccounts(stage);
      await connectionPage.open();
      await connectionPage.activeSwitch.click();
      await connectionPage.frame.getByRole("alertdialog").getByText(/\d/).first().waitFor();
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

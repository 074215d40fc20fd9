/** How a person makes each kind of request of the fault matrix, and what must be so afterwards. */
import { expect, type Locator } from "@playwright/test";

import { KEYS } from "./demo.ts";
import { act, alert, cancel, type Act, type Stage } from "./fault-act.ts";
import { DIALOG_ACTS } from "./fault-dialogs.ts";
import type { Project, Rest } from "./rest.ts";

export type { Act, Stage } from "./fault-act.ts";

const LABEL = "ACME EU";

/** The acts by their requests' names. Each makes the data that it needs. */
export const ACTS: Readonly<Record<string, (stage: Stage) => Promise<Act>>> = {
  ...DIALOG_ACTS,

  loadOne: async ({ connectionPage, rest }) => {
    let id = "";
    return act({
      open: async () => {
        // Only now, so that the list does not know it.
        ({ id } = (await rest.connectionOf("SMOK")) ?? (await rest.add(await rest.project("SMOK"))));
      },
      step: () => connectionPage.goToFragment(`#/connections/${id}`),
      place: (text) => alert(connectionPage.detail, text),
      state: () => rest.connections(),
      leave: async () => {
        await connectionPage.goToFragment("#/global");
        await expect(connectionPage.heading("Global (default)")).toBeVisible();
      },
    });
  },

  unconnected: async ({ connectionPage, rest }) => {
    // With less there is nothing to filter.
    await rest.add(await rest.project("PAY"));
    await rest.add(await rest.project("CHK"));
    return act({
      step: () => connectionPage.filterField.fill("smo"),
      place: (text) => alert(connectionPage.list, text),
      kept: () => expect(connectionPage.filterField).toHaveValue("smo"),
      leave: async () => {
        await connectionPage.filterField.fill("");
        await expect(connectionPage.projectRows).toHaveCount(2);
      },
      state: async () => null,
    });
  },

  saveKey: async (stage) => {
    const { connectionPage } = stage;
    const at = await projectConnection(stage);
    return act({
      ...at,
      type: async () => {
        await connectionPage.keyField.fill(KEYS.acmeUs);
        await connectionPage.labelField.fill(LABEL);
      },
      step: () => connectionPage.saveButton.click(),
      kept: async () => {
        await expect(connectionPage.keyField).toHaveValue(KEYS.acmeUs);
        await expect(connectionPage.labelField).toHaveValue(LABEL);
      },
      leave: () => connectionPage.button("Cancel").click(),
      done: () => connectionPage.expectStatus("Connected"),
    });
  },

  saveLabel: async (stage) => {
    const { connectionPage } = stage;
    const at = await projectConnection(stage, KEYS.acmeUs);
    return act({
      ...at,
      type: () => connectionPage.labelField.fill(LABEL),
      step: () => connectionPage.saveButton.click(),
      kept: () => expect(connectionPage.labelField).toHaveValue(LABEL),
      leave: () => connectionPage.button("Cancel").click(),
      done: () => expect(connectionPage.detail.getByRole("status").filter({ hasText: /\S/ })).toContainText("Saved."),
    });
  },

  testTyped: async (stage) => {
    const { connectionPage } = stage;
    return act({
      ...(await projectConnection(stage)),
      type: () => connectionPage.keyField.fill(KEYS.acmeUs),
      step: () => connectionPage.button("Test this key").click(),
      kept: () => expect(connectionPage.keyField).toHaveValue(KEYS.acmeUs),
      leave: () => connectionPage.button("Cancel").click(),
    });
  },

  testSaved: async (stage) => {
    return act({
      ...(await projectConnection(stage, KEYS.acmeUs)),
      step: () => stage.connectionPage.button("Test connection").click(),
    });
  },

  switch: async ({ connectionPage, rest }) => {
    await rest.update("global", { apiKey: KEYS.acmeEu });
    return act({
      step: () => connectionPage.switchGlobalOff(),
      place: (text) => alert(connectionPage.detail, text),
      // It shows what the server has, not what was asked for.
      kept: () => expect(connectionPage.activeSwitch).toBeChecked(),
      state: () => rest.connection("global"),
      takeTheirs: () => connectionPage.button("Use theirs").click(),
      again: () => connectionPage.button("Try again").click(),
      done: () => connectionPage.expectStatus("Inactive"),
      meanwhile: () => theirs(rest, "global"),
    });
  },

  removeKey: async (stage) => {
    const { connectionPage } = stage;
    const at = await projectConnection(stage, KEYS.acmeUs);
    const dialog = () => connectionPage.dialog(`Remove the API key of ${at.project.name}?`);
    return act({
      ...at,
      ...question(stage, dialog, "Remove key…", "Remove key"),
      done: () => connectionPage.expectStatus("Key missing"),
    });
  },

  delete: async (stage) => {
    const { connectionPage } = stage;
    const at = await projectConnection(stage, KEYS.acmeUs);
    const dialog = () => connectionPage.dialog(`Delete the connection of ${at.project.name}?`);
    return act({
      ...at,
      ...question(stage, dialog, "Delete connection…", "Delete connection"),
      done: () => expect(connectionPage.row(at.project.name)).toBeHidden(),
    });
  },
};

/** A dialog that asks before it does something. */
function question({ connectionPage }: Stage, dialog: () => Locator, item: string, button: string) {
  return {
    type: () => connectionPage.chooseAction(item),
    step: () => dialog().getByRole("button", { name: button }).click(),
    place: (text: string) => alert(dialog(), text),
    kept: () => expect(dialog()).toBeVisible(),
    leave: () => cancel(dialog()),
    takeTheirs: async () => {
      await dialog().getByRole("button", { name: "Use theirs" }).click();
      await expect(dialog(), "nothing is asked any more").toBeHidden();
    },
    again: () => dialog().getByRole("button", { name: "Try again" }).click(),
  };
}

/** A project's connection, with or without a key, as the one on the right. */
async function projectConnection({ connectionPage, rest }: Stage, apiKey?: string) {
  const project: Project = await rest.project("SMOK");
  const { id } = await rest.add(project, ...(apiKey ? [{ apiKey }] : []));
  return {
    project,
    open: () => connectionPage.select(project.name),
    place: (text: string) => alert(connectionPage.detail, text),
    state: () => rest.connectionOf(project.key),
    takeTheirs: () => connectionPage.button("Use theirs").click(),
    again: () => connectionPage.button("Try again").click(),
    meanwhile: () => theirs(rest, id),
  };
}

async function theirs(rest: Rest, id: string): Promise<void> {
  // Never the label that is there, or nothing would have changed.
  await rest.update(id, { accountLabel: "before" });
  await rest.update(id, { accountLabel: "theirs" });
}

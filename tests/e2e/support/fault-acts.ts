/** How a person makes each kind of request of the fault matrix, and what must be so afterwards. */
import { expect, type Locator, type Page } from "@playwright/test";

import type { ConnectionPage } from "./connection-page.ts";
import { KEYS } from "./demo.ts";
import type { Project, Rest } from "./rest.ts";
import type { Sandbox } from "./sandbox.ts";

export interface Stage {
  readonly connectionPage: ConnectionPage;
  readonly page: Page;
  readonly rest: Rest;
  readonly sandbox: Sandbox;
}

/** A request being made again and again, on one page. */
export interface Act {
  /** Takes the opened page to where the request can be made, at the start and after it was led elsewhere. */
  open(): Promise<void>;
  /** Types what there is to type. */
  type(): Promise<void>;
  /** Makes the request. */
  step(): Promise<void>;
  /** The part of the page in which a failure with this text is said. */
  place(text: string): Locator;
  /** What was typed, or shown, is still there. */
  kept(): Promise<void>;
  /** Has a look where a failure would be, when that is not in sight by itself. */
  look(): Promise<void>;
  /** Back to before anything was typed. */
  leave(): Promise<void>;
  /** Lets somebody else's change stand, which is such a way back too. */
  takeTheirs(): Promise<void>;
  /** What the request would change on the server. */
  state(): Promise<unknown>;
  /** Presses what asks again. */
  again(): Promise<void>;
  /** The page shows that it was done. */
  done(): Promise<void>;
  /** Somebody else changes the connection, or adds it. */
  meanwhile(): Promise<void>;
}

const LABEL = "ACME EU";

/** Everything that hardly any act needs. */
function act(own: Pick<Act, "step" | "place" | "state"> & Partial<Act>): Act {
  const nothing = async () => {};
  const rest = { look: nothing, leave: nothing, takeTheirs: nothing, again: nothing, done: nothing, meanwhile: nothing };
  return { open: nothing, type: nothing, kept: nothing, ...rest, ...own };
}

/** The acts by their requests' names. Each makes the data that it needs. */
export const ACTS: Readonly<Record<string, (stage: Stage) => Promise<Act>>> = {
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

  search: async (stage) => {
    const { connectionPage, page } = stage;
    const dialog = connectionPage.dialog("Select Jira project");
    const field = dialog.getByRole("combobox", { name: "Jira project" });
    return act({
      type: async () => {
        const first = page.waitForResponse(/\/projects\?/);
        await connectionPage.openAddDialog();
        await first;
      },
      step: () => field.fill("smo"),
      // The list closes when the focus leaves the field, as it does for the banner's buttons.
      look: async () => {
        await field.focus();
        await field.press("ArrowDown");
      },
      place: () => dialog,
      kept: () => expect(field).toHaveValue("smo"),
      leave: () => cancel(dialog),
      state: async () => null,
    });
  },

  unconnected: async ({ connectionPage, rest }) => {
    // With less there is nothing to filter.
    await rest.add(await rest.project("PAY"));
    await rest.add(await rest.project("CHK"));
    const { filterField } = connectionPage;
    return act({
      step: () => filterField.fill("smo"),
      place: (text) => alert(connectionPage.list, text),
      kept: () => expect(filterField).toHaveValue("smo"),
      leave: async () => {
        await filterField.fill("");
        await expect(connectionPage.projectRows).toHaveCount(2);
      },
      state: async () => null,
    });
  },

  effective: async ({ connectionPage }) => {
    const dialog = connectionPage.dialog("Which connection applies?");
    const field = dialog.getByRole("combobox", { name: "Jira project" });
    return act({
      type: async () => {
        await connectionPage.frame.getByRole("button", { name: "Which connection applies?" }).click();
        await field.fill("SMOK");
      },
      step: () => connectionPage.option("SMOK").click(),
      place: (text) => dialog.getByRole("status").filter({ hasText: text }),
      kept: () => expect(field).not.toHaveValue(""),
      leave: async () => {
        await dialog.getByRole("button", { name: "Close" }).click();
        await expect(dialog).toBeHidden();
      },
      state: async () => null,
    });
  },

  add: async ({ connectionPage, page, rest }) => {
    const project = await rest.project("SMOK");
    const dialog = connectionPage.dialog("Select Jira project");
    const field = dialog.getByRole("combobox", { name: "Jira project" });
    const submit = dialog.getByRole("button", { name: "Add connection" });
    return act({
      open: async () => {
        for (const { id } of await rest.connections()) {
          await rest.delete(id);
        }
      },
      type: async () => {
        await connectionPage.openAddDialog();
        await field.fill(project.key);
        await connectionPage.option(project.key).click();
      },
      step: () => submit.click(),
      place: (text) => dialog.filter({ has: page.getByRole("alert").filter({ hasText: text }) }),
      kept: () => expect(field).toHaveValue(project.name),
      leave: () => cancel(dialog),
      state: () => rest.connections(),
      again: () => submit.click(),
      done: () => expect(connectionPage.heading(project.name)).toBeVisible(),
      meanwhile: async () => {
        await rest.add(project);
      },
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
    const dialog = connectionPage.dialog(`Remove the API key of ${at.project.name}?`);
    return act({
      ...at,
      ...question(stage, dialog, "Remove key…", "Remove key"),
      done: () => connectionPage.expectStatus("Key missing"),
    });
  },

  delete: async (stage) => {
    const { connectionPage } = stage;
    const at = await projectConnection(stage, KEYS.acmeUs);
    const dialog = connectionPage.dialog(`Delete the connection of ${at.project.name}?`);
    return act({
      ...at,
      ...question(stage, dialog, "Delete connection…", "Delete connection"),
      done: () => expect(connectionPage.row(at.project.name)).toBeHidden(),
    });
  },
};

/** A dialog that asks before it does something. */
function question({ connectionPage }: Stage, dialog: Locator, item: string, button: string) {
  return {
    type: () => connectionPage.chooseAction(item),
    step: () => dialog.getByRole("button", { name: button }).click(),
    place: (text: string) => alert(dialog, text),
    kept: () => expect(dialog).toBeVisible(),
    leave: () => cancel(dialog),
    takeTheirs: async () => {
      await dialog.getByRole("button", { name: "Use theirs" }).click();
      await expect(dialog, "nothing is asked any more").toBeHidden();
    },
    again: () => dialog.getByRole("button", { name: "Try again" }).click(),
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

function alert(within: Locator, text: string): Locator {
  return within.getByRole("alert").filter({ hasText: text });
}

async function cancel(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
}

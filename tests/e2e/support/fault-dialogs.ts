/** How a person makes the requests of the fault matrix that belong to dialogs. */
import { expect } from "@playwright/test";

import { KEYS } from "./demo.ts";
import { act, alert, cancel, type Act, type Stage } from "./fault-act.ts";

/** The acts by their requests' names. Each makes the data that it needs. */
export const DIALOG_ACTS: Readonly<Record<string, (stage: Stage) => Promise<Act>>> = {
  search: async (stage) => {
    const { connectionPage, page } = stage;
    const dialog = () => connectionPage.dialog("Select Jira project");
    const field = () => dialog().getByRole("combobox", { name: "Jira project" });
    return act({
      type: async () => {
        const first = page.waitForResponse(/\/projects\?/);
        await connectionPage.openAddDialog();
        await first;
      },
      step: () => field().fill("smo"),
      // The list closes when the focus leaves the field, as it does for the banner's buttons.
      look: async () => {
        await field().focus();
        await field().press("ArrowDown");
      },
      place: dialog,
      kept: () => expect(field()).toHaveValue("smo"),
      leave: () => cancel(dialog()),
      state: async () => null,
    });
  },

  effective: async ({ connectionPage }) => {
    const dialog = () => connectionPage.dialog("Which connection applies?");
    const field = () => dialog().getByRole("combobox", { name: "Jira project" });
    return act({
      type: async () => {
        await connectionPage.frame.getByRole("button", { name: "Which connection applies?" }).click();
        await field().fill("SMOK");
      },
      step: () => connectionPage.option("SMOK").click(),
      place: (text) => dialog().getByRole("status").filter({ hasText: text }),
      kept: () => expect(field()).not.toHaveValue(""),
      leave: async () => {
        await dialog().getByRole("button", { name: "Close" }).click();
        await expect(dialog()).toBeHidden();
      },
      state: async () => null,
    });
  },

  add: async ({ connectionPage, rest }) => {
    const project = await rest.project("SMOK");
    const dialog = () => connectionPage.dialog("Select Jira project");
    const field = () => dialog().getByRole("combobox", { name: "Jira project" });
    const submit = () => dialog().getByRole("button", { name: "Add connection" });
    return act({
      open: async () => {
        for (const { id } of await rest.connections()) {
          await rest.delete(id);
        }
      },
      type: async () => {
        await connectionPage.openAddDialog();
        await field().fill(project.key);
        await connectionPage.option(project.key).click();
      },
      step: () => submit().click(),
      place: (text) => dialog().filter({ has: connectionPage.frame.getByRole("alert").filter({ hasText: text }) }),
      kept: () => expect(field()).toHaveValue(project.name),
      leave: () => cancel(dialog()),
      state: () => rest.connections(),
      again: () => submit().click(),
      done: () => expect(connectionPage.heading(project.name)).toBeVisible(),
      meanwhile: async () => {
        await rest.add(project);
      },
    });
  },

  addWithKey: async ({ connectionPage, rest }) => {
    const project = await rest.project("SMOK");
    const dialog = () => connectionPage.dialog("Select Jira project");
    const key = () => dialog().getByLabel("API key", { exact: true });
    const submit = () => dialog().getByRole("button", { name: "Add connection" });
    return act({
      open: async () => {
        for (const { id } of await rest.connections()) {
          await rest.delete(id);
        }
      },
      type: async () => {
        await connectionPage.openAddDialog();
        await dialog().getByRole("combobox", { name: "Jira project" }).fill(project.key);
        await connectionPage.option(project.key).click();
        await key().fill(KEYS.acmeUs);
      },
      step: () => submit().click(),
      place: (text) => dialog().filter({ has: connectionPage.frame.getByRole("alert").filter({ hasText: text }) }),
      kept: () => expect(key()).toHaveValue(KEYS.acmeUs),
      leave: () => cancel(dialog()),
      state: () => rest.connections(),
      again: () => submit().click(),
      done: () => connectionPage.expectStatus("Connected"),
      meanwhile: async () => {
        await rest.add(project);
      },
    });
  },

  accounts: async ({ connectionPage }) => {
    const dialog = () => connectionPage.dialog("Test IO accounts");
    return act({
      step: async () => {
        const { frame } = connectionPage;
        await frame.getByRole("button", { name: "More", exact: true }).click();
        await frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
      },
      place: (text) => alert(dialog(), text),
      leave: async () => {
        await dialog().getByRole("button", { name: "Close" }).click();
        await expect(dialog()).toBeHidden();
      },
      state: async () => null,
    });
  },
};

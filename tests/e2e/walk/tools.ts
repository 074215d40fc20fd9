/** What the person does in the dialogs that are about many connections, and in the one that adds some. */
import type { Locator } from "@playwright/test";

import type { Hand } from "./hand.ts";
import { KEYS, NAMES } from "./keys.ts";
import { PROJECTS } from "./others.ts";
import type { Step } from "./sequence.ts";
import type { ConnectionPage } from "../support/connection-page.ts";

const ARCHIVED = /^Delete all \d+ connections of archived/;

export class Tools {
  /** The key that was typed for a new connection, while its dialog is open. */
  firstKey: string | undefined;
  /** Whether anything was done that accounts may show. */
  concernsAccounts = false;

  constructor(
    private readonly view: ConnectionPage,
    private readonly hand: Hand,
  ) {}

  /** Opens the dialog that a step is about. */
  async open({ name }: Step): Promise<void> {
    switch (name) {
      case "Rename":
      case "ReplaceEverywhere":
      case "ShowConnections":
        return this.#choose("Test IO accounts…");
      case "TestAll":
      case "OpenResult":
        return this.#choose("Test all connections…");
      case "DeleteArchived":
        return void (await this.hand.press(this.view.detail, ARCHIVED));
    }
  }

  /** Acts in one of them. Whether it is one. */
  async act(dialog: Locator, step: Step): Promise<boolean> {
    const title = (await dialog.getByRole("heading").first().textContent({ timeout: 1_000 }).catch(() => "")) ?? "";
    if (title === "Test IO accounts") {
      await this.#actInAccounts(dialog, step);
    } else if (title === "Test all connections") {
      await this.#actInTests(dialog, step);
    } else if (title.startsWith("Delete connections of archived")) {
      await this.#actInArchived(dialog, step);
    } else {
      return false;
    }
    return true;
  }

  /** Acts in the dialog that adds a connection, or in the one that looks a project up. */
  async actInPicker(dialog: Locator, { name, number }: Step): Promise<void> {
    const field = dialog.getByRole("combobox", { name: "Jira project" });
    switch (name) {
      case "SearchProjects":
        return field.fill(["", "shop", "nothing like it"][number]!);
      case "Choose":
      case "LookUp":
        await field.fill(PROJECTS[number]!);
        return void (await this.hand.click(dialog.getByRole("option", { disabled: false }).first()));
      case "TypeFirstKey":
        if (await this.hand.fill(dialog.getByLabel("API key", { exact: true }), KEYS[number]!)) {
          this.firstKey = KEYS[number]!;
        }
        return;
      case "UseKeyOf":
        return this.#useKeyOf(dialog, number);
      case "Add":
        return this.#add(dialog, "Add connection");
      case "AddTwice":
        return this.#add(dialog, "Add connection", 2);
      case "AddAnother":
        return this.#add(dialog, "Add another");
      case "AddUnverified":
        return this.#add(dialog, "Add without verifying");
      case "CloseAdd":
        return void (await this.hand.press(dialog, "Cancel"));
      case "CloseLookUp":
        return void (await this.hand.press(dialog, "Close"));
    }
  }

  async #add(dialog: Locator, button: string, times = 1): Promise<void> {
    this.concernsAccounts = true;
    await this.hand.change(dialog, button, { times });
  }

  /** Chooses the key of an account, or none after the last one. */
  async #useKeyOf(dialog: Locator, number: number): Promise<void> {
    const accounts = dialog.getByLabel("API key of an account");
    if (await accounts.isVisible()) {
      const index = number + 1 < (await accounts.getByRole("option").count()) ? number + 1 : 0;
      await accounts.selectOption({ index }, { timeout: 2_000 });
      this.firstKey = undefined;
    }
  }

  async #choose(item: string): Promise<void> {
    this.concernsAccounts = true;
    const { frame } = this.view;
    if (await this.hand.press(frame.getByRole("banner"), "More")) {
      const choice = frame.getByRole("menuitem", { name: item, disabled: false });
      if (!(await this.hand.click(choice))) {
        await frame.getByRole("menu").press("Escape");
      }
    }
  }

  async #actInAccounts(dialog: Locator, { name, number }: Step): Promise<void> {
    const heading = this.view.frame.getByRole("heading");
    const account = (which: number) => dialog.getByRole("listitem").filter({ has: heading }).nth(which);
    switch (name) {
      case "Rename": {
        const card = account(Math.floor(number / 2));
        const label = card.getByLabel("New account label");
        if (!(await label.isVisible())) {
          await this.hand.press(card, "Rename");
        }
        if (await this.hand.fill(label, NAMES[number % 2]!)) {
          await this.hand.change(card, "Save");
        }
        return;
      }
      case "ReplaceEverywhere":
        return void (await this.hand.press(account(number), "Replace key everywhere"));
      case "ShowConnections":
        return void (await this.hand.press(account(number), "Show connections"));
      case "RetryLoads":
        return void (await this.hand.press(dialog, "Try again"));
      case "CloseTool":
        return void (await this.hand.press(dialog, "Close"));
    }
  }

  async #actInTests(dialog: Locator, { name }: Step): Promise<void> {
    switch (name) {
      case "TestAll":
        return void (await this.hand.press(dialog, /^(Start test|Test again)$/));
      case "OpenResult":
        return void (await this.hand.click(dialog.getByRole("link").first()));
      case "CloseTool":
        return void (await this.hand.press(dialog, /^(Stop|Close)$/));
    }
  }

  async #actInArchived(dialog: Locator, { name }: Step): Promise<void> {
    switch (name) {
      case "DeleteArchived": {
        const changes = await dialog.getByRole("listitem").count();
        if (!(await this.hand.change(dialog, "Delete connections", { changes }))) {
          await this.hand.press(dialog, "Look again");
        }
        return;
      }
      case "CloseTool":
        return void (await this.hand.press(dialog, /^(Stop|Cancel)$/));
    }
  }
}

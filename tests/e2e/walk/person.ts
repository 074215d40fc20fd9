/** What the person does, as far as the page lets them: a button that isn't there, or that is covered, can't be pressed. */
import type { Locator, Page } from "@playwright/test";

import { AUTOFILLED, KEYS, LABELS } from "./keys.ts";
import { PROJECTS, type Others } from "./others.ts";
import type { Step } from "./sequence.ts";
import type { ConnectionPage } from "../support/connection-page.ts";

/** Longer than the page takes for being up to date, in milliseconds. */
const A_WHILE = 16_000;

/** What was typed and has to stay, until it is saved or given up. */
export interface Typed {
  readonly fragment: string;
  readonly key?: string;
  readonly label?: string;
}

export class Person {
  /** Presses of a button that changes something. */
  presses = 0;
  typed: Typed | undefined;

  constructor(
    private readonly page: Page,
    private readonly view: ConnectionPage,
    private readonly others: Others,
  ) {}

  async act(step: Step): Promise<void> {
    const dialog = this.view.frame.locator("dialog:modal").last();
    switch (step.name) {
      case "GoTo":
        return this.view.goToFragment(`#/connections/${await this.others.link(step.number)}`);
      case "Return":
        return this.comeBack(step.kind === "true");
      case "SendAgain":
        return this.sendAgain();
      case "GiveUp":
        return void (await this.#press(await this.#banner(), "Don’t wait"));
    }
    if ((await dialog.count()) === 0) {
      await this.#actInList(step);
      await this.#actInPane(step);
    } else if (await dialog.getByRole("heading", { name: "Leave without saving?" }).isVisible()) {
      await this.#answer(dialog, step);
    } else if (await dialog.getByRole("combobox", { name: "Jira project" }).isVisible()) {
      await this.#actInPicker(dialog, step);
    } else {
      await this.#actInQuestion(dialog, step);
    }
  }

  /** Back at the window, perhaps after so long that others may have changed things. */
  async comeBack(afterAWhile: boolean): Promise<void> {
    if (afterAWhile) {
      await this.page.clock.fastForward(A_WHILE);
    }
    await this.view.comeBack();
  }

  async sendAgain(): Promise<void> {
    await this.#press(await this.#banner(), "Try again now");
  }

  /** Asks again for whatever could not be loaded. */
  async retryLoads(): Promise<void> {
    await this.#press(this.view.list.getByRole("alert"), "Try again");
    await this.#press(this.view.frame.getByRole("banner"), "Try again");
    const notLoaded = this.view.detail.getByRole("alert").filter({ hasText: "This couldn’t be loaded" });
    await this.#press(notLoaded, "Try again");
  }

  /** Takes every filter away. */
  async showAll(): Promise<void> {
    await this.#filter(0);
  }

  async #answer(dialog: Locator, { name }: Step): Promise<void> {
    if (name === "Discard" && (await this.#press(dialog, "Discard"))) {
      this.typed = undefined;
    } else if (name === "Stay") {
      await this.#press(dialog, "Keep editing");
    }
  }

  async #actInPicker(dialog: Locator, { name, number }: Step): Promise<void> {
    const field = dialog.getByRole("combobox", { name: "Jira project" });
    switch (name) {
      case "SearchProjects":
        return field.fill(["", "shop", "nothing like it"][number]!);
      case "Choose":
      case "LookUp":
        await field.fill(PROJECTS[number]!);
        return void (await this.#click(dialog.getByRole("option", { disabled: false }).first()));
      case "Add":
        return this.#change(dialog, "Add connection");
      case "AddTwice":
        return this.#change(dialog, "Add connection", 2);
      case "CloseAdd":
        return void (await this.#press(dialog, "Cancel"));
      case "CloseLookUp":
        return void (await this.#press(dialog, "Close"));
    }
  }

  async #actInQuestion(dialog: Locator, { name }: Step): Promise<void> {
    switch (name) {
      case "RemoveKey":
        return this.#change(dialog, "Remove key");
      case "Delete":
        return this.#change(dialog, "Delete connection");
      case "CloseQuestion":
        return void (await this.#press(dialog, "Cancel"));
      default:
        return this.#wayOn(dialog, name);
    }
  }

  async #actInList({ name, number }: Step): Promise<void> {
    const { list, frame } = this.view;
    switch (name) {
      case "Open":
        return void (await this.#click(list.getByRole("link").nth(number)));
      case "Filter":
        return this.#filter(number);
      case "RetryLoads":
        return this.retryLoads();
      case "OpenAdd":
        return void (await this.#press(list, "Add connection"));
      case "LookUp":
        return void (await this.#press(frame.getByRole("banner"), "Which connection applies?"));
    }
  }

  async #filter(number: number): Promise<void> {
    const status = this.view.list.getByRole("combobox", { name: "Status" });
    if (!(await this.view.filterField.isVisible())) {
      return;
    }
    await this.view.filterField.fill(number === 1 ? "shop" : "");
    const word = number === 2 ? "Key missing" : number === 3 ? "Connected" : "Any status";
    const choice = status.getByRole("option").filter({ hasText: word });
    if ((await choice.count()) > 0) {
      await status.selectOption((await choice.getAttribute("value")) ?? "");
    }
  }

  async #actInPane({ name, number }: Step): Promise<void> {
    const { detail } = this.view;
    switch (name) {
      case "TypeKey":
        return this.#typeKey(KEYS[number]!);
      case "ClearKey":
        return this.#typeKey("");
      case "TypeLabel":
        return this.#typeLabel(LABELS[number]!);
      case "Autofill":
        return this.#autofill();
      case "Save":
        return this.#change(detail, "Save");
      case "SaveTwice":
        return this.#change(detail, "Save", 2);
      case "Cancel":
        return this.#giveUp("Cancel");
      case "KeepKey":
        return this.#giveUp("Keep the saved key");
      case "StopWaiting":
        return void (await this.#press(detail, "Stop waiting"));
      case "ReplaceKey":
        return void (await this.#press(detail, "Replace key"));
      case "TestTyped":
        return void (await this.#press(detail, "Test this key"));
      case "TestSaved":
        return void (await this.#press(detail, "Test connection"));
      case "Switch":
        return this.#switch();
      case "RemoveKey":
        return this.#ask("Remove key…", "Remove key");
      case "Delete":
        return this.#ask("Delete connection…", "Delete connection");
      default:
        return this.#wayOn(detail, name);
    }
  }

  /** The buttons of the message about the last attempt. */
  async #wayOn(scope: Locator, name: string): Promise<void> {
    const message = scope.getByRole("alert");
    switch (name) {
      case "Retry":
        return this.#change(message, "Try again");
      case "SaveUnverified":
        return this.#change(message, "Save without verifying");
      case "KeepMine":
        return this.#change(message, /^(Save mine|Do it) anyway$/);
      case "TakeTheirs":
        if (await this.#press(message, "Use theirs")) {
          this.typed = undefined;
        }
    }
  }

  async #ask(item: string, answer: string): Promise<void> {
    await this.#press(this.view.detail, /^More actions for/);
    const choice = this.view.frame.getByRole("menuitem", { name: item, disabled: false });
    if (await choice.isVisible()) {
      await this.#click(choice);
      await this.#change(this.view.frame.locator("dialog:modal").last(), answer);
    } else {
      await this.page.keyboard.press("Escape");
    }
  }

  async #typeKey(text: string): Promise<void> {
    if (await this.#fill(this.view.keyField, text)) {
      const { label } = this.typed ?? {};
      await this.#remember({ ...(text === "" ? {} : { key: text }), ...(label === undefined ? {} : { label }) });
    }
  }

  async #typeLabel(text: string): Promise<void> {
    if (await this.#fill(this.view.labelField, text)) {
      const { key } = this.typed ?? {};
      // Whoever types what is stored has typed nothing that would have to stay; Cancel tells, if nothing else is typed.
      const label = key === undefined && (await this.view.button("Cancel").isVisible()) ? { label: text } : {};
      await this.#remember({ ...(key === undefined ? {} : { key }), ...label });
    }
  }

  async #remember(typed: Omit<Typed, "fragment">): Promise<void> {
    const nothing = typed.key === undefined && typed.label === undefined;
    this.typed = nothing ? undefined : { fragment: await this.view.fragment(), ...typed };
  }

  async #fill(field: Locator, text: string): Promise<boolean> {
    const open = (await field.count()) > 0 && (await field.isEditable({ timeout: 1_000 }).catch(() => false));
    if (open) {
      await field.fill(text);
    }
    return open;
  }

  /** A password manager fills the field in without any key being pressed. */
  async #autofill(): Promise<void> {
    if (this.typed?.key === undefined && (await this.view.keyField.count()) > 0) {
      await this.view.keyField.evaluate((field: HTMLInputElement, text) => void (field.value = text), AUTOFILLED);
    }
  }

  async #giveUp(button: string): Promise<void> {
    if (await this.#press(this.view.detail, button)) {
      this.typed = undefined;
    }
  }

  async #switch(): Promise<void> {
    const control = this.view.detail.getByRole("switch", { disabled: false });
    if (await control.isVisible()) {
      this.presses += 1;
      await this.#click(control);
      // Off asks first.
      await this.#press(this.view.frame.locator("dialog:modal").last(), "Switch off");
    }
  }

  /** Where the person sees it: an open dialog covers the one above the page. */
  async #banner(): Promise<Locator> {
    const dialog = this.view.frame.locator("dialog:modal").last();
    const alert = ((await dialog.count()) > 0 ? dialog : this.view.frame).getByRole("alert");
    return alert.filter({ has: this.page.getByRole("button", { name: "Try again now" }) }).last();
  }

  async #change(scope: Locator, name: string | RegExp, times = 1): Promise<void> {
    this.presses += (await this.#press(scope, name, times)) ? 1 : 0;
  }

  async #press(scope: Locator, name: string | RegExp, times = 1): Promise<boolean> {
    return this.#click(scope.getByRole("button", { name, exact: true, disabled: false }).first(), times);
  }

  /** Whether it could be clicked. */
  async #click(target: Locator, clickCount = 1): Promise<boolean> {
    if (!(await target.isVisible())) {
      return false;
    }
    try {
      await target.click({ clickCount, timeout: 2_000 });
      return true;
    } catch (error) {
      // An answer may have taken it away at that moment, or a dialog that was asked for has opened above it. Nothing else
      // may cover it.
      if ((await target.isVisible()) && !(await this.#isBehindDialog(target))) {
        throw error;
      }
      return false;
    }
  }

  async #isBehindDialog(target: Locator): Promise<boolean> {
    const dialogs = this.view.frame.locator("dialog:modal");
    return (await dialogs.count()) > 0 && (await target.and(dialogs.locator("*")).count()) === 0;
  }
}

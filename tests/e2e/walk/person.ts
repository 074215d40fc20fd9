/** What the person does, as far as the page lets them: a button that isn't there, or that is covered, can't be pressed. */
import type { Locator, Page } from "@playwright/test";

import { Hand } from "./hand.ts";
import { AUTOFILLED, KEYS, LABELS } from "./keys.ts";
import type { Others } from "./others.ts";
import type { Step } from "./sequence.ts";
import { Tools } from "./tools.ts";
import type { ConnectionPage } from "../support/connection-page.ts";

/** Its button, whichever connections it reaches. */
const SAVE = /^Save( in \d+ connections)?$/;

/** Longer than the page takes for being up to date, in milliseconds. */
const A_WHILE = 16_000;

/** What was typed and has to stay, until it is saved or given up. */
export interface Typed {
  readonly fragment: string;
  readonly key?: string;
  readonly label?: string;
}

export class Person {
  typed: Typed | undefined;
  readonly tools: Tools;
  private readonly hand: Hand;

  constructor(
    private readonly page: Page,
    private readonly view: ConnectionPage,
    private readonly others: Others,
  ) {
    this.hand = new Hand(view);
    this.tools = new Tools(view, this.hand);
  }

  /** Changes that were asked for. */
  get presses(): number {
    return this.hand.presses;
  }

  async act(step: Step): Promise<void> {
    const { dialog } = this.hand;
    switch (step.name) {
      case "GoTo":
        return this.view.goToFragment(`#/connections/${await this.others.link(step.number)}`);
      case "Return":
        return this.comeBack(step.kind === "true");
      case "SendAgain":
        return this.sendAgain();
      case "GiveUp":
        return void (await this.hand.press(await this.#banner(), "Don’t wait"));
    }
    if ((await dialog.count()) === 0) {
      await this.#actInList(step);
      await this.#actInPane(step);
      await this.tools.open(step);
    } else if (await dialog.getByRole("heading", { name: "Leave without saving?" }).isVisible()) {
      await this.#answer(dialog, step);
    } else if (await dialog.getByRole("combobox", { name: "Jira project" }).isVisible()) {
      await this.tools.actInPicker(dialog, step);
    } else if (!(await this.tools.act(dialog, step))) {
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
    await this.hand.press(await this.#banner(), "Try again now");
  }

  /** Asks again for whatever could not be loaded. */
  async retryLoads(): Promise<void> {
    await this.hand.press(this.view.list.getByRole("alert"), "Try again");
    await this.hand.press(this.view.frame.getByRole("banner"), "Try again");
    const notLoaded = this.view.detail.getByRole("alert").filter({ hasText: "This couldn’t be loaded" });
    await this.hand.press(notLoaded, "Try again");
  }

  /** Takes every filter away. */
  async showAll(): Promise<void> {
    await this.#filter(0);
  }

  async #answer(dialog: Locator, { name }: Step): Promise<void> {
    if (name === "Discard" && (await this.hand.press(dialog, "Discard"))) {
      this.typed = undefined;
    } else if (name === "Stay") {
      await this.hand.press(dialog, "Keep editing");
    }
  }

  async #actInQuestion(dialog: Locator, { name }: Step): Promise<void> {
    switch (name) {
      case "RemoveKey":
        return void (await this.hand.change(dialog, "Remove key"));
      case "Delete":
        return void (await this.hand.change(dialog, "Delete connection"));
      case "CloseQuestion":
        return void (await this.hand.press(dialog, "Cancel"));
      default:
        return this.#wayOn(dialog, name);
    }
  }

  async #actInList({ name, number }: Step): Promise<void> {
    const { list, frame } = this.view;
    switch (name) {
      case "Open":
        return void (await this.hand.click(list.getByRole("link").nth(number)));
      case "Filter":
        return this.#filter(number);
      case "RetryLoads":
        return this.retryLoads();
      case "OpenAdd":
        return void (await this.hand.press(list, "Add connection"));
      case "LookUp":
        return void (await this.hand.press(frame.getByRole("banner"), "Which connection applies?"));
    }
  }

  async #filter(number: number): Promise<void> {
    const status = this.view.list.getByRole("combobox", { name: "Status" });
    if (!(await this.view.filterField.isVisible())) {
      return;
    }
    await this.view.filterField.fill(number === 1 ? "shop" : "");
    const account = this.view.list.getByRole("combobox", { name: "Account" });
    if (await account.isVisible()) {
      await account.selectOption({ label: "Any account" });
    }
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
        return void (await this.hand.change(detail, SAVE));
      case "SaveTwice":
        return void (await this.hand.change(detail, SAVE, { times: 2 }));
      case "Cancel":
        return this.#giveUp("Cancel");
      case "KeepKey":
        return this.#giveUp("Keep the saved key");
      case "StopWaiting":
        return void (await this.hand.press(detail, "Stop waiting"));
      case "ReplaceKey":
        return void (await this.hand.press(detail, "Replace key"));
      case "TestTyped":
        return void (await this.hand.press(detail, "Test this key"));
      case "TestSaved":
        return void (await this.hand.press(detail, "Test connection"));
      case "Switch":
        return this.#switch();
      case "Undo":
        return void (await this.hand.change(detail, "Undo"));
      case "Everywhere":
        return void (await this.hand.click(detail.getByRole("checkbox", { name: /^Also replace it/, disabled: false })));
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
        return void (await this.hand.change(message, "Try again"));
      case "SaveUnverified":
        return void (await this.hand.change(message, "Save without verifying"));
      case "KeepMine":
        return void (await this.hand.change(message, /^(Save mine|Do it) anyway$/));
      case "TakeTheirs":
        if (await this.hand.press(message, "Use theirs")) {
          this.typed = undefined;
        }
    }
  }

  async #ask(item: string, answer: string): Promise<void> {
    await this.hand.press(this.view.detail, /^More actions for/);
    const choice = this.view.frame.getByRole("menuitem", { name: item, disabled: false });
    if (await choice.isVisible()) {
      await this.hand.click(choice);
      await this.hand.change(this.hand.dialog, answer);
    } else {
      await this.page.keyboard.press("Escape");
    }
  }

  async #typeKey(text: string): Promise<void> {
    if (await this.hand.fill(this.view.keyField, text)) {
      const { label } = this.typed ?? {};
      await this.#remember({ ...(text === "" ? {} : { key: text }), ...(label === undefined ? {} : { label }) });
    }
  }

  async #typeLabel(text: string): Promise<void> {
    if (await this.hand.fill(this.view.labelField, text)) {
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

  /** A password manager fills the field in without any key being pressed. */
  async #autofill(): Promise<void> {
    if (this.typed?.key === undefined && (await this.view.keyField.count()) > 0) {
      await this.view.keyField.evaluate((field: HTMLInputElement, text) => void (field.value = text), AUTOFILLED);
    }
  }

  async #giveUp(button: string): Promise<void> {
    if (await this.hand.press(this.view.detail, button)) {
      this.typed = undefined;
    }
  }

  async #switch(): Promise<void> {
    const control = this.view.detail.getByRole("switch", { disabled: false });
    if (await control.isVisible()) {
      this.hand.presses += 1;
      await this.hand.click(control);
      // Off asks first.
      await this.hand.press(this.hand.dialog, "Switch off");
    }
  }

  /** Where the person sees it: an open dialog covers the one above the page. */
  async #banner(): Promise<Locator> {
    const dialog = this.hand.dialog;
    const alert = ((await dialog.count()) > 0 ? dialog : this.view.frame).getByRole("alert");
    return alert.filter({ has: this.view.frame.getByRole("button", { name: "Try again now" }) }).last();
  }
}

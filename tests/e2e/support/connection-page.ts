/** The Connection page as a person finds it: inside the host's frame, by role and name. */
import { expect, type Frame, type Locator, type Page } from "@playwright/test";

import { frameOf } from "./frame.ts";
import type { Jira } from "./jira.ts";
import { sayIn, type Language, type Say } from "./language.ts";
import { Unanswered } from "./unanswered.ts";

/** The words of each status. */
export type StatusWord =
  | "Inactive"
  | "Key missing"
  | "Connected"
  | "Not verified"
  | "Key rejected"
  | "Unreachable"
  | "Project unavailable";

export class ConnectionPage {
  /** The page's own word for an English one. */
  readonly say: Say;

  readonly #unanswered: Unanswered;

  /** `language` is what the page is read in; everything here is named in English all the same. */
  constructor(
    readonly page: Page,
    private readonly jira: Jira,
    readonly language: Language = "en",
  ) {
    this.say = sayIn(language);
    this.#unanswered = new Unanswered(page);
  }

  /** The document in the host's frame, which is another one after each visit. */
  get frame(): Frame {
    return frameOf(this.page);
  }

  /** The list of connections. */
  get list(): Locator {
    return this.frame.getByRole("navigation", { name: this.say("Connections"), exact: true });
  }

  /** The selected connection. */
  get detail(): Locator {
    return this.frame.getByRole("region", { name: this.say("Selected connection") });
  }

  get keyField(): Locator {
    // The label ends in the asterisk of a required field.
    return this.detail.getByLabel(new RegExp(`^${escape(this.say("API key"))}\\s*\\*?$`));
  }

  get labelField(): Locator {
    return this.detail.getByLabel(this.say("Account label"));
  }

  get saveButton(): Locator {
    return this.button(this.say("Save"));
  }

  /** The switch of the Global connection. */
  get activeSwitch(): Locator {
    return this.detail.getByRole("switch", { name: this.say("Active") });
  }

  get filterField(): Locator {
    return this.list.getByRole("searchbox", { name: this.say("Filter connections") });
  }

  /** Opens the host's admin page and waits until the list is there. */
  async open(): Promise<void> {
    await this.visit();
    // A narrow window shows the open connection alone as long as nothing is set up.
    const isNarrow = (this.page.viewportSize()?.width ?? Infinity) < 960;
    const there = isNarrow ? this.globalRow.or(this.detail.getByRole("heading")).first() : this.globalRow;
    await expect(there).toBeVisible();
  }

  /** Opens the host's admin page, whatever may come of it. */
  async visit(): Promise<void> {
    await this.page.goto(`${this.jira.url}/plugins/servlet/testio/connection`);
  }

  /** Opens the admin page at a fragment, such as `#/connections/7`. */
  async visitAt(fragment: string): Promise<void> {
    await this.page.goto(`${this.jira.url}/plugins/servlet/testio/connection${fragment}`);
  }

  /** Sets the theme that the host keeps for this person, before the page is opened. */
  async useTheme(theme: "light" | "dark"): Promise<void> {
    await this.#prefer("theme", theme);
  }

  /** Sets the language that the host keeps for this person, by Jira's name for it. */
  async useLocale(locale: "en_US" | "en_UK" | "de_DE" | "en_XA"): Promise<void> {
    await this.#prefer("locale", locale);
  }

  async #prefer(preference: string, value: string): Promise<void> {
    const name = `sandbox.${preference}`;
    await this.page.context().addCookies([{ name, value, url: this.jira.url }]);
  }

  /** Goes to a fragment, such as `#/global`, within the frame, as a link there would. */
  async goToFragment(fragment: string): Promise<void> {
    await this.frame.evaluate((to) => location.assign(to), fragment);
  }

  /** The fragment that the frame is at. */
  async fragment(): Promise<string> {
    return this.frame.evaluate(() => location.hash);
  }

  /** Until the page has drawn so many frames more. */
  async nextFrames(count: number): Promise<void> {
    await this.frame.evaluate(async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) {
        await new Promise(requestAnimationFrame);
      }
    }, count);
  }

  /** Waits until the page has all answers: of what others change from now on, it knows nothing. */
  async allAnswered(): Promise<void> {
    await this.#unanswered.none();
  }

  /**
   * What a browser tells a page whose tab a person leaves and comes back to: its documents that they are hidden and
   * visible again, its window that it has the focus. Without a screen every tab counts as looked at all the time.
   */
  async comeBack(): Promise<void> {
    await this.page.bringToFront();
    for (const hidden of [true, false]) {
      await this.frame.evaluate((value) => {
        Object.defineProperty(document, "hidden", { configurable: true, value });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      }, hidden);
    }
    await this.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  }

  /** The banner with that title above the page, which says what requests wait for. An open dialog has it too. */
  banner(title: string): Locator {
    return this.frame.getByRole("alert").filter({ has: this.frame.getByText(title, { exact: true }) }).last();
  }

  get globalRow(): Locator {
    return this.row(this.say("All Jira projects"));
  }

  /** A connection in the list. */
  row(name: string): Locator {
    return this.list.getByRole("link", { name });
  }

  /** The names of the project connections in the list, from top to bottom. */
  get projectRows(): Locator {
    return this.list.getByRole("list", { name: new RegExp(`^${escape(this.say("Jira Project specific"))}`) }).getByRole("link");
  }

  /** The projects without a connection of their own that the filter finds. */
  get unconnected(): Locator {
    return this.list.getByRole("group", { name: this.say("Projects without a connection of their own") });
  }

  /** Opens a project's connection, and waits until it is the one on the right. */
  async select(projectName: string): Promise<void> {
    await this.row(projectName).click();
    await expect(this.heading(projectName)).toBeVisible();
  }

  async expectSelected(row: Locator): Promise<void> {
    await expect(row).toHaveAttribute("aria-current", "page");
  }

  /** A button of the selected connection. */
  button(name: string): Locator {
    return this.detail.getByRole("button", { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.frame.getByRole("dialog", { name }).or(this.frame.getByRole("alertdialog", { name }));
  }

  /** The heading of the selected connection. */
  heading(name: string): Locator {
    return this.detail.getByRole("heading", { name });
  }

  async expectStatus(word: StatusWord): Promise<void> {
    await expect(this.detail.locator(".tio-detail__header").getByText(word, { exact: true })).toBeVisible();
  }

  /** The message of a field, as assistive technology reads it with the field. */
  async expectInvalid(field: Locator, message: string): Promise<void> {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(escape(message)));
  }

  /** The message of a field, read with the field and seen. */
  async expectFieldError(field: Locator, message: string): Promise<void> {
    await this.expectInvalid(field, message);
    await expect(this.detail.getByText(message)).toBeVisible();
  }

  /** Types a key as a person does, and saves. */
  async saveKey(key: string): Promise<void> {
    await this.keyField.fill(key);
    await this.saveButton.click();
  }

  /** Opens the menu of the selected connection and chooses an item. */
  async chooseAction(item: string): Promise<void> {
    await this.openActions();
    await this.frame.getByRole("menuitem", { name: this.say(item) }).click();
  }

  /** Opens the menu of the selected connection. */
  async openActions(): Promise<void> {
    await this.detail.getByRole("button", { name: new RegExp(`^${escape(this.say("More actions for {}").split("{}")[0]!)}`) }).click();
  }

  /** Switches Global off, and says yes to the question whether it is to be. */
  async switchGlobalOff(): Promise<void> {
    await this.activeSwitch.click();
    const question = this.dialog(this.say("Switch the Global connection off?"));
    await question.getByRole("button", { name: this.say("Switch off") }).click();
    await expect(question).toBeHidden();
  }

  /** Adds a connection through the dialog, by typing into the project field. */
  async addConnection(projectKey: string): Promise<void> {
    const dialog = await this.openAddDialog();
    await dialog.getByRole("combobox", { name: this.say("Jira project") }).fill(projectKey);
    await this.option(projectKey).click();
    await dialog.getByRole("button", { name: this.say("Add connection") }).click();
    await expect(dialog).toBeHidden();
  }

  async openAddDialog(): Promise<Locator> {
    await this.list.getByRole("button", { name: this.say("Add connection") }).click();
    const dialog = this.dialog(this.say("Select Jira project"));
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** A project in the open list of the combobox. */
  option(text: string): Locator {
    return this.frame.getByRole("listbox").getByRole("option").filter({ hasText: text }).first();
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

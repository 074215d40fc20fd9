/** The tabs of the Maintenance page, as a person finds them. */
import { expect, type Frame, type Locator, type Page } from "@playwright/test";

import { frameOf } from "./frame.ts";
import type { Jira } from "./jira.ts";
import { sayIn, type Language, type Say } from "./language.ts";

/** The tabs by their fragments. */
const TABS = { health: "Health", logs: "Logs", jobs: "Synchronisation jobs", data: "Data", cloud: "Moving to Cloud" } as const;

export class MaintenanceTools {
  readonly say: Say;

  constructor(
    readonly page: Page,
    private readonly jira: Jira,
    language: Language = "en",
  ) {
    this.say = sayIn(language);
  }

  /** The document in the host's frame, which is another one after each visit. */
  get frame(): Frame {
    return frameOf(this.page);
  }

  /** The lines of the log. */
  get lines(): Locator {
    return this.frame.getByRole("region", { name: this.say("Lines of the log, newest first") }).getByRole("listitem");
  }

  /** Opens the page at a tab, whatever may come of it. */
  async visit(tab: keyof typeof TABS): Promise<void> {
    await this.page.goto(`${this.jira.url}/plugins/servlet/testio/maintenance#/${tab}`);
  }

  /** Opens the page at a tab, and waits until that is there. */
  async open(tab: keyof typeof TABS): Promise<void> {
    await this.visit(tab);
    await expect(this.panel(tab)).toBeVisible();
  }

  /** What belongs to a tab. */
  panel(tab: keyof typeof TABS): Locator {
    return this.frame.getByRole("tabpanel", { name: this.say(TABS[tab]) });
  }

  /** Selects another tab. */
  async select(tab: keyof typeof TABS): Promise<void> {
    await this.frame.getByRole("tab", { name: this.say(TABS[tab]) }).click();
    await expect(this.panel(tab)).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole("button", { name, exact: true });
  }

  /** A message that interrupts, by a part of its text. */
  alert(text: string): Locator {
    return this.frame.getByRole("alert").filter({ hasText: text });
  }

  /** The row of a job in the table. */
  job(name: string): Locator {
    return this.frame.getByRole("row").filter({ has: this.frame.getByRole("rowheader", { name }) });
  }

  /** The switch of a job's notifications. */
  notify(name: string): Locator {
    return this.frame.getByRole("switch", { name: this.say("Notify administrators when “{}” fails").replace("{}", this.say(name)) });
  }

  /** The question before everything is deleted. */
  get question(): Locator {
    return this.frame.getByRole("alertdialog", { name: this.say("Clear all Test IO data?") });
  }
}

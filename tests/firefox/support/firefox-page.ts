/** The plugin's pages as a person finds them in Firefox: inside the host's frame, by role and name. */
import type { ElementHandle, Frame, Page } from "puppeteer-core";

import type { Jira } from "../../e2e/support/jira.ts";
import { firstOf, isRead, SELECTORS, type Role } from "./find.ts";

export class FirefoxPage {
  /** What the browser complained about. */
  readonly problems: string[] = [];

  private constructor(
    private readonly page: Page,
    private readonly jira: Jira,
  ) {}

  /** Logs in on Jira's own page, and watches all that comes. */
  static async logIn(page: Page, jira: Jira): Promise<FirefoxPage> {
    const admin = new FirefoxPage(page, jira);
    await page.setViewport({ width: 1280, height: 800 });
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => admin.problems.push(`uncaught: ${String(error)}`));
    page.on("console", (message) => {
      if (message.type() === "error") {
        admin.problems.push(`console: ${message.text()}`);
      }
    });
    await page.evaluateOnNewDocument(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
        console.error(`CSP violation: ${violatedDirective} ${blockedURI}`);
      });
    });
    // To a page that has nothing of the plugin.
    await page.goto(`${jira.url}/login.jsp?os_destination=/secure/Dashboard.jspa`);
    await page.locator('input[name="os_username"]').fill("admin");
    await page.locator('input[name="os_password"]').fill("admin");
    await Promise.all([page.waitForNavigation(), page.locator('[type="submit"]:not(.host-logout)').click()]);
    return admin;
  }

  /** Opens an admin page of the plugin, and waits until what is in its frame has a heading. */
  async open(name: "connection" | "maintenance", fragment = ""): Promise<PluginFrame> {
    await this.page.goto(`${this.jira.url}/plugins/servlet/testio/${name}${fragment}`);
    return this.frame(name);
  }

  /** The frame of an admin page that is open. */
  async frame(name: "connection" | "maintenance"): Promise<PluginFrame> {
    const element = await this.page.waitForSelector(`iframe[title="Test IO ${name}"]`);
    return new PluginFrame((await element!.contentFrame())!, this.page);
  }

  /** Chooses a theme above the host's page, which follows at once. */
  async chooseTheme(value: string): Promise<void> {
    await this.page.select("#sandbox-theme", value);
  }

  /** Chooses a language above the host's page, which is loaded anew. */
  async chooseLocale(value: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.page.select("#sandbox-locale", value)]);
  }

  /** Presses a key where the focus is. */
  async press(key: "Enter" | "Escape" | "ArrowDown" | "Tab"): Promise<void> {
    await this.page.keyboard.press(key);
  }

  get address(): string {
    return this.page.url();
  }
}

export class PluginFrame {
  constructor(
    private readonly frame: Frame,
    private readonly page: Page,
  ) {}

  /** Waits for what has that role and a name that begins so. */
  async see(role: Role, name: string): Promise<ElementHandle<HTMLElement>> {
    const found = await this.frame.waitForFunction(firstOf, {}, SELECTORS[role], name).catch((error: unknown) => {
      throw new Error(`there is no ${role} “${name}”`, { cause: error });
    });
    return found as ElementHandle<HTMLElement>;
  }

  /** Waits for a text anywhere in the frame. */
  async read(text: string): Promise<void> {
    await this.frame.waitForFunction(isRead, {}, text).catch((error: unknown) => {
      throw new Error(`nowhere is to be read “${text}”`, { cause: error });
    });
  }

  async press(role: Role, name: string): Promise<void> {
    await (await this.see(role, name)).click();
  }

  /** Types into a field, in the place of what is there. */
  async fill(name: string, text: string): Promise<void> {
    await (await this.see("field", name)).click({ count: 3 });
    await this.page.keyboard.type(text);
  }

  /** Chooses an item of the menu of the connection of that name. */
  async act(connection: string, item: string): Promise<void> {
    await this.press("button", `More actions for ${connection}`);
    await this.press("menuitem", item);
  }

  /** Waits until an attribute of the document's root has that value. */
  async root(attribute: string, value: string): Promise<void> {
    await this.frame.waitForFunction(
      (name, wanted) => document.documentElement.getAttribute(name) === wanted,
      {},
      attribute,
      value,
    );
  }
}

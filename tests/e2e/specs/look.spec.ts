/** At home in Jira: what the page draws is as large, as bold and of the same colours as AUI's own, which the host shows. */
import type { Locator } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";

const LETTERS = ["color", "fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight", "textTransform"] as const;
const BOX = ["backgroundColor", "borderRadius"] as const;

type Trait = (typeof LETTERS)[number] | (typeof BOX)[number] | "borderTopColor" | "height";

const pageTitle = (page: ConnectionPage): Locator => page.frame.getByRole("heading", { name: "Connection", level: 1 });

interface Twin {
  /** The markup that AUI's documentation gives for it; the element with `data-twin` is the one to compare. */
  readonly aui: string;
  readonly ours: (page: ConnectionPage) => Locator;
  readonly traits: readonly Trait[];
}

const CONTROL: readonly Trait[] = [...LETTERS, ...BOX, "height"];

const TWINS: Readonly<Record<string, Twin>> = {
  "the page's title": { aui: "<h1 data-twin>Title</h1>", ours: pageTitle, traits: LETTERS },
  "a title in it": { aui: "<h2 data-twin>Title</h2>", ours: (page) => page.heading("Smoke testing"), traits: LETTERS },
  "running text": {
    aui: "<p data-twin>Text</p>",
    ours: (page) => page.detail.getByText("Test IO accepted the API key."),
    traits: LETTERS,
  },
  "a button": {
    aui: '<button class="aui-button" data-twin>Test</button>',
    ours: (page) => page.button("Test connection"),
    traits: CONTROL,
  },
  "the main button": {
    aui: '<button class="aui-button aui-button-primary" data-twin>Save</button>',
    ours: (page) => page.saveButton,
    traits: CONTROL,
  },
  "a button like a link": {
    aui: '<button class="aui-button aui-button-link" data-twin>Cancel</button>',
    ours: (page) => page.detail.getByRole("button", { name: "Cancel" }),
    traits: [...LETTERS, "height"],
  },
  "a field": {
    aui: '<form class="aui"><input class="text" data-twin></form>',
    ours: (page) => page.labelField,
    traits: [...CONTROL, "borderTopColor"],
  },
  "a list to choose from": {
    aui: '<form class="aui"><select class="select" data-twin><option>Any</option></select></form>',
    ours: (page) => page.list.getByLabel("Status"),
    // The browser draws ours, and has a line height of its own for it.
    traits: ([...CONTROL, "borderTopColor"] as const).filter((trait) => trait !== "lineHeight"),
  },
  "a field's label": {
    aui: '<form class="aui top-label"><div class="field-group"><label data-twin>Name</label></div></form>',
    ours: (page) => page.detail.getByText("Account label", { exact: true }),
    traits: ["color", "fontFamily", "fontSize", "fontWeight", "textTransform"],
  },
  "a status that is well": {
    aui: '<span class="aui-lozenge aui-lozenge-subtle aui-lozenge-success" data-twin>Connected</span>',
    ours: (page) => page.globalRow.getByText("Connected").locator(".."),
    traits: ["color", "backgroundColor", "fontSize", "fontWeight", "textTransform", "borderRadius"],
  },
  "a message": {
    aui: '<div class="aui-message aui-message-error" data-twin><p>Text</p></div>',
    ours: (page) => page.detail.getByText("Nobody can say whether it was done").locator("../.."),
    traits: ["color", "backgroundColor", "fontSize", "lineHeight", "borderRadius"],
  },
};

async function traitsOf(element: Locator, traits: readonly Trait[]): Promise<Readonly<Record<string, string>>> {
  return element.evaluate((found, names) => {
    const style = getComputedStyle(found);
    // AUI gives some lengths in em, which come out as 3.01 px.
    const rounded = (value: string) => value.replaceAll(/\d+\.\d+(?=px)/g, (length) => String(Math.round(Number(length) * 10) / 10));
    const height = `${Math.round(found.getBoundingClientRect().height)}px`;
    return Object.fromEntries(names.map((name) => [name, name === "height" ? height : rounded(style[name])]));
  }, traits);
}

for (const theme of ["light", "dark"] as const) {
  test(`everything looks like its twin in AUI, ${theme}`, async ({ connectionPage, expectFailure, page, rest, sandbox }) => {
    await rest.update("global", { apiKey: KEYS.acmeEu });
    await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
    await rest.add(await rest.project("PAY"));
    await connectionPage.useTheme(theme);
    await connectionPage.open();
    await connectionPage.select("Smoke testing");
    await connectionPage.labelField.fill("not saved");
    expectFailure(500);
    await sandbox.addFault({ path: "/connections", method: "PUT", status: 500, body: "" });
    await connectionPage.saveButton.click();
    await expect(connectionPage.detail.getByText("Nobody can say whether it was done")).toBeVisible();
    await pageTitle(connectionPage).hover();

    for (const [what, { aui, ours, traits }] of Object.entries(TWINS)) {
      await page.locator("body").evaluate((body, markup) => {
        const stage = document.createElement("div");
        stage.style.cssText = "position: fixed; inset: 0 auto auto 0; background: inherit";
        stage.innerHTML = markup;
        body.append(stage);
      }, aui);
      const twin = page.locator("[data-twin]");
      await expect.soft(await traitsOf(ours(connectionPage), traits), what).toEqual(await traitsOf(twin, traits));
      await twin.evaluate((found) => found.closest("div[style]")!.remove());
    }
  });
}

test("while it loads, there is one sign of it in a place, never a spinner beside grey lines", async ({ connectionPage, sandbox }) => {
  await sandbox.addFault({ delayMs: 600_000 });
  await connectionPage.visit();
  const { frame } = connectionPage;
  await expect(frame.locator(".tio-skeleton").first()).toBeVisible();
  await expect(frame.locator(".tio-spinner:visible, .tio-boot:visible, [aria-busy=true]:visible")).toHaveCount(0);
  for (const part of [connectionPage.list, connectionPage.detail]) {
    expect(await part.locator(".tio-skeleton:visible").count(), "grey lines where something will be").toBeGreaterThan(0);
  }
  await expect(connectionPage.detail.locator(".tio-skeleton:visible"), "once in the pane").toHaveCount(1);
});

test("when nothing is set up, there is no picture of nothing, and one with the first connection", async ({ connectionPage }) => {
  await connectionPage.open();
  const header = connectionPage.frame.getByRole("banner");
  await expect(header.getByText("Global connection inactive")).toBeVisible();
  await expect(header.getByRole("img")).toHaveCount(0);
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(header.getByRole("img")).toHaveCount(1);
});

test("what was saved well is said once: no box repeats the advice above it", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  const saved = connectionPage.detail.getByRole("status").filter({ hasText: "Saved." });
  await expect(saved).toHaveText("Saved.");
  await expect(connectionPage.detail.getByText("Test IO accepted the API key.")).toHaveCount(1);
  await connectionPage.button("Test connection").click();
  const tested = connectionPage.detail.getByRole("status").filter({ hasText: "Test IO accepts the saved key" });
  await expect(tested).toBeVisible();
  await expect(saved, "what was said before is over").toHaveCount(0);
});

/** What people ask their system or Jira for: colours of their own, more contrast, no movement, the theme they work in. */
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../keyboard-fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import { Drawing } from "../support/drawing.ts";
import { iframe } from "../support/frame.ts";
import type { Rest } from "../support/rest.ts";

async function someConnections(rest: Rest): Promise<void> {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("PAY"));
}

async function hasEdges(element: Locator): Promise<boolean> {
  return (await Drawing.of(element)).hasEdges;
}

/** What has an edge of its own where backgrounds are too faint to tell, or are replaced by the system's. */
function edged(page: ConnectionPage): Readonly<Record<string, Locator>> {
  return {
    "a field": page.labelField,
    "a list to choose from": page.list.getByLabel("Status"),
    "a button": page.button("Replace key"),
    "a status": page.globalRow.getByText("Connected").locator(".."),
    "a message": page.detail.getByText(/^Test IO accepts the saved key/).locator("../.."),
    "what needs attention": page.frame.getByRole("button", { name: "1 connection needs attention" }),
  };
}

const MORE_CONTRAST: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the system's forced colours": (page) => page.emulateMedia({ forcedColors: "active" }),
  "the system's greater contrast": (page) => page.emulateMedia({ contrast: "more" }),
  "Jira's increased contrast": (page) =>
    page.locator("html").evaluate((html) => html.setAttribute("data-contrast-mode", "more")),
};

for (const [wish, grant] of Object.entries(MORE_CONTRAST)) {
  test(`with ${wish}, everything that has a shape has an edge`, async ({ connectionPage, page, rest }) => {
    await someConnections(rest);
    await connectionPage.open();
    await connectionPage.button("Test connection").click();
    const parts = edged(connectionPage);
    await expect(parts["a message"]!).toBeVisible();
    expect(await hasEdges(parts["a status"]!), "a status has none by itself").toBe(false);
    await grant(page);
    for (const [what, element] of Object.entries(parts)) {
      await expect.poll(() => hasEdges(element), what).toBe(true);
    }
  });
}

test("with forced colours, the row chosen, the switch and the coverage tell what they tell in colours", async (
  { connectionPage, page, rest },
) => {
  await page.emulateMedia({ forcedColors: "active" });
  await someConnections(rest);
  await connectionPage.open();
  expect(await hasEdges(connectionPage.globalRow), "the chosen row").toBe(true);
  expect(await hasEdges(connectionPage.row("Payments")), "another row").toBe(false);

  const active = connectionPage.detail.getByRole("switch", { name: "Active" });
  const track = active.locator("span").first();
  const knob = async () => {
    const drawing = await Drawing.of(track);
    return Math.sign(drawing.share(0.5, 0.9) - drawing.share(0.1, 0.5));
  };
  const on = await knob();
  expect(Math.abs(on), "the knob is at one end").toBe(1);
  await connectionPage.switchGlobalOff();
  await connectionPage.expectStatus("Inactive");
  await expect.poll(knob, "and then at the other").toBe(-on);

  const header = connectionPage.frame.getByRole("banner");
  const filled = async (words: string) => (await Drawing.of(header.getByText(words).locator("span"))).share(0.2, 0.8);
  expect(await filled("projects have none")).not.toBe(await filled("2 projects have their own"));
});

test("with forced colours, the focus is seen on every kind of control", async ({ connectionPage, keyboard, page, rest }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await someConnections(rest);
  await connectionPage.open();
  const { detail, filterField, frame, list } = connectionPage;
  for (const control of [
    frame.getByRole("link", { name: /^Help/ }),
    frame.getByRole("button", { name: "1 connection needs attention" }),
    connectionPage.globalRow,
    filterField,
    list.getByLabel("Status"),
    connectionPage.row("Payments"),
    list.getByRole("button", { name: "Add connection" }),
    detail.getByRole("button", { name: /^More actions for/ }),
    detail.getByRole("switch", { name: "Active" }),
    connectionPage.labelField,
    detail.getByText("No Test IO account yet?"),
  ]) {
    await keyboard.to(control);
  }
});

test("with greater contrast, no text is faint", async ({ connectionPage, page, rest }) => {
  await page.emulateMedia({ contrast: "more" });
  await someConnections(rest);
  await connectionPage.open();
  for (const theme of ["Light", "Dark"]) {
    await page.getByLabel("Theme").selectOption(theme);
    const colour = (element: Locator) => element.evaluate((node) => getComputedStyle(node).color);
    const strong = await colour(connectionPage.detail.getByRole("heading").first());
    for (const text of ["Optional. Your own name", "Every project without a connection", "Account label"]) {
      await expect.poll(() => colour(connectionPage.detail.getByText(text).first()), text).toBe(strong);
    }
  }
});

for (const [reducedMotion, moves] of [["reduce", false], ["no-preference", true]] as const) {
  test(`while it loads, ${moves ? "something moves" : "nothing moves for who wants no movement"}`, async (
    { connectionPage, page, sandbox },
  ) => {
    await page.emulateMedia({ reducedMotion });
    await sandbox.addFault({ delayMs: 600_000 });
    await connectionPage.visit();
    await expect(connectionPage.frame.getByText("Loading…").first()).toBeVisible();
    const { frame } = connectionPage;
    const moving = () => frame.locator("html").evaluate(() => document.getAnimations().length > 0);
    await expect.poll(moving).toBe(moves);
    const lasting = await frame.locator("html").evaluate((html) =>
      [...html.querySelectorAll("*")].flatMap((element) =>
        ["", "::before", "::after"]
          .map((part) => getComputedStyle(element, part))
          .filter((style) => style.animationName !== "none" || !/^0s(, 0s)*$/.test(style.transitionDuration)),
      ).length,
    );
    expect(lasting > 0, "animations and transitions that last").toBe(moves);
  });
}

test("in a dark Jira nothing is ever painted in light", async ({ connectionPage, page }) => {
  await connectionPage.useTheme("dark");
  let goOn = () => {};
  const awaited = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/*_bg.wasm", async (route) => {
    await awaited;
    await route.continue();
  });
  // As long as it takes to paint the host a few times: had the frame something to paint, it would.
  await page.route("**/boot-*.js", async (route) => {
    await page.evaluate(async () => {
      for (let frames = 0; frames < 10; frames += 1) {
        await new Promise(requestAnimationFrame);
      }
    });
    await route.continue();
  });
  await page.addInitScript(() => {
    new MutationObserver(() => performance.mark("theme")).observe(document, {
      attributeFilter: ["data-color-mode"],
      subtree: true,
    });
  });
  const visited = connectionPage.visit();
  // Through its element, as the host is still loading what is in it.
  const frame = page.frameLocator(iframe("connection"));
  const root = frame.locator("html");
  await expect(frame.getByText("Loading…")).toBeVisible();
  await expect(root).toHaveCSS("background-color", "rgb(29, 33, 37)");
  const painted = () => root.evaluate(() => performance.getEntriesByName("first-paint")[0]?.startTime);
  await expect.poll(painted).toBeDefined();
  const themed = await root.evaluate(() => performance.getEntriesByName("theme")[0]?.startTime);
  expect(themed).toBeLessThanOrEqual((await painted())!);
  goOn();
  await visited;
  await expect(connectionPage.globalRow).toBeVisible();
  await expect(root).toHaveCSS("background-color", "rgb(29, 33, 37)");
});

test("with forced colours, what can't be used looks so, and what is pressed like a link looks like one", async (
  { connectionPage, page, rest },
) => {
  await page.emulateMedia({ forcedColors: "active" });
  await someConnections(rest);
  await connectionPage.open();
  const { frame } = connectionPage;
  const system = await frame.locator("body").evaluate((body) => {
    const sample = document.createElement("span");
    body.append(sample);
    const colours = ["GrayText", "LinkText", "CanvasText", "ButtonText"].map((name) => {
      sample.style.color = name;
      return [name, getComputedStyle(sample).color];
    });
    sample.remove();
    return Object.fromEntries(colours) as Record<string, string>;
  });
  expect(new Set([system["GrayText"], system["LinkText"], system["CanvasText"]]).size, "the system tells them apart").toBe(3);
  const colour = (element: Locator) => element.evaluate((node) => getComputedStyle(node).color);
  const looksLike = async (name: string, element: Locator, what: string) =>
    expect.poll(() => colour(element), what).toBe(system[name]);

  await looksLike("GrayText", connectionPage.saveButton, "Save, with nothing to save");
  const lookUp = frame.getByRole("button", { name: "Which connection applies?" });
  await looksLike("LinkText", lookUp, "a button like a link");
  expect(await lookUp.evaluate((node) => getComputedStyle(node).textDecorationLine), "it is underlined").toBe("underline");
  await connectionPage.button("Replace key").click();
  await looksLike("GrayText", connectionPage.button("Test this key"), "Test this key, without one");
  await looksLike("LinkText", connectionPage.button("Keep the saved key"), "a way back");
  await connectionPage.button("Keep the saved key").click();

  await connectionPage.select("Payments");
  await connectionPage.openActions();
  await looksLike("GrayText", frame.getByRole("menuitem", { name: /^Remove key/ }), "an item of the menu");
  await page.keyboard.press("Escape");
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("payments");
  const taken = dialog.getByRole("listbox").getByRole("option", { name: /already connected/ });
  await expect(taken).toHaveAttribute("aria-disabled", "true");
  await looksLike("GrayText", taken, "an option that is taken");
});

test("in a window of 320 px, the menu of the page and of a connection stay beside their title", async ({ connectionPage, page, rest }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  const { frame } = connectionPage;
  const besides = async (menu: Locator, title: Locator) => {
    const [menuBox, titleBox] = [(await menu.boundingBox())!, (await title.boundingBox())!];
    expect(menuBox.y, "the menu begins before the title ends").toBeLessThan(titleBox.y + titleBox.height);
    expect(menuBox.x, "and beside it").toBeGreaterThanOrEqual(titleBox.x + titleBox.width - 1);
  };
  await besides(frame.getByRole("button", { name: "More", exact: true }), frame.getByRole("heading", { level: 1 }));
  await connectionPage.globalRow.click();
  const heading = connectionPage.heading("Global (default)");
  await besides(connectionPage.detail.getByRole("button", { name: /^More actions/ }), heading);
});

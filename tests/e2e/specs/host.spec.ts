/** Living inside Jira: its theme, its language, its archived projects, and what stands there if nothing can run. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test("the page follows Jira's theme while it changes", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const root = connectionPage.frame.locator("html");
  await expect(root).toHaveAttribute("data-color-mode", "light");
  const light = await root.evaluate((html) => getComputedStyle(html).backgroundColor);
  await connectionPage.keyField.fill("still here");
  await page.getByLabel("Theme").selectOption("Dark");
  await expect(root).toHaveAttribute("data-color-mode", "dark");
  expect(await root.evaluate((html) => getComputedStyle(html).backgroundColor)).not.toBe(light);
  await expect(connectionPage.keyField).toHaveValue("still here");
});

test("the page speaks German when Jira does", async ({ connectionPage, page, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.useLocale("de_DE");
  await connectionPage.visit();
  await expect(connectionPage.frame.locator("html")).toHaveAttribute("lang", /^de/);
  await expect(connectionPage.frame.getByRole("navigation", { name: "Verbindungen" })).toBeVisible();
  await expect(page.getByTitle("Test IO connection")).toBeVisible();
});

test("a browser's translation leaves alone what changes", async ({ connectionPage }) => {
  await connectionPage.open();
  await expect(connectionPage.frame.locator("#testio-connection")).toHaveAttribute("translate", "no");
  // Dialogs and messages are in it too.
  const outside = await connectionPage.frame.locator("body").evaluate((body) =>
    [...body.children].filter((part) => part.id !== "testio-connection" && part.textContent?.trim() && !["noscript", "script"].includes(part.localName))
      .map((part) => part.outerHTML));
  expect(outside).toEqual([]);
});

test("a project that was archived", async ({ connectionPage, rest, sandbox }) => {
  const project = await rest.project("SMOK");
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await sandbox.archive(project.id);
  await connectionPage.open();
  await expect(connectionPage.row(project.name)).toContainText("Project unavailable");
  await connectionPage.select(project.name);
  await connectionPage.expectStatus("Project unavailable");
  await connectionPage.chooseAction("Delete connection…");
  await connectionPage
    .dialog(`Delete the connection of ${project.name}?`)
    .getByRole("button", { name: "Delete connection" })
    .click();
  await expect(connectionPage.row(project.name)).toBeHidden();
  expect(await rest.connections()).toEqual([]);
});

test("a page that is loaded anew leaves nothing behind in Jira's", async ({ connectionPage, page, rest }) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project);
  const devtools = await page.context().newCDPSession(page);
  const listeners = async () => {
    const { result } = await devtools.send("Runtime.evaluate", { expression: "window" });
    const found = await devtools.send("DOMDebugger.getEventListeners", { objectId: result.objectId! });
    return found.listeners.map(({ type }) => type).sort();
  };
  await connectionPage.open();
  const before = await listeners();
  expect(before).toContain("hashchange");
  const body = connectionPage.frame.locator("body");
  await body.evaluate(({ ownerDocument }) => {
    ownerDocument.body.dataset.old = "";
    ownerDocument.location.reload();
  });
  await expect(body).not.toHaveAttribute("data-old");
  await expect(connectionPage.globalRow).toBeVisible();
  expect(await listeners()).toEqual(before);
  await page.evaluate((fragment) => (location.hash = fragment), `#/connections/${id}`);
  await expect(connectionPage.heading(project.name)).toBeVisible();
});

test("without WebAssembly the document says what to do", async ({ connectionPage, page, expectFailure }) => {
  expectFailure(404, "uncaught");
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await connectionPage.visit();
  await expect(connectionPage.frame.getByText("This page could not be loaded.")).toBeVisible();
});

test("a message can be dismissed", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await connectionPage.open();
  await connectionPage.addConnection(project.key);
  const message = connectionPage.frame.getByText(`${project.name} has its own connection now.`);
  await expect(message).toBeVisible();
  await connectionPage.frame.getByRole("button", { name: "Dismiss" }).click();
  await expect(message).toBeHidden();
});

/** When the page's module has broken down, the page says so instead of standing there frozen. */
import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";
import { stopped, throwForeignErrors, trap } from "../support/module.ts";
import { Traces } from "../support/traces.ts";

// Chromium without windows does not handle the signal by which a module's reading outside its memory is found: the whole tab
// dies of it. So each access is checked instead, with the same error as in every browser.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), "--js-flags=--wasm-enforce-bounds-checks"] });
  },
});

async function expectStopped({ frame, keyField, list }: ConnectionPage): Promise<void> {
  const message = stopped(frame);
  await expect(message).toBeVisible();
  await expect(message).toContainText("What you typed and did not save is gone; what was saved is safe.");
  await expect(message).toContainText("Diese Seite funktioniert nicht mehr.");
  await expect(frame.getByText("This page could not be loaded.")).toBeHidden();
  await expect(frame.getByText("Loading…")).toBeHidden();
  await expect(list).toHaveCount(0);
  await expect(keyField).toHaveCount(0);
}

for (const where of ["in a timer", "in a promise"] as const) {
  test(`a trap ${where} puts a message and a way on in place of the page`, async (
    { connectionPage, page, rest, expectFailure },
  ) => {
    expectFailure("uncaught");
    await connectionPage.open();
    await connectionPage.labelField.fill("saved");
    await connectionPage.saveKey(KEYS.acmeEu);
    await connectionPage.expectStatus("Connected");
    await connectionPage.button("Replace key").click();
    await connectionPage.keyField.pressSequentially(KEYS.globex);

    await trap(connectionPage.frame, where);
    await expectStopped(connectionPage);
    await expectAccessible(connectionPage.frame);
    const reload = connectionPage.frame.getByRole("button", { name: "Reload" });
    await expect(reload, "the focus is not lost").toBeFocused();
    // No question about unsaved input: there is none any more.
    page.on("dialog", (dialog) => expect(dialog.type(), "no question").toBe(""));
    await page.keyboard.press("Enter");
    await expect(connectionPage.globalRow).toBeVisible();
    await connectionPage.expectStatus("Connected");
    await expect(connectionPage.labelField).toHaveValue("saved");
    expect(await rest.connection("global")).toMatchObject({ accountLabel: "saved", hasKey: true });
  });
}

test("a page whose module has lost its memory says so at the next press", async (
  { connectionPage, page, context, expectFailure },
) => {
  expectFailure("uncaught");
  const traces = await Traces.of(page, context);
  await connectionPage.open();
  await connectionPage.keyField.pressSequentially(KEYS.acmeEu);
  await connectionPage.frame.evaluate(() => {
    for (const { buffer } of (window as { memories?: WebAssembly.Memory[] }).memories ?? []) {
      new Uint8Array(buffer).fill(0xff);
    }
  });
  // Of a key: the page follows the way of the mouse too, and breaks down before the button is pressed.
  await page.keyboard.press("Home");
  await expectStopped(connectionPage);
  await traces.expectNone(KEYS.acmeEu);
});

// In the browser without windows, this ended the tab.
test("a module that reads outside its memory has stopped, too", async ({ connectionPage, expectFailure }) => {
  expectFailure("uncaught");
  await connectionPage.open();
  await trap(connectionPage.frame, "in a timer", "memory access out of bounds");
  await expectStopped(connectionPage);
});

test("a dialog that was open goes with the page", async ({ connectionPage, expectFailure }) => {
  expectFailure("uncaught");
  await connectionPage.open();
  await connectionPage.openAddDialog();
  await trap(connectionPage.frame, "in a timer");
  await expectStopped(connectionPage);
  await connectionPage.frame.getByRole("button", { name: "Reload" }).click();
  await expect(connectionPage.globalRow).toBeVisible();
});

test("other scripts' errors leave the page alone", async ({ connectionPage, expectFailure, rest }) => {
  expectFailure("uncaught");
  await connectionPage.open();
  await connectionPage.keyField.fill(KEYS.acmeEu);
  await throwForeignErrors(connectionPage.frame);
  await expect(stopped(connectionPage.frame)).toBeHidden();
  await connectionPage.saveButton.click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ hasKey: true });
});

test("an extension that takes the document's comments away never leaves one connection under another's address", async (
  { connectionPage, rest },
) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await expect(connectionPage.projectRows).toHaveCount(1);
  await connectionPage.frame.locator("body").evaluate((body) => {
    const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const found: Node[] = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    found.forEach((comment) => comment.parentNode!.removeChild(comment));
  });
  await connectionPage.row(project.name).click();
  await expect(connectionPage.heading(project.name).or(stopped(connectionPage.frame))).toBeVisible();
});

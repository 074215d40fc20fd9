/** Replacing and removing a stored key. */
import { expect, test } from "../fixtures.ts";
import { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import { LOCALES } from "../support/language.ts";

test.beforeEach(async ({ rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
});

test("a key is replaced only by the one typed", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await expect(connectionPage.keyField).toBeHidden();
  await connectionPage.button("Replace key").click();
  await expect(connectionPage.keyField).toBeFocused();
  await expect(connectionPage.keyField).toHaveValue("");
  await connectionPage.saveKey(KEYS.globex);
  await expect(connectionPage.detail.getByText(`API key ending in ${hintOf(KEYS.globex)}`)).toBeAttached();
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.globex), status: "CONNECTED" });
});

test("thinking better of it keeps the saved key", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.button("Replace key").click();
  await connectionPage.keyField.fill("half a key");
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.keyField).toBeHidden();
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), version: 2 });
});

test("after Cancel, the browser's undo does not bring the key back", async ({ connectionPage, rest, page }) => {
  await rest.removeKey("global");
  await connectionPage.open();
  await connectionPage.keyField.click();
  await page.keyboard.type(KEYS.globex);
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.keyField).toHaveValue("");
  await connectionPage.keyField.click();
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press("ControlOrMeta+z");
  }
  await expect(connectionPage.keyField).toHaveValue("");
  await page.keyboard.type(KEYS.acmeUs);
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeUs);
});

test("an extension that dispatches events of its own costs no typed key", async ({ connectionPage, page, rest }) => {
  await rest.removeKey("global");
  await connectionPage.open();
  // It listens on the whole document, so it hears of every change before the page does.
  await connectionPage.keyField.evaluate((field) => {
    for (const name of ["input", "keyup"]) {
      field.ownerDocument.addEventListener(name, (event) => {
        if (event.isTrusted) {
          for (const own of ["input", "change"]) {
            field.dispatchEvent(new Event(own, { bubbles: true }));
          }
        }
      }, true);
    }
  });
  await connectionPage.keyField.click();
  await page.keyboard.type(KEYS.globex);
  await expect(connectionPage.keyField).toHaveValue(KEYS.globex);
  await connectionPage.saveButton.click();
  await connectionPage.expectStatus("Connected");
});

test("removing the Global key asks first, and deactivates", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.chooseAction("Remove key…");
  const dialog = connectionPage.dialog("Remove the API key of the Global connection?");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(dialog).toContainText("The API key itself stays valid.");
  await dialog.getByRole("button", { name: "Remove key" }).click();

  await connectionPage.expectStatus("Inactive");
  await expect(connectionPage.keyField).toHaveValue("");
  expect(await rest.connection("global")).toMatchObject({ hasKey: false, active: false, status: "INACTIVE" });
});

test("a project whose key is removed does not fall back to Global", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project, { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.chooseAction("Remove key…");
  const dialog = connectionPage.dialog(`Remove the API key of ${project.name}?`);
  await expect(dialog).toContainText("It doesn’t fall back to Global.");
  await dialog.getByRole("button", { name: "Remove key" }).click();

  await connectionPage.expectStatus("Key missing");
  expect(await rest.connection(id)).toMatchObject({ hasKey: false, status: "KEY_MISSING" });
  expect(await rest.effective(project.id)).toMatchObject({ source: "PROJECT" });
});

test("Cancel and Esc remove nothing", async ({ connectionPage, rest, page }) => {
  await connectionPage.open();
  const dialog = connectionPage.dialog("Remove the API key of the Global connection?");
  await connectionPage.chooseAction("Remove key…");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await connectionPage.chooseAction("Remove key…");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await rest.connection("global")).toMatchObject({ hasKey: true, version: 2 });
});

for (const [language, width] of [["en", 1280], ["en", 340], ["de", 1280], ["de", 900]] as const) {
  test(`what the field says of an odd key moves nothing, ${language}, ${width} px`, async ({ connectionPage: _loggedIn, page, rest, sandbox }) => {
    const { id } = await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
    await page.setViewportSize({ width, height: 800 });
    const view = new ConnectionPage(page, sandbox, language);
    await view.useLocale(LOCALES[language]);
    await view.visitAt(`#/connections/${id}`);
    await view.detail.getByRole("button", { name: view.say("Replace key") }).click();
    const top = async () => (await view.labelField.boundingBox())!.y - (await view.keyField.boundingBox())!.y;
    const before = await top();
    await view.keyField.pressSequentially("abc");
    expect(await top(), "while it is typed").toBe(before);
    await view.labelField.focus();
    await expect(view.detail.getByText(view.say("A Test IO API key has 40 letters and digits. You can save this all the same."))).toBeVisible();
    expect(await top(), "once it is left").toBe(before);
  });
}

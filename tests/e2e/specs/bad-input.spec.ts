/** Input that cannot be right: a clear error at its place, and nothing lost. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

const CANNOT_BE_A_KEY = [
  { name: "blank", typed: "   ", error: "Enter an API key." },
  { name: "masked", typed: "••••••••4f2a", error: "This is a masked display of an API key" },
  { name: "masked with asterisks", typed: "****************", error: "This is a masked display of an API key" },
  { name: "oversized", typed: "a".repeat(257), error: "This is too long for an API key" },
  { name: "two words", typed: "my key", error: "There is a space inside, as character 3." },
  { name: "invisibly divided", typed: "abc\u200Bdef", error: "There is an invisible character (U+200B) inside, as character 4." },
  { name: "Cyrillic", typed: "5e1f0\u0430", error: "Character 6 can’t be part of an API key" },
] as const;

for (const { name, typed, error } of CANNOT_BE_A_KEY) {
  test(`a ${name} key is refused without a request`, async ({ connectionPage, rest, page }) => {
    await connectionPage.open();
    await page.route(/\/rest\/testio\/1\.0\/connections\/global$/, async (route) => {
      expect(route.request().method(), "nothing is sent").toBe("GET");
      await route.continue();
    });
    await connectionPage.saveKey(typed);
    await connectionPage.expectFieldError(connectionPage.keyField, error);
    await expect(connectionPage.keyField).toHaveValue(typed);
    expect(await rest.connection("global")).toMatchObject({ hasKey: false, version: 1 });
  });
}

test("a key of several lines is not inserted, and the page says why", async ({ connectionPage, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await connectionPage.open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), "5e1f0a7c9b3d42e8\na6c4f2107d8b9e3a");
  await connectionPage.keyField.click();
  await page.keyboard.press("ControlOrMeta+V");
  await connectionPage.expectFieldError(connectionPage.keyField, "This spans several lines.");
  await expect(connectionPage.keyField).toHaveValue("");
});

test("invisible characters around a pasted key do not matter", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.saveKey(`\uFEFF\u200B${KEYS.acmeEu}\u2060\u200E`);
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu) });
});

test("spaces around a pasted key do not matter", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.saveKey(`  ${KEYS.acmeEu} `);
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu) });
});

test("an odd-looking key gets a hint, not a block", async ({ connectionPage, rest, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  await connectionPage.keyField.fill("not-what-keys-look-like");
  await expect(connectionPage.detail.getByText(/A Test IO API key has 40 letters and digits/)).toBeVisible();
  await connectionPage.saveButton.click();
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  expect(await rest.connection("global")).toMatchObject({ hasKey: false });
});

test("a refused key stays in its field, can be corrected, and changes nothing", async (
  { connectionPage, rest, expectFailure },
) => {
  expectFailure(422);
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await connectionPage.open();
  await connectionPage.button("Replace key").click();
  await connectionPage.saveKey(KEYS.revoked);
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await expect(connectionPage.keyField).toHaveValue(KEYS.revoked);
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), accountLabel: "ACME EU" });

  await connectionPage.saveKey(KEYS.globex);
  await expect(connectionPage.keyField).toBeHidden();
  expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.globex) });
});

test("a label that is too long is refused beside its field", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.labelField.fill("a".repeat(61));
  await connectionPage.saveButton.click();
  await connectionPage.expectFieldError(connectionPage.labelField, "Use 60 characters or fewer.");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: null });
});

test("an unknown project is not found", async ({ connectionPage }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("no such project");
  await expect(dialog.getByText("No project matches.").first()).toBeVisible();
  await expect(connectionPage.frame.getByRole("listbox").getByRole("option")).toHaveCount(0);
});

test("a project that somebody connects meanwhile: its row is selected", async (
  { connectionPage, rest, expectFailure },
) => {
  expectFailure(409);
  const project = await rest.project("SMOK");
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(project.key);
  await connectionPage.option(project.name).click();
  await rest.add(project, { apiKey: KEYS.acmeUs });
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog).toBeHidden();
  await connectionPage.expectSelected(connectionPage.row(project.name));
  await connectionPage.expectStatus("Connected");
  expect(await rest.connections()).toHaveLength(1);
});

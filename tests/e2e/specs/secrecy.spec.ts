/** The plain key leaves no trace once it is saved, given up or left behind. */

import { expect, test as base } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { memorySize, Traces } from "../support/traces.ts";

/** Like a key in every way, but nobody's. */
const REFUSED = "7d3fa91c04be5826e1c7d09f4ab8356217ec6d5b";

/** Also watches what is left of a key. */
const test = base.extend<{ traces: Traces }>({
  traces: async ({ page, context, watch: _watch }, use) => use(await Traces.of(page, context)),
});

test("a key that stands in its field is found, and only there", async ({ traces, connectionPage }) => {
  await connectionPage.open();
  expect(await memorySize(connectionPage.frame)).toBeGreaterThan(1_000_000);
  await connectionPage.keyField.pressSequentially(KEYS.acmeEu);
  await connectionPage.labelField.focus();
  expect(await traces.find(KEYS.acmeEu), "nowhere else, not even for the time being").toEqual(["the fields"]);
});

test("what is in the module's memory is found", async ({ traces, connectionPage }) => {
  await connectionPage.open();
  await connectionPage.labelField.pressSequentially(KEYS.acmeEu);
  expect((await traces.find(KEYS.acmeEu)).join()).toContain("memory at");
});

test("after it was typed and saved", async ({ traces, connectionPage, rest }) => {
  await connectionPage.open();
  await connectionPage.keyField.pressSequentially(KEYS.acmeEu);
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveButton.click();
  await connectionPage.expectStatus("Connected");
  await traces.expectNone(KEYS.acmeEu);
  expect(await rest.connection("global")).toMatchObject({ hasKey: true, accountLabel: "ACME EU" });
});

test("after it was pasted, looked at, tested and saved", async ({ traces, connectionPage, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await connectionPage.open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${KEYS.acmeEu}\n`);
  await connectionPage.keyField.click();
  await page.keyboard.press("ControlOrMeta+V");
  await connectionPage.detail.getByRole("button", { name: "Show API key" }).click();
  await connectionPage.button("Test this key").click();
  await expect(connectionPage.detail.getByText(/Test IO accepts/)).toBeVisible();
  await connectionPage.saveButton.click();
  await connectionPage.expectStatus("Connected");
  await traces.expectNone(KEYS.acmeEu);
});

test("after more than the key was pasted, which is not inserted", async (
  { traces, connectionPage, page, context },
) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await connectionPage.open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${KEYS.acmeEu}\nSchlüssel`);
  await connectionPage.keyField.click();
  await page.keyboard.press("ControlOrMeta+V");
  await connectionPage.expectFieldError(connectionPage.keyField, "This spans several lines.");
  await traces.expectNone(KEYS.acmeEu);
});

test("after Cancel, whatever was typed with it", async ({ traces, connectionPage }) => {
  await connectionPage.open();
  await connectionPage.keyField.pressSequentially(`${KEYS.acmeEu} schlüssel`);
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.keyField).toHaveValue("");
  await traces.expectNone(KEYS.acmeEu);
});

test("after another row was opened", async ({ traces, connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.keyField.pressSequentially(KEYS.acmeEu);
  await connectionPage.row(project.name).click();
  await connectionPage.dialog("Leave without saving?").getByRole("button", { name: "Discard" }).click();
  await expect(connectionPage.heading(project.name)).toBeVisible();
  await traces.expectNone(KEYS.acmeEu);
});

test("after a failed save and another that succeeds", async (
  { traces, connectionPage, sandbox, expectFailure },
) => {
  expectFailure(500);
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", status: 500, body: "", times: 1 });
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.detail.getByText("Nobody can say whether it was done")).toBeVisible();
  await connectionPage.button("Try again").click();
  await connectionPage.expectStatus("Connected");
  await traces.expectNone(KEYS.acmeEu);
});

test("after it was refused and given up", async ({ traces, connectionPage, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  await connectionPage.saveKey(REFUSED);
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await connectionPage.button("Cancel").click();
  await expect(connectionPage.keyField).toHaveValue("");
  await traces.expectNone(REFUSED);
});

test("after a server has quoted it", async ({ traces, connectionPage, sandbox, expectFailure }) => {
  expectFailure(500);
  await connectionPage.open();
  const message = `Unexpected character in {"apiKey":"${KEYS.acmeEu}"}`;
  await sandbox.addFault({
    path: "/connections/global",
    method: "PUT",
    status: 500,
    contentType: "application/json",
    body: JSON.stringify({ errorMessages: [message], errors: {} }),
    times: 1,
  });
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.detail.getByText("Unexpected character in")).toBeVisible();
  // The answer's body is the server's; see docs/architecture.md.
  expect((await traces.find(KEYS.acmeEu)).filter((place) => !place.startsWith("memory"))).toEqual(["the fields"]);
});

test("when the browser leaves the page while a request waits for a login", async (
  { traces, connectionPage, sandbox, page, expectFailure },
) => {
  expectFailure(401);
  await connectionPage.open();
  await sandbox.expireSessions();
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.banner("You have been logged out of Jira")).toBeVisible();
  // As for a page that the browser keeps to come back to.
  await connectionPage.frame.locator("html").evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  });
  await expect(connectionPage.banner("You have been logged out of Jira")).toBeHidden();
  await expect(connectionPage.keyField).toHaveValue("");
  await traces.expectNone(KEYS.acmeEu);
  await page.goto("about:blank");
});

test("when the browser leaves the page", async ({ connectionPage, sandbox, page }) => {
  await connectionPage.open();
  await connectionPage.keyField.pressSequentially(KEYS.acmeEu);
  await connectionPage.frame.locator("html").evaluate(() => {
    addEventListener("pagehide", () => {
      const values = [...document.querySelectorAll("input")].map(({ value }) => value);
      sessionStorage.setItem("at the end", JSON.stringify(values));
    });
  });
  page.once("dialog", (dialog) => void dialog.accept());
  await page.goto(`${sandbox.url}/sandbox`);
  const values = await page.evaluate(() => sessionStorage.getItem("at the end"));
  expect(values, "the page has been told that it is left").not.toBeNull();
  expect(values).not.toContain(KEYS.acmeEu.slice(0, 8));
});

test("after a connection was added with it, and another one with the same", async ({ traces, connectionPage, rest }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  for (const key of ["SMOK", "SHOP"]) {
    await dialog.getByRole("combobox", { name: "Jira project" }).fill(key);
    await connectionPage.option(key).click();
    if (key === "SMOK") {
      await dialog.getByLabel("API key", { exact: true }).pressSequentially(KEYS.acmeUs);
    }
    await dialog.getByRole("button", { name: "Add another" }).click();
    await expect(dialog.getByRole("combobox", { name: "Jira project" })).toHaveValue("");
  }
  await traces.expectNone(KEYS.acmeUs);
  expect(await rest.connectionOf("SHOP")).toMatchObject({ hasKey: true, sameKey: 1 });
});

test("after it was refused while adding, and given up", async ({ traces, connectionPage, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("SMOK");
  await connectionPage.option("SMOK").click();
  await dialog.getByLabel("API key", { exact: true }).pressSequentially(REFUSED);
  await dialog.getByRole("button", { name: "Add connection" }).click();
  await expect(dialog.getByLabel("API key", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await traces.expectNone(REFUSED);
});

test("after it replaced another one everywhere", async ({ traces, connectionPage, rest }) => {
  for (const key of ["SMOK", "SHOP"]) {
    await rest.add(await rest.project(key), { apiKey: KEYS.globex });
  }
  await connectionPage.open();
  await connectionPage.select("Smoke testing");
  await connectionPage.button("Replace key").click();
  await connectionPage.detail.getByRole("checkbox").check();
  await connectionPage.keyField.pressSequentially(KEYS.acmeUs);
  await connectionPage.button("Save in 2 connections").click();
  await expect(connectionPage.detail.getByText("Saved in 2 connections.")).toBeVisible();
  await traces.expectNone(KEYS.acmeUs);
});

/** What an unexpected answer was can be passed on, and holds nothing secret. */
import type { Locator } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import type { Sandbox } from "../support/sandbox.ts";

const BROKEN = {
  status: 500,
  contentType: "application/json",
  body: JSON.stringify({ errorMessages: ["java.lang.NullPointerException"], errors: {}, internal: "not to be told" }),
} as const;

test("a failed save: the report is on the clipboard", async (
  { connectionPage, context, page, sandbox, expectFailure },
) => {
  expectFailure(500);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...BROKEN });
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.button("Copy details").click();
  await expect(connectionPage.button("Details copied")).toBeFocused();

  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report.split("\n")).toEqual([
    "Nobody can say whether it was done",
    "HTTP 500",
    "Request: PUT /connections/global",
    "Jira failed with status 500. Its log says why. Jira says: java.lang.NullPointerException",
    "Open connection: global",
    expect.stringMatching(/^Page version: \d+\.\d+\.\d+$/),
    expect.stringMatching(/^Jira version: \d+\.\d+/),
    expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    "/jira/plugins/servlet/testio/page/connection/",
  ]);
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
});

/** Where else the button stands, for each kind of answer that nobody expects. */
const PLACES = [
  { name: "the list", at: "list", fault: { path: "/connections", status: 502, body: "<h1>Bad Gateway</h1>" } },
  { name: "the pane", at: "detail", fault: { path: "/connections/global", status: 418, body: "" } },
  { name: "a proxy's page", at: "detail", fault: { path: "/connections/global", status: 200, body: "<h1>Hello</h1>" } },
] as const;

for (const { name, at, fault } of PLACES) {
  test(`${name} that could not be loaded`, async ({ connectionPage, context, page, sandbox, expectFailure }) => {
    if (fault.status >= 400) {
      expectFailure(fault.status);
    }
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await sandbox.addFault({ method: "GET", contentType: "text/html", ...fault });
    await connectionPage.visit();
    const place: Locator = connectionPage[at];
    await place.getByRole("button", { name: "Copy details" }).click();
    await expect(place.getByRole("button", { name: "Details copied" })).toBeVisible();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain(`This couldn’t be loaded\nHTTP ${fault.status}\n`);
    expect(report).toContain(`\nRequest: GET ${fault.path}`);
    expect(report, "no body").not.toContain("<h1>");
  });
}

test("without the clipboard, the report can be copied by hand", async (
  { connectionPage, context, sandbox, expectFailure },
) => {
  expectFailure(500);
  await context.addInitScript(() => {
    // As on a page that was not loaded by HTTPS.
    Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined });
  });
  await expectTheFieldInstead({ connectionPage, sandbox });
});

test("without the permission, the report can be copied by hand", async (
  { connectionPage, context, sandbox, expectFailure },
) => {
  expectFailure(500);
  await context.addInitScript(() => {
    Clipboard.prototype.writeText = async () => {
      throw new DOMException("Write permission denied.", "NotAllowedError");
    };
  });
  await expectTheFieldInstead({ connectionPage, sandbox });
});

async function expectTheFieldInstead(
  { connectionPage, sandbox }: { readonly connectionPage: ConnectionPage; readonly sandbox: Sandbox },
): Promise<void> {
  await connectionPage.open();
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...BROKEN });
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.button("Copy details").click();
  const field = connectionPage.detail.getByRole("textbox", { name: "Details" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^Nobody can say whether it was done\nHTTP 500\nRequest: .*\n.*NullPointerException\n/);
  await expect(field).toHaveAttribute("readonly");
  const selected = await field.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe(await field.inputValue());
}

test("a failure that is no surprise offers no report", async ({ connectionPage, expectFailure }) => {
  expectFailure(422);
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.revoked);
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await expect(connectionPage.frame.getByRole("button", { name: "Copy details" })).toHaveCount(0);
});

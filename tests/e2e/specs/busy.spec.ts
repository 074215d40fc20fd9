/** Jira asks to wait (429): the page counts down in sight of the person, and asks again by itself or when told to. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

const TITLE = "Jira asks to wait";

/** How Jira says how long, and what the page makes of it. */
const WAITS: readonly { name: string; headers: Record<string, string>; seconds: number }[] = [
  { name: "in seconds", headers: { "Retry-After": "7" }, seconds: 7 },
  {
    name: "as a date, by the server's own clock",
    headers: { "Retry-After": "Wed, 21 Oct 2026 07:28:07 GMT", Date: "Wed, 21 Oct 2026 07:28:00 GMT" },
    seconds: 7,
  },
  {
    name: "as a date that has passed",
    headers: { "Retry-After": "Wed, 21 Oct 2026 07:27:00 GMT", Date: "Wed, 21 Oct 2026 07:28:00 GMT" },
    seconds: 10,
  },
  { name: "no time at all", headers: { "Retry-After": "0" }, seconds: 10 },
  { name: "less than none", headers: { "Retry-After": "-1" }, seconds: 10 },
  { name: "no whole number", headers: { "Retry-After": "1.5" }, seconds: 10 },
  { name: "not said", headers: {}, seconds: 10 },
  { name: "absurdly long", headers: { "Retry-After": "999999999" }, seconds: 10 },
  { name: "no number", headers: { "Retry-After": "soon" }, seconds: 10 },
];

test.beforeEach(async ({ page, rest: _fresh, expectFailure }) => {
  expectFailure(429);
  await page.clock.install();
});

for (const { name, headers, seconds } of WAITS) {
  test(`the wait is ${name}`, async ({ connectionPage, sandbox, rest, page }) => {
    await connectionPage.open();
    await page.clock.pauseAt(Date.now() + 60_000);
    await sandbox.addFault({ path: "/connections/global", method: "PUT", status: 429, headers, body: "", times: 1 });
    await connectionPage.saveKey(KEYS.acmeEu);

    const banner = connectionPage.banner(TITLE);
    await expect(banner).toContainText(sentAgainIn(seconds));
    if (seconds > 2) {
      await page.clock.runFor(2_000);
      await expect(banner).toContainText(sentAgainIn(seconds - 2));
      await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
      await page.clock.runFor((seconds - 3) * 1_000);
    }
    await expect(banner).toContainText(sentAgainIn(1));
    expect(await sandbox.writes(), "nothing is sent before its time").toHaveLength(1);

    await page.clock.runFor(1_000);
    await connectionPage.expectStatus("Connected");
    await expect(banner).toBeHidden();
    expect(await rest.connection("global")).toMatchObject({ keyHint: hintOf(KEYS.acmeEu), version: 2 });
    expect(await sandbox.writes()).toHaveLength(2);
  });
}

test("a long wait is kept to the second, and told as a time of day", async ({ connectionPage, sandbox, page }) => {
  await connectionPage.open();
  await page.clock.pauseAt(Date.now() + 60_000);
  const busy = { status: 429, headers: { "Retry-After": "7200" }, body: "" };
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...busy, times: 1 });
  await connectionPage.saveKey(KEYS.acmeEu);
  const banner = connectionPage.banner(TITLE);
  await expect(banner).toContainText(/is sent again at \d{1,2}:\d\d/);
  await page.clock.runFor(7_100_000);
  await expect(banner).toContainText(sentAgainIn(100));
  await page.clock.runFor(99_000);
  await expect(banner).toContainText(sentAgainIn(1));
  expect(await sandbox.writes(), "nothing is sent before its time").toHaveLength(1);
  await page.clock.runFor(1_000);
  await connectionPage.expectStatus("Connected");
});

test("a wait of unknown length grows with each attempt in vain", async ({ connectionPage, sandbox, page }) => {
  await connectionPage.open();
  await page.clock.pauseAt(Date.now() + 60_000);
  const busy = { status: 429, headers: { "Retry-After": "0" }, body: "" };
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...busy, times: 3 });
  await connectionPage.saveKey(KEYS.acmeEu);
  const banner = connectionPage.banner(TITLE);
  for (const [attempts, seconds] of [[1, 10], [2, 20], [3, 40]] as const) {
    await expect(banner).toContainText(sentAgainIn(seconds));
    expect(await sandbox.writes()).toHaveLength(attempts);
    await page.clock.runFor(seconds * 1_000);
  }
  await connectionPage.expectStatus("Connected");
});

test("nobody has to wait: Try again now", async ({ connectionPage, sandbox, rest, page }) => {
  await connectionPage.open();
  await page.clock.pauseAt(Date.now() + 60_000);
  const busy = { status: 429, headers: { "Retry-After": "30" }, body: "" };
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...busy, times: 2 });
  await connectionPage.saveKey(KEYS.acmeEu);
  const banner = connectionPage.banner(TITLE);
  // The countdown begins with the answer: time that passes before it is not counted.
  await expect(banner).toContainText(sentAgainIn(30));
  await page.clock.runFor(5_000);
  await expect(banner).toContainText(sentAgainIn(25));

  await banner.getByRole("button", { name: "Try again now" }).click();
  await expect(banner, "Jira is still busy, and the time begins anew").toContainText(sentAgainIn(30));
  await banner.getByRole("button", { name: "Try again now" }).click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ version: 2 });
});

test("coming back to the page does not cut the wait short", async ({ connectionPage, sandbox, page }) => {
  await connectionPage.open();
  await page.clock.pauseAt(Date.now() + 60_000);
  const busy = { status: 429, headers: { "Retry-After": "30" }, body: "" };
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...busy, times: 1 });
  await connectionPage.saveKey(KEYS.acmeEu);
  await expect(connectionPage.banner(TITLE)).toBeVisible();
  await connectionPage.comeBack();
  await expect(connectionPage.banner(TITLE)).toContainText(sentAgainIn(30));
  expect(await sandbox.writes()).toHaveLength(1);
});

test("whoever does not want to wait sees it in its place", async ({ connectionPage, sandbox, rest, page }) => {
  await connectionPage.open();
  await page.clock.pauseAt(Date.now() + 60_000);
  const busy = { status: 429, headers: { "Retry-After": "30" }, body: "" };
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...busy, times: 1 });
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.banner(TITLE).getByRole("button", { name: "Don’t wait" }).click();
  const failure = connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ });
  await expect(failure).toContainText("Not saved");
  await expect(failure).toContainText("Jira asks to wait 30 seconds before the next attempt.");
  await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);

  await expect(connectionPage.button("Try again")).toHaveAccessibleDescription("Wait 30 seconds.");
  await page.clock.runFor(30_000);
  await connectionPage.button("Try again").click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ version: 2 });
});

function sentAgainIn(seconds: number): string {
  return `is sent again in ${seconds} second${seconds === 1 ? "." : "s."}`;
}

/** Whatever text the server sends, it is shown as text, within its place, and nothing of it is run. */
import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import { answerWith, filledWith, HOSTILE, HOSTILE_AVATARS } from "../support/hostile.ts";
import type { Connection } from "../support/rest.ts";

/** A usual screen, and one that shows one column. */
const WIDTHS = [1280, 600] as const;

/** Nothing scrolls sideways, no button is out of reach, and nothing was run. */
async function expectInOrder({ page, frame }: ConnectionPage, where: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const problems = await frame.locator("html").evaluate((html) => {
      const wide = [html, ...html.querySelectorAll("body, body *:not(input)")].filter((element) => {
        const scrolls = element.matches("html, body") || /auto|scroll/.test(getComputedStyle(element).overflowX);
        return scrolls && element.checkVisibility() && element.scrollWidth > element.clientWidth;
      });
      const open = html.querySelector("dialog[open]") ?? html;
      const lost = [...open.querySelectorAll<HTMLElement>("button, a, select, input")].filter((control) => {
        const { left, right, width } = control.getBoundingClientRect();
        return control.checkVisibility() && width > 1 && (left < -1 || right > innerWidth + 1);
      });
      const name = (element: Element) => `${element.tagName}.${element.className}`;
      return [...wide.map((it) => `${name(it)} scrolls sideways`), ...lost.map((it) => `${name(it)} is out of reach`)];
    });
    expect(problems, `${where} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.evaluate(() => "executed" in window), "nothing was run").toBe(false);
  await expect(frame.locator("b, script:not([src]), img[src='x']")).toHaveCount(0);
}

for (const { name, text, seen } of HOSTILE) {
  test(`${name} in everything that is shown`, async ({ connectionPage, rest, sandbox, page, expectFailure }) => {
    expectFailure(412, 422, 500);
    await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
    const { id } = await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
    await rest.add(await rest.project("PAY"));
    const fill = async <T extends object>(path: string) => filledWith(await rest.read<T>(path), text);
    const connection = await fill<Connection>(`connections/${id}`);
    await answerWith(sandbox, "GET", "/connections/global", await fill("connections/global"));
    await answerWith(sandbox, "GET", "/connections/summary", await fill("connections/summary"));
    await answerWith(sandbox, "GET", `/connections/${id}`, connection);
    await answerWith(sandbox, "GET", "/connections", await fill("connections?maxResults=50"));
    await answerWith(sandbox, "GET", "/projects", await fill("projects?maxResults=50"));

    await connectionPage.open();
    await expect(connectionPage.projectRows.first()).toContainText(seen);
    await expectInOrder(connectionPage, "the list and the Global connection");

    await connectionPage.projectRows.last().click();
    const heading = connectionPage.detail.getByRole("heading", { level: 2 });
    await expect(heading).toContainText(seen);
    await expect(connectionPage.detail.getByText("Test IO products")).toBeVisible();
    await expectInOrder(connectionPage, "an open connection");
    const { height } = (await heading.boundingBox())!;
    expect(height, "a heading is no page").toBeLessThan(200);

    const products = [1, 2, 3].map((number) => ({ id: String(number), name: text }));
    const report = { outcome: "ACCEPTED", products, productCount: 3, checkedAt: "2026-05-03T09:00:00Z", durationMs: 5 };
    await answerWith(sandbox, "POST", `/connections/${id}/test`, report);
    await connectionPage.button("Test connection").click();
    await expect(connectionPage.detail.getByRole("status").first()).toContainText(seen);
    await expectInOrder(connectionPage, "a test's result");

    const put = `/connections/${id}`;
    const save = async () => {
      await connectionPage.labelField.fill(`other ${Math.random()}`);
      await connectionPage.saveButton.click();
    };
    const current = { ...connection, version: connection.version + 1, accountLabel: `${connection.accountLabel} 2` };
    await answerWith(sandbox, "PUT", put, { errorMessages: [], errors: {}, code: "STALE", current }, 412);
    await save();
    await expect(connectionPage.frame.getByText("Somebody else changed this connection")).toBeVisible();
    await expectInOrder(connectionPage, "a conflict");
    await connectionPage.button("Use theirs").click();

    await sandbox.clearFaults();
    await answerWith(sandbox, "GET", put, connection);
    await answerWith(sandbox, "PUT", put, { errorMessages: [], errors: { accountLabel: text } }, 422);
    await save();
    await connectionPage.expectInvalid(connectionPage.labelField, seen.slice(0, 150));
    await expectInOrder(connectionPage, "an error beside its field");
    await connectionPage.button("Cancel").click();

    // Last, because after it nobody knows what was saved, and the page asks before it saves again.
    await sandbox.clearFaults();
    await answerWith(sandbox, "GET", put, connection);
    await answerWith(sandbox, "PUT", put, { errorMessages: [text], errors: {} }, 500);
    await save();
    await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText(seen.slice(0, 150));
    await expectInOrder(connectionPage, "an error message");
    await connectionPage.button("Cancel").click();

    await sandbox.clearFaults();
    await answerWith(sandbox, "GET", "/projects", await fill("projects?maxResults=50"));
    await answerWith(sandbox, "GET", "/accounts", await fill("accounts"));
    await connectionPage.chooseAction("Delete connection…");
    const dialog = connectionPage.frame.getByRole("alertdialog");
    await expect(dialog.getByRole("button", { name: "Delete connection" })).toBeInViewport({ ratio: 1 });
    await expectInOrder(connectionPage, "a question");
    await page.keyboard.press("Escape");

    const add = await connectionPage.openAddDialog();
    await add.getByRole("combobox", { name: "Jira project" }).press("ArrowDown");
    const projects = add.getByRole("listbox").getByRole("option");
    await expect(projects.first()).toContainText(seen);
    await expectInOrder(connectionPage, "the projects to choose from");
    await projects.last().click();
    await expect(add.getByRole("button", { name: "Add connection" })).toBeInViewport({ ratio: 1 });
    await expectInOrder(connectionPage, "a chosen project");
    await expect(add.getByLabel("API key of an account").getByRole("option").last()).toContainText(seen.slice(0, 50));
    await page.keyboard.press("Escape");

    await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
    await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
    await expect(connectionPage.dialog("Test IO accounts").getByRole("listitem").last()).toContainText(seen.slice(0, 50));
    await expectInOrder(connectionPage, "the accounts");
  });
}

test("a picture from elsewhere is not asked for", async ({ connectionPage, rest, sandbox, page }) => {
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  const [connection] = (await rest.read<{ values: { project: object }[] }>("connections")).values;
  const values = HOSTILE_AVATARS.map((avatarUrl, index) => ({
    ...connection,
    id: `c${index}`,
    project: { ...connection!.project, name: `Project ${index}`, avatarUrl },
  }));
  const total = values.length;
  await answerWith(sandbox, "GET", "/connections/summary", await rest.read("connections/summary"));
  await answerWith(sandbox, "GET", "/connections/global", await rest.read("connections/global"));
  await answerWith(sandbox, "GET", "/connections", { startAt: 0, maxResults: 50, total, isLast: true, values });
  const found = await rest.projects();
  const projects = HOSTILE_AVATARS.map((avatarUrl, index) => ({ ...found[index], avatarUrl, connectionId: null }));
  await answerWith(sandbox, "GET", "/projects", { startAt: 0, maxResults: 50, total, isLast: true, values: projects });
  const requested: string[] = [];
  page.on("request", (request) => requested.push(request.url()));

  await connectionPage.open();
  await expect(connectionPage.projectRows.first()).toBeVisible();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).press("ArrowDown");
  await expect(dialog.getByRole("option").first()).toBeVisible();
  await expect(connectionPage.frame.locator("img")).toHaveCount(0);
  expect(requested.filter((url) => /evil|executed/.test(url))).toEqual([]);
});

/** Lists whose figures contradict what comes. */
import { expect, test } from "../fixtures.ts";
import type { Sandbox } from "../support/sandbox.ts";

const SAID = "The list couldn’t be read whole";

/** Answers a list with these figures and these values. */
async function lie(sandbox: Sandbox, path: string, figures: object, values: readonly object[]): Promise<void> {
  const body = JSON.stringify({ startAt: 0, maxResults: 50, isLast: true, ...figures, values });
  await sandbox.addFault({ path, method: "GET", status: 200, contentType: "application/json", body });
}

const LIES: Readonly<Record<string, { readonly figures: object; readonly times: number; readonly rows: number }>> = {
  "a total larger than what comes": { figures: { total: 40 }, times: 1, rows: 2 },
  "a total of four thousand million": { figures: { total: 4_000_000_000 }, times: 1, rows: 2 },
  "a total smaller than what comes": { figures: { total: 1 }, times: 1, rows: 2 },
  "no total, but rows": { figures: { total: 0 }, times: 1, rows: 2 },
  "another page": { figures: { startAt: 50, total: 2 }, times: 1, rows: 2 },
  "the same row twice": { figures: { total: 4 }, times: 2, rows: 4 },
};

for (const [name, { figures, times, rows }] of Object.entries(LIES)) {
  test(`${name}: what came is shown, and that it is not all`, async ({ connectionPage, rest, sandbox }) => {
    for (const key of ["SMOK", "PAY"]) {
      await rest.add(await rest.project(key));
    }
    const honest = await rest.connections();
    await lie(sandbox, "/connections", figures, Array.from({ length: times }, () => honest).flat());
    await connectionPage.visit();
    await expect(connectionPage.projectRows).toHaveCount(rows);
    await expect(connectionPage.list.getByText(SAID)).toBeVisible();
    await sandbox.clearFaults();
    await connectionPage.list.getByRole("button", { name: "Try again" }).click();
    await expect(connectionPage.list.getByText(SAID)).toBeHidden();
    await expect(connectionPage.projectRows).toHaveCount(2);
  });
}

for (const [name, { figures, times, rows }] of Object.entries(LIES)) {
  test(`${name}, in the picker: what came can be chosen, and that it is not all is said`, async ({ connectionPage, rest, sandbox }) => {
    const all = await rest.projects();
    const some = all.slice(0, 2);
    await connectionPage.open();
    await lie(sandbox, "/projects", figures, Array.from({ length: times }, () => some).flat());
    const dialog = await connectionPage.openAddDialog();
    const field = dialog.getByRole("combobox", { name: "Jira project" });
    await field.press("Alt+ArrowDown");
    const options = dialog.getByRole("listbox").getByRole("option");
    await expect(options).toHaveCount(rows);
    const said = dialog.locator(".tio-combobox__status").filter({ hasText: SAID });
    await expect(said).toBeVisible();
    await expect(dialog.getByRole("status").filter({ hasText: SAID }), "it is read out").toHaveCount(1);
    await sandbox.clearFaults();
    await said.getByRole("button", { name: "Try again" }).click();
    await expect(said).toBeHidden();
    await expect(field).toBeFocused();
    await expect(options.first()).toHaveAttribute("aria-setsize", String(all.length));
  });
}

test("Try again in the picker is reached by Tab, and an option is chosen all the same", async ({ connectionPage, page, rest, sandbox }) => {
  const some = (await rest.projects()).slice(0, 2);
  await connectionPage.open();
  await lie(sandbox, "/projects", { total: 40 }, some);
  const dialog = await connectionPage.openAddDialog();
  const field = dialog.getByRole("combobox", { name: "Jira project" });
  await field.press("Alt+ArrowDown");
  await expect(dialog.getByRole("listbox").getByRole("option")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await field.click();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Try again" })).toBeFocused();
  await field.click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(some[0]!.name);
});

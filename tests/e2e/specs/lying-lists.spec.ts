/** Lists whose figures contradict what comes. */
import { expect, test } from "../fixtures.ts";
import type { Sandbox } from "../support/sandbox.ts";

const SAID = "The list couldn’t be read whole";

/** Answers the list with these figures and so many rows of the project’s connection. */
async function lie(sandbox: Sandbox, figures: object, values: readonly object[]): Promise<void> {
  const body = JSON.stringify({ startAt: 0, maxResults: 50, isLast: true, ...figures, values });
  await sandbox.addFault({ path: "/connections", method: "GET", status: 200, contentType: "application/json", body });
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
    await lie(sandbox, figures, Array.from({ length: times }, () => honest).flat());
    await connectionPage.visit();
    await expect(connectionPage.projectRows).toHaveCount(rows);
    await expect(connectionPage.list.getByText(SAID)).toBeVisible();
    await sandbox.clearFaults();
    await connectionPage.list.getByRole("button", { name: "Try again" }).click();
    await expect(connectionPage.list.getByText(SAID)).toBeHidden();
    await expect(connectionPage.projectRows).toHaveCount(2);
  });
}

/**
 * Every request of the tabs Logs, Synchronisation jobs and Data with every fault that can hit it: what the page says, what
 * it offers, that it was not done, and that another attempt brings what was asked for.
 */
import type { Page, Request } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { TOOL_REQUESTS, type ToolRequest } from "../support/fault-maintenance.ts";
import { cellsOf, type Cell } from "../support/fault-table.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";
import type { Rest } from "../support/rest.ts";
import type { Sandbox } from "../support/sandbox.ts";

/** Beyond every time limit of the page. */
const TOO_LONG_MS = 46_000;

interface Stage {
  readonly tools: MaintenanceTools;
  readonly page: Page;
  readonly rest: Rest;
  readonly sandbox: Sandbox;
}

// A trace of so many steps would take longer than the steps.
test.use({ trace: "off" });

for (const kind of TOOL_REQUESTS) {
  test(kind.name, async ({ connectionPage: _loggedIn, page, jira, rest, sandbox, expectFailure }) => {
    test.setTimeout(240_000);
    await page.clock.install();
    const cells = ownCellsOf(kind);
    expectFailure(...new Set(cells.flatMap(({ counts }) => (counts ? [counts] : []))));
    await kind.prepare?.(rest, sandbox);
    const stage = { tools: new MaintenanceTools(page, jira), page, rest, sandbox };
    for (const cell of cells) {
      await test.step(cell.name, () => play(stage, kind, cell));
    }
  });
}

/** What this request takes in its own way stands for what can hit any. */
function ownCellsOf(kind: ToolRequest): readonly Cell[] {
  const own = kind.own ?? [];
  return cellsOf(kind).filter((cell) => own.includes(cell) || !own.some(({ fault }) => fault === cell.fault));
}

/** Makes one cell happen on a page that has just been opened, and asks again if that is offered. */
async function play({ tools, page, rest, sandbox }: Stage, kind: ToolRequest, cell: Cell): Promise<void> {
  const open = async () => {
    await page.goto("about:blank");
    await tools.open(kind.tab);
  };
  if (kind.step) {
    await open();
    await expect(kind.loaded(tools)).toBeVisible();
  }
  const before = await kind.state?.(rest);
  await sandbox.addFault({ path: kind.path, method: kind.method, times: 1, ...cell.answer });
  const sent = page.waitForRequest((asked) => isOf(kind, asked));
  await (kind.step ? kind.step(tools) : open());
  await sent;
  if (cell.silent) {
    // One that is given up on its way would be no fault.
    await expect.poll(() => sandbox.pendingFaults()).toEqual([]);
    await page.clock.fastForward(TOO_LONG_MS);
  }
  await giveUp(tools, cell);

  const isOfTab = cell.fault === "forbidden" && (kind.own ?? []).includes(cell);
  const place = isOfTab ? tools.panel(kind.tab) : kind.at(tools);
  for (const words of cell.says) {
    await expect(place).toContainText(words);
  }
  await expect(place).not.toContainText("java.lang");
  const offers = [...cell.offers, ...(isOfTab ? [] : (kind.besides ?? []))];
  const waysOn = place.getByRole("button").or(place.getByRole("link"));
  await expect(waysOn).toHaveText(offers.map((name) => new RegExp(`^${name}`)));
  expect(await kind.state?.(rest), "the server has what it had").toEqual(before);
  if (kind.leave && !isOfTab) {
    await kind.leave(tools);
  } else if (offers.includes("Try again")) {
    // Still on its way, it would meet the fault that is meant for the next one; a tab that is only read again would not.
    const isAskedAgain = !(isOfTab && kind.step);
    const answered = isAskedAgain ? page.waitForResponse((answer) => isOf(kind, answer.request())) : undefined;
    await place.getByRole("button", { name: "Try again" }).click();
    await answered;
    await expect(place.getByText(cell.says[0]!)).toBeHidden();
    await expect(kind.loaded(tools)).toBeVisible();
  }
}

/** What waits for a person says so; nobody comes. */
async function giveUp({ frame }: MaintenanceTools, { barrier }: Cell): Promise<void> {
  if (!barrier) {
    return;
  }
  const banner = frame.getByRole("alert").filter({ has: frame.getByText(barrier.title, { exact: true }) }).last();
  await expect(banner).toContainText(barrier.text);
  await banner.getByRole("button", { name: "Don’t wait" }).click();
  await expect(banner).toBeHidden();
}

function isOf({ method, path }: ToolRequest, request: Request): boolean {
  const pattern = new RegExp(`/rest/testio/1\\.0${path.replaceAll("*", "[^/]+")}$`);
  return request.method() === method && pattern.test(new URL(request.url()).pathname);
}

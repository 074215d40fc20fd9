/**
 * Every kind of request with every fault that can hit it: what the page says, what it offers, that what was typed is
 * still there, and that the server has what it should have. The table is support/fault-table.ts.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Locator } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { ACTS, type Act, type Stage } from "../support/fault-acts.ts";
import { COMMAND, faultDocument } from "../support/fault-doc.ts";
import { cellsOf, request, REQUESTS, type Cell, type RequestKind } from "../support/fault-table.ts";

/** The three requests of a page that is being opened, which one fault hits together. */
const LOADS = ["loadGlobal", "loadList", "loadSummary"].map(request);

/** Beyond every time limit of the page. */
const TOO_LONG_MS = 46_000;

const DOCUMENT = path.resolve(import.meta.dirname, "../../../docs/faults.md");

// A trace of so many steps would take longer than the steps.
test.use({ trace: "off" });

test.beforeEach(async ({ page, rest: _fresh }) => {
  test.setTimeout(180_000);
  await page.clock.install();
});

test("docs/faults.md says the same as the table", async () => {
  if (["all", "changed"].includes(test.info().config.updateSnapshots)) {
    await writeFile(DOCUMENT, faultDocument());
  }
  const checkedIn = await readFile(DOCUMENT, "utf8").catch(() => "");
  expect(checkedIn, `to write it anew: ${COMMAND}`).toBe(faultDocument());
});

test("opening the page", async ({ connectionPage, page, rest, sandbox, expectFailure }) => {
  const stage = { connectionPage, page, rest, sandbox };
  const [first] = LOADS;
  expectFailure(...countsOf(first!));
  for (const [index, { name, answer, silent, barrier }] of cellsOf(first!).entries()) {
    await test.step(name, async () => {
      await sandbox.addFault({ path: "/connections", method: "GET", times: LOADS.length, ...answer });
      const asked = LOADS.map(({ path }) => page.waitForRequest((sent) => new URL(sent.url()).pathname.endsWith(path)));
      await connectionPage.visit();
      await Promise.all(asked);
      if (silent) {
        await loseTime(stage);
      }
      // Whatever comes after that would put up the barrier anew.
      await connectionPage.allAnswered();
      await giveUp(stage, barrier);
      for (const load of LOADS) {
        await expectSaid(loadPlace(stage, load), cellsOf(load)[index]!);
      }
      // In whichever place: one attempt asks for everything that failed.
      await loadPlace(stage, LOADS[index % LOADS.length]!).getByRole("button", { name: "Try again" }).click();
      await expect(connectionPage.globalRow).toBeVisible();
      await expect(connectionPage.list.getByText("No project has its own connection")).toBeVisible();
      await expect(connectionPage.frame.getByText(/^Global connection inactive/)).toBeVisible();
    });
  }
});

for (const kind of REQUESTS.filter((other) => !LOADS.includes(other))) {
  test(kind.name, async ({ connectionPage, page, rest, sandbox, expectFailure }) => {
    const stage = { connectionPage, page, rest, sandbox };
    expectFailure(...countsOf(kind));
    const act = await ACTS[kind.id]!(stage);
    await connectionPage.open();
    await act.open();
    for (const cell of inOrder(kind)) {
      await test.step(cell.name, () => play(stage, kind, act, cell));
    }
  });
}

/** After an answer that was lost the page looks before it writes, and finds itself what the server would refuse. */
function inOrder(kind: RequestKind): readonly Cell[] {
  const cells = cellsOf(kind);
  const refused = ({ meanwhile }: Cell) => meanwhile === "changed" || meanwhile === "added";
  return [...cells.filter(refused), ...cells.filter((cell) => !refused(cell))];
}

/** Makes one cell happen, and leaves the page as it found it. */
async function play(stage: Stage, kind: RequestKind, act: Act, cell: Cell): Promise<void> {
  const { connectionPage, page, sandbox } = stage;
  await act.type();
  if (cell.meanwhile) {
    await connectionPage.allAnswered();
    await act.meanwhile();
  }
  const before = await act.state();
  if (cell.answer) {
    await sandbox.addFault({ path: kind.path, method: kind.method, times: 1, ...cell.answer });
  }
  const sent = page.waitForRequest((asked) => asked.method() === kind.method && matches(kind, asked.url()));
  await act.step();
  await sent;
  if (cell.silent) {
    await loseTime(stage);
  }
  await giveUp(stage, cell.barrier);
  await act.look();
  await expectSaid(placeOf(stage, act, cell), cell);

  if (cell.committed) {
    expect(await act.state(), "the server did it").not.toEqual(before);
    await act.kept();
    await act.again();
    await act.done();
    return;
  }
  expect(await act.state(), "the server has what it had").toEqual(before);
  if (cell.at === "pane" || cell.at === "flag") {
    // The page has gone elsewhere.
    await connectionPage.open();
    await act.open();
    return;
  }
  await act.kept();
  await (cell.offers.includes("Use theirs") ? act.takeTheirs() : act.leave());
}

/** Lets the page's patience end, once its requests are at the server: one given up on its way would be no fault. */
async function loseTime({ page, sandbox }: Stage): Promise<void> {
  await expect.poll(() => sandbox.pendingFaults()).toEqual([]);
  await page.clock.fastForward(TOO_LONG_MS);
}

/** The words in their order, and the ways on: those and no others. */
async function expectSaid(place: Locator, { says, offers, at }: Cell): Promise<void> {
  for (const words of says) {
    await expect(place).toContainText(words);
  }
  await expect(place).not.toContainText("java.lang");
  if (at === "keyField" || at === "labelField" || at === "flag") {
    return;
  }
  const waysOn = place.getByRole("button").or(place.getByRole("link"));
  if ((await place.getByRole("combobox", { name: "Jira project" }).count()) > 0) {
    // A whole dialog, whose field has buttons of its own.
    for (const name of offers) {
      await expect(waysOn.filter({ hasText: name })).toBeVisible();
    }
  } else {
    await expect(waysOn).toHaveText(offers.map((name) => new RegExp(`^${name}`)));
  }
}

/** What waits for a person says so; nobody comes. */
async function giveUp({ connectionPage }: Stage, barrier: Cell["barrier"]): Promise<void> {
  if (!barrier) {
    return;
  }
  const banner = connectionPage.banner(barrier.title);
  await expect(banner).toContainText(barrier.text);
  if (barrier.link) {
    await expect(banner.getByRole("link", { name: barrier.link })).toHaveAttribute("target", "_blank");
  }
  await expect(banner.getByRole("button", { name: "Try again now" })).toBeVisible();
  await banner.getByRole("button", { name: "Don’t wait" }).click();
  await expect(banner).toBeHidden();
}

function loadPlace({ connectionPage }: Stage, { id }: RequestKind): Locator {
  switch (id) {
    case "loadGlobal":
      return connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ });
    case "loadList":
      return connectionPage.list.getByRole("alert");
    default:
      return connectionPage.frame.getByRole("banner").getByRole("paragraph").filter({ has: connectionPage.frame.getByRole("button") });
  }
}

function placeOf({ connectionPage }: Stage, act: Act, { says, at }: Cell): Locator {
  const words = says[0] ?? "";
  switch (at) {
    case "keyField":
    case "labelField":
      return connectionPage.detail.getByText(words);
    case "flag":
      return connectionPage.frame.getByText(words);
    case "pane":
      return connectionPage.detail.getByRole("alert").filter({ hasText: words });
    default:
      return act.place(words);
  }
}

function matches({ path }: RequestKind, url: string): boolean {
  const pattern = new RegExp(`/rest/testio/1\\.0${path.replaceAll("*", "[^/]+")}$`);
  return pattern.test(new URL(url).pathname);
}

function countsOf(kind: RequestKind) {
  return [...new Set(cellsOf(kind).flatMap(({ counts }) => (counts ? [counts] : [])))];
}

/** What a person does on the page. One script for all pages: everything is found by role and name. */
import { type Expected, type Item, type Keystroke, unconnected } from "./expected.ts";
import type { Observe } from "./measures.ts";
import { SETTLED, type Scenario } from "./options.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Timed, Visit } from "./visit.ts";

/** A demo key that the sandbox's Test IO accepts. */
const API_KEY = "9b2c7e41d05f4a8396e1c3b7a2d48f60517e9c3d";

/** Rows that are opened in one visit. */
const ROWS_OPENED = 3;

/** Pixels scrolled in each frame: about two screens of the list, a hard pull at the scroll bar. */
const SCROLL_STEP = 800;

/** Rows from which on there is something to scroll on every page. */
const WORTH_SCROLLING = 50;

/** How long a scroll may take before it is given up, so that a page that gets slower with each row ends some time. */
const SCROLL_LIMIT_MS = 20_000;

export interface Stage {
  readonly visit: Visit;
  readonly sandbox: Sandbox;
  readonly expected: Expected;
  readonly observe: Observe;
}

/** The scenarios of a visit, in their order. Each leaves the page as the next one needs it. */
export const ACTS: Readonly<Record<Exclude<Scenario, "load" | "memory">, (stage: Stage) => Promise<void>>> = {
  select,
  picker,
  filter,
  scroll,
  save,
};

/**
 * Cold: nothing of the page is in the browser's cache, while its host is, as Jira's own resources are for whoever gets
 * here. Warm: the third visit, because Chromium keeps compiled code from the second on.
 */
export async function load({ visit, observe }: Stage): Promise<void> {
  const cold = await visit.load();
  observe("bytes", cold.fileBytes / 1000);
  observe("bytesAll", cold.allBytes / 1000);
  observe("requests", cold.requests);
  observe("coldPaint", cold.firstPaint);
  observe("coldUsable", cold.usable);
  observe("coldWork", cold.work);
  observe("layoutShift", cold.layoutShift);
  observe("heapLoaded", (await visit.memory()).bytes / 1e6);
  await visit.leave();
  await visit.load();
  await visit.leave();
  const warm = await visit.load();
  observe("warmPaint", warm.firstPaint);
  observe("warmUsable", warm.usable);
  observe("warmWork", warm.work);
}

async function select({ visit, expected, observe }: Stage): Promise<void> {
  const timed: Timed[] = [];
  for (const { name, key } of expected.rows.slice(1, 1 + ROWS_OPENED)) {
    const act = await visit.press(visit.list.getByRole("link", { name }).first());
    timed.push(await visit.timed({ kind: "detail", title: `${name} (${key})` }, act));
  }
  observe("selectWaited", ...timed.map(({ waited }) => waited));
  observe("selectWork", ...timed.map(({ work }) => work));
}

async function picker({ visit, expected, observe }: Stage): Promise<void> {
  const open = await visit.press(visit.list.getByRole("button", { name: "Add connection" }));
  const dialog = await visit.timed({ kind: "dialog" }, open);
  observe("dialogWaited", dialog.waited);
  observe("dialogWork", dialog.work);

  const field = visit.dialog.getByRole("combobox", { name: "Jira project" });
  const options = await visit.timed({ kind: "options", texts: expected.options }, await visit.press(field));
  observe("pickerWaited", options.waited);
  observe("pickerWork", options.work);

  const typed = await type(visit, expected.projectSearch, "options");
  observe("typeEcho", ...typed.map(({ echo }) => echo));
  observe("typeWaited", ...typed.map(({ waited }) => waited));
  observe("typeWork", ...typed.map(({ work }) => work));
  await closeDialog(visit);
}

async function filter({ visit, expected, observe }: Stage): Promise<void> {
  const field = visit.list.getByRole("searchbox", { name: "Filter connections" });
  await field.focus();
  const typed = await type(visit, expected.filter, "rows");
  observe("filterWaited", ...typed.map(({ waited }) => waited));
  observe("filterWork", ...typed.map(({ work }) => work));
  const texts = expected.rows.slice(0, 3).map(({ text }) => text);
  await visit.until({ kind: "rows", texts }, () => field.fill(""));
}

async function scroll({ visit, expected, observe }: Stage): Promise<void> {
  if (expected.total < WORTH_SCROLLING) {
    return;
  }
  const scrolled = await visit.scroll(SCROLL_STEP, expected.last.text, SCROLL_LIMIT_MS);
  const { duration, finished, worstFrame, longTasks, work } = scrolled;
  observe("scrollWaited", duration);
  observe("scrollWork", work);
  observe("scrollWorst", worstFrame);
  observe("scrollLong", longTasks);
  observe("scrollGivenUp", finished ? 0 : 1);
}

async function save({ visit, sandbox, expected, observe }: Stage): Promise<void> {
  const { id, name, key, text } = expected.withoutKey;
  const row = visit.list.getByRole("link", { name }).first();
  const field = visit.list.getByRole("searchbox", { name: "Filter connections" });
  await visit.until({ kind: "rows", texts: expected.withoutKeyFiltered }, () => field.fill(key));
  await visit.until({ kind: "detail", title: `${name} (${key})` }, await visit.press(row));
  await visit.detail.getByLabel(/^API key/).fill(API_KEY);
  const act = await visit.press(visit.detail.getByRole("button", { name: "Save", exact: true }));
  const saved = await visit.timed({ kind: "status", row: text, word: "Connected" }, act);
  observe("saveWaited", saved.waited);
  observe("saveWork", saved.work);
  await visit.settle();
  await sandbox.removeKey(id);
}

/** What stays in memory after many rounds of what administrators do most. */
export async function memory({ visit, sandbox, expected, observe }: Stage, rounds: number): Promise<void> {
  const project = await unconnected(sandbox);
  await visit.load();
  await goRounds(visit, expected, project, SETTLED);
  const settled = await visit.memory();
  const leftOut = await visit.leftOut();
  await goRounds(visit, expected, project, rounds - SETTLED);
  const after = await visit.memory();
  const leftOutAfter = await visit.leftOut();
  const [own, ownAfter] = [settled.bytes - leftOut, after.bytes - leftOutAfter];
  observe("heapSettled", own / 1e6);
  observe("heapAfter", ownAfter / 1e6);
  observe("heapGrowth", (ownAfter - own) / 1e6);
  observe("leftOutGrowth", (leftOutAfter - leftOut) / 1e6);
  observe("linearGrowth", (after.linear - settled.linear) / 1e6);
  observe("nodesGrowth", after.nodes - settled.nodes);
}

async function goRounds(visit: Visit, expected: Expected, project: Item, rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    await goRound(visit, expected, project, round);
  }
}

async function goRound(visit: Visit, expected: Expected, project: Item, round: number): Promise<void> {
  await visit.settle();
  await openDialog(visit);
  await visit.dialog.getByRole("combobox", { name: "Jira project" }).click();
  const search = expected.projectSearch.map(({ letter }) => letter).join("");
  const { top: texts = [], best = [] } = expected.projectSearch.at(-1) ?? {};
  await visit.until({ kind: "options", texts, best }, () => visit.page.keyboard.insertText(search));
  await closeDialog(visit);
  const { name, key } = expected.rows[round % Math.min(expected.rows.length, 4)]!;
  await visit.scrollToTop();
  const row = visit.list.getByRole("link", { name }).first();
  await visit.until({ kind: "detail", title: `${name} (${key})` }, () => row.click());
  await addConnection(visit, project);
  await saveKey(visit);
  await deleteConnection(visit, project);
}

/** By keyboard, as is saving: messages about the round before may stand in the mouse's way. */
async function openDialog(visit: Visit): Promise<void> {
  await visit.list.getByRole("button", { name: "Add connection" }).press("Enter");
}

async function addConnection(visit: Visit, { name, key, text }: Item): Promise<void> {
  await openDialog(visit);
  await visit.dialog.getByRole("combobox", { name: "Jira project" }).click();
  await visit.until({ kind: "options", texts: [text] }, () => visit.page.keyboard.insertText(key));
  await visit.dialog.getByRole("option").first().click();
  const act = await visit.press(visit.dialog.getByRole("button", { name: "Add connection" }));
  await visit.until({ kind: "detail", title: `${name} (${key})` }, act);
}

/** Saves a key for the open connection. */
async function saveKey(visit: Visit): Promise<void> {
  await visit.detail.getByLabel(/^API key/).fill(API_KEY);
  await visit.detail.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await visit.detail.getByRole("button", { name: "Replace key" }).waitFor();
}

/** Deletes the open connection. */
async function deleteConnection(visit: Visit, { name }: Item): Promise<void> {
  await visit.detail.getByRole("button", { name: `More actions for ${name}` }).click();
  await visit.frame.getByRole("menuitem", { name: "Delete connection…" }).click();
  const confirm = visit.frame.getByRole("button", { name: "Delete connection", exact: true });
  await confirm.click();
  await confirm.waitFor({ state: "hidden" });
}

/** Types letter by letter, each after the answer to the one before; the times of those that change what is on top. */
async function type(visit: Visit, keystrokes: readonly Keystroke[], kind: "options" | "rows"): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const { letter, top, best, tells } of keystrokes) {
    const press = await visit.timed({ kind, texts: top, best }, () => visit.page.keyboard.press(letter));
    if (tells) {
      timed.push(press);
    }
  }
  return timed;
}

/** Closes the list of options first, so that nothing moves below the mouse. */
async function closeDialog(visit: Visit): Promise<void> {
  await visit.dialog.getByRole("heading", { name: "Select Jira project" }).click();
  await visit.dialog.getByRole("listbox").waitFor({ state: "hidden" });
  await visit.dialog.getByRole("button", { name: "Cancel" }).click();
  await visit.dialog.waitFor({ state: "hidden" });
}

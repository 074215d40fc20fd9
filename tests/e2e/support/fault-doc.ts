/** docs/faults.md, written from the table that the end-to-end tests go through. */
import { EVERYWHERE, type FaultKind } from "./fault-kinds.ts";
import { TOOL_REQUESTS } from "./fault-maintenance.ts";
import { PART_FAULTS, saidOf, type PartFault } from "./fault-parts.ts";
import { cellsOf, DETAILS, FIND_OUT, REQUESTS, UNCERTAIN, UNSAID, type Cell, type RequestKind } from "./fault-table.ts";

const ALL: readonly RequestKind[] = [...REQUESTS, ...TOOL_REQUESTS];

/** How to write the document anew. */
export const COMMAND = "cargo xtask test e2e -- fault-matrix --update-snapshots";

const PLACES: Readonly<Record<NonNullable<Cell["at"]>, string>> = {
  keyField: "beside the key field",
  labelField: "beside the label field",
  pane: "in the right column",
  flag: "as a flag",
  detail: "below the form",
};

const REMEDIES: Readonly<Record<FaultKind["remedy"], string>> = {
  again: "Try again",
  logIn: "Log in · Try again",
  confirm: "Confirm in Jira · Try again",
  none: "none: somebody else has to give the right",
};

/** The whole document. */
export function faultDocument(): string {
  const cells = ALL.reduce((sum, request) => sum + cellsOf(request).length, 0);
  return [
    "# When things go wrong",
    "",
    "What can come back instead of an answer, and what an administrator then sees. The end-to-end tests make each of",
    `these ${cells} cases happen (\`tests/e2e/specs/fault-matrix.spec.ts\`) and check the words, the ways on, that what was`,
    "typed is still there, and what the server has afterwards. This page is written from their table:",
    "",
    `    ${COMMAND}`,
    "",
    "## What the page waits for",
    "",
    "Nothing was done when Jira answers so. The page waits, says what for, and sends the very same request again when the",
    "person is back at the page, or the time is over. *Try again now* does so at once; *Don’t wait* shows the failure in",
    "its place, as below.",
    "",
    ...table(["what comes back", "the banner says", "ways on"], EVERYWHERE.flatMap(barrierRow)),
    "",
    "## What can hit every request",
    "",
    ...table(["what comes back", "the page says", "ways on"], EVERYWHERE.map(everywhereRow)),
    "",
    "A change that nothing was heard of may have been made. The page then says so instead of calling it failed:",
    `**${UNCERTAIN}**, and at the end *${FIND_OUT}* The next attempt looks first. An answer of`,
    `status 500, 502 or 504, or one that is not the plugin’s with a status of success, does not say either: **${UNSAID}**.`,
    "",
    "## Where each request says so",
    "",
    "Some begin with a title. Where ways on are named, they take the place of *Try again*.",
    "",
    ...table(["request", "where", "begins with", "ends with", "ways on"], ALL.map(requestRow)),
    "",
    "## What only some requests meet",
    "",
    ...table(["request", "what comes back", "the page says", "where", "ways on"], ALL.flatMap(ownRows)),
    "",
    "## When a part of the page can’t be fetched",
    "",
    "Dialogs and the Maintenance page are parts of their own, fetched once the page can be used. The dialog that was asked",
    "for, or the page, then says so in its own place. All that is on the screen stays, with what was typed there",
    "(`tests/e2e/specs/later.spec.ts`). Nobody hears of a part that nobody has asked for yet.",
    "",
    ...table(["what comes instead", "the page says", "ways on"], PART_FAULTS.map(partRow)),
    "",
  ].join("\n");
}

function barrierRow({ name, barrier }: FaultKind): string[][] {
  if (!barrier) {
    return [];
  }
  const link = barrier.link ? [`${barrier.link} (in a new tab)`] : [];
  return [[name, `**${barrier.title}** ${barrier.text}…`, [...link, "Try again now", "Don’t wait"].join(" · ")]];
}

function everywhereRow({ name, words, remedy, details }: FaultKind): string[] {
  return [name, words, REMEDIES[remedy] + (details ? ` · ${DETAILS}` : "")];
}

function requestRow({ name, method, path, place, title, kept, offers, brief }: RequestKind): string[] {
  return [`${name}<br>\`${method} ${path}\``, place, title ?? "", kept ?? "", waysOnOf(offers, brief)];
}

function partRow(fault: PartFault): string[] {
  const { title, text, offer } = saidOf(fault);
  return [fault.name, `${title} … ${text}`, `${offer} · Cancel`];
}

function waysOnOf(offers: RequestKind["offers"], brief = false): string {
  const named = offers === "follow" ? [] : [...offers];
  return [...named, ...(brief ? [`no *${DETAILS}*`] : [])].join(" · ");
}

function ownRows(request: RequestKind): string[][] {
  return (request.own ?? []).map(({ name, says, at, offers, committed }) => [
    request.name,
    name,
    (at === "flag" ? "… " : "") + says.join(" … "),
    at ? PLACES[at] : request.place,
    offers.join(" · ") + (committed ? ", which finds that it was done" : ""),
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`.replace(/ +\|/g, " |");
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

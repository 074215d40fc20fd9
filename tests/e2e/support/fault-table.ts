/**
 * The fault matrix: every kind of request, and what the page says and offers for every fault that can hit it.
 *
 * specs/fault-matrix.spec.ts makes each of these happen; docs/faults.md is written from it.
 */
import { EVERYWHERE, kind, type FaultKind } from "./fault-kinds.ts";
import type { Fault } from "./sandbox.ts";
import type { ExpectedFailure } from "./watch.ts";

const AGAIN = "Try again";
/** Copies what an answer was that nobody expects. */
export const DETAILS = "Copy details";
/** The title in place of a request’s own when nothing was heard of a change. */
export const UNCERTAIN = "There was no answer, so it may have been done all the same";
/** The title when what was heard does not say whether it was made. */
export const UNSAID = "Nobody can say whether it was done";
/** What is said besides then. */
export const FIND_OUT = "Trying again finds out.";
const CONFLICT = "Somebody else changed this connection";

/** One fault that hits one kind of request. */
export interface Cell {
  readonly fault: string;
  /** What comes back, for people. */
  readonly name: string;
  /** What the sandbox answers instead of the plugin; without it, the plugin answers so by itself. */
  readonly answer?: Fault;
  readonly counts?: ExpectedFailure;
  readonly barrier?: FaultKind["barrier"];
  readonly silent?: boolean;
  /** What is read, in this order. */
  readonly says: readonly string[];
  /** The buttons and links beside it, in this order. */
  readonly offers: readonly string[];
  /** Where it is said, if not where this request's failures are said. */
  readonly at?: "keyField" | "labelField" | "pane" | "flag" | "detail";
  /** What somebody else has done before. */
  readonly meanwhile?: "changed" | "added";
  /** Whether the server did what was asked for all the same. */
  readonly committed?: boolean;
}

export interface RequestKind {
  readonly id: string;
  /** What the person wants, for people. */
  readonly name: string;
  readonly method: NonNullable<Fault["method"]>;
  /** Below the REST base; `*` stands for a connection's or a project's id. */
  readonly path: string;
  /** Where a failure is said, for people. */
  readonly place: string;
  /** What a failure is called there, if it has a title. */
  readonly title?: string;
  /** Whether it changes something, so that without an answer it is not known if it was done. */
  readonly changes?: boolean;
  /** Said at the end of every failure. */
  readonly kept?: string;
  /** What is always offered beside a failure, after the page of Jira that mends it: `follow` goes by the fault alone. */
  readonly offers: readonly string[] | "follow";
  /** Whether that page is offered by the banner alone. */
  readonly unlinked?: boolean;
  /** Whether it is said in passing, where there is no room for details. */
  readonly brief?: boolean;
  /** Faults that only this request meets, or that it takes in its own way. */
  readonly own?: readonly Cell[];
}

const json = (status: number, body: object): Fault => ({
  status,
  contentType: "application/json",
  body: JSON.stringify({ errorMessages: ["No."], errors: {}, ...body }),
});

const NO_CONNECTION = json(404, { code: "CONNECTION_NOT_FOUND" });
const NO_PROJECT = json(404, { code: "PROJECT_NOT_FOUND" });
const PROJECT_GONE = "The project doesn’t exist any more, or you can’t see it.";

const connectionGone: Cell = {
  fault: "gone",
  name: "404, no such connection",
  answer: NO_CONNECTION,
  counts: 404,
  says: ["This connection is gone", "It was deleted, or the link that brought you here is out of date."],
  offers: ["Go to the Global connection"],
  at: "pane",
};

function stale(anyway: string): Cell {
  return {
    fault: "stale",
    name: "412, somebody else changed it",
    counts: 412,
    meanwhile: "changed",
    says: [CONFLICT, "Last changed by Ana Admin", "to “theirs”."],
    offers: [anyway, "Use theirs"],
  };
}

/** The change is made, and its answer gets lost. */
function lost(kept?: string): Cell {
  const { words } = kind("dropped");
  return {
    fault: "lost",
    name: "the connection breaks after the change was made",
    answer: { afterCommit: true, dropConnection: true },
    counts: "dropped",
    says: [UNCERTAIN, [words, FIND_OUT, ...(kept ? [kept] : [])].join(" ")],
    offers: [AGAIN],
    committed: true,
  };
}

function refusedKey(code: "KEY_REJECTED" | "KEY_MALFORMED", says: string): Cell {
  return {
    fault: code,
    name: `422, ${code}`,
    answer: json(422, { code, errors: { apiKey: "No." } }),
    counts: 422,
    says: [says],
    offers: [],
    at: "keyField",
  };
}

const REJECTED = "Test IO didn’t accept this API key, so nothing was saved. Check it, or create a new one in Test IO.";
const MALFORMED = "Jira refused this as an API key, so nothing was saved. Copy it again from Test IO.";
const KEPT = "What you entered is still here.";
const SKIP = "Save without verifying";
const ADD_WAYS = ["Add connection", "Add another", "Cancel"];

export const REQUESTS: readonly RequestKind[] = [
  {
    id: "loadGlobal", name: "Load the Global connection", method: "GET", path: "/connections/global",
    place: "in the right column", title: "This couldn’t be loaded", offers: [AGAIN],
  },
  {
    id: "loadList", name: "Load the project connections", method: "GET", path: "/connections",
    place: "in the list", title: "This couldn’t be loaded", offers: [AGAIN],
  },
  {
    id: "loadSummary", name: "Load the figures", method: "GET", path: "/connections/summary",
    place: "below the page’s title", brief: true, offers: [AGAIN],
  },
  {
    id: "loadOne", name: "Open a connection by its address", method: "GET", path: "/connections/*",
    place: "in the right column", title: "This couldn’t be loaded", offers: [AGAIN], own: [connectionGone],
  },
  {
    id: "search", name: "Search projects", method: "GET", path: "/projects",
    place: "below the search field", brief: true, unlinked: true, offers: [AGAIN],
  },
  {
    id: "unconnected", name: "Find projects without a connection", method: "GET", path: "/projects",
    place: "below the list", title: "This couldn’t be loaded", offers: [AGAIN],
  },
  {
    id: "effective", name: "Ask which connection applies", method: "GET", path: "/projects/*/effective-connection",
    place: "in the dialog", offers: [AGAIN],
    own: [{ fault: "projectGone", name: "404, no such project", answer: NO_PROJECT, counts: 404, says: [PROJECT_GONE], offers: [AGAIN] }],
  },
  {
    id: "accounts", name: "Show the accounts", method: "GET", path: "/accounts",
    place: "in the dialog", title: "The accounts couldn’t be loaded", offers: [AGAIN],
  },
  {
    id: "add", name: "Add a connection", method: "POST", path: "/connections",
    place: "in the dialog, which stays open", title: "The connection wasn’t added", changes: true, offers: ADD_WAYS,
    own: [
      {
        fault: "projectGone", name: "404, no such project", answer: NO_PROJECT, counts: 404,
        says: ["The connection wasn’t added", PROJECT_GONE], offers: ADD_WAYS,
      },
      {
        fault: "exists", name: "409, somebody else has added it", counts: 409, meanwhile: "added",
        says: ["has a connection already. Here it is."], offers: [], at: "flag",
      },
      { ...lost(), offers: ADD_WAYS },
    ],
  },
  {
    id: "addWithKey", name: "Add a connection with its key", method: "POST", path: "/connections",
    place: "in the dialog, which stays open", title: "The connection wasn’t added", changes: true, offers: ADD_WAYS,
    own: [
      {
        fault: "testIoUnreachable", name: "424, Test IO is out of reach", answer: json(424, { code: "TESTIO_UNREACHABLE" }), counts: 424,
        says: ["The connection wasn’t added", "Jira couldn’t reach Test IO, so the key couldn’t be checked."],
        offers: [AGAIN, "Add without verifying", ...ADD_WAYS],
      },
      {
        fault: "exists", name: "409, somebody else has added it", counts: 409, meanwhile: "added",
        says: ["has a connection already. Here it is."], offers: [], at: "flag",
      },
      { ...lost(), offers: ADD_WAYS },
    ],
  },
  {
    id: "saveKey", name: "Save an API key", method: "PUT", path: "/connections/*",
    place: "below the form", title: "Not saved", changes: true, kept: KEPT, offers: "follow",
    own: [
      refusedKey("KEY_REJECTED", REJECTED),
      refusedKey("KEY_MALFORMED", MALFORMED),
      {
        fault: "testIoUnreachable", name: "424, Test IO is out of reach", answer: json(424, { code: "TESTIO_UNREACHABLE" }), counts: 424,
        says: ["Not saved", "Jira couldn’t reach Test IO, so the key couldn’t be checked.", KEPT], offers: [AGAIN, SKIP],
      },
      {
        fault: "testIoBusy", name: "424, Test IO asks to wait 30 seconds", counts: 424,
        answer: { ...json(424, { code: "TESTIO_RATE_LIMITED" }), headers: { "Retry-After": "30" } },
        says: ["Not saved", "Test IO asks to wait, so the key couldn’t be checked. Wait 30 seconds.", KEPT], offers: [AGAIN, SKIP],
      },
      stale("Save mine anyway"),
      connectionGone,
      lost(KEPT),
    ],
  },
  {
    id: "saveLabel", name: "Save an account label", method: "PUT", path: "/connections/*",
    place: "below the form", title: "Not saved", changes: true, kept: KEPT, offers: "follow",
    own: [
      {
        fault: "labelRefused", name: "422, the label is refused", counts: 422, at: "labelField",
        answer: json(422, { errors: { accountLabel: "This label is taken." } }), says: ["This label is taken."], offers: [],
      },
      stale("Save mine anyway"),
      connectionGone,
      lost(KEPT),
    ],
  },
  {
    id: "testTyped", name: "Test the key being typed", method: "POST", path: "/connections/*/test",
    place: "below the form", title: "Not tested", offers: "follow",
    own: [refusedKey("KEY_MALFORMED", MALFORMED), connectionGone],
  },
  {
    id: "testSaved", name: "Test the stored key", method: "POST", path: "/connections/*/test",
    place: "below the form", title: "Not tested", offers: "follow",
    own: [
      {
        fault: "keyMissing", name: "409, no key is stored", answer: json(409, { code: "KEY_MISSING" }), counts: 409,
        says: ["Not tested", "No API key is stored. Save one first."], offers: [],
      },
      connectionGone,
    ],
  },
  {
    id: "switch", name: "Switch the Global connection off", method: "PUT", path: "/connections/global",
    place: "below the form", title: "Not switched", changes: true, offers: "follow",
    own: [stale("Do it anyway"), lost()],
  },
  {
    id: "removeKey", name: "Remove the key", method: "DELETE", path: "/connections/*/key",
    place: "in the dialog, which stays open", title: "The API key wasn’t removed", changes: true, offers: "follow",
    own: [stale("Do it anyway"), connectionGone, lost()],
  },
  {
    id: "delete", name: "Delete a connection", method: "DELETE", path: "/connections/*",
    place: "in the dialog, which stays open", title: "The connection wasn’t deleted", changes: true, offers: "follow",
    own: [
      stale("Do it anyway"),
      { ...connectionGone, says: ["was deleted."], offers: [], at: "flag" },
      lost(),
    ],
  },
];

/** The request of that name. */
export function request(id: string): RequestKind {
  const found = REQUESTS.find((known) => known.id === id);
  if (!found) {
    throw new Error(`no such request: ${id}`);
  }
  return found;
}

/** All that can hit a request: what can hit any, then its own. */
export function cellsOf(request: RequestKind): readonly Cell[] {
  return [...EVERYWHERE.map((fault) => cell(request, fault)), ...(request.own ?? [])];
}

function cell(request: RequestKind, fault: FaultKind): Cell {
  const { id, words, remedy, open, details, ...rest } = fault;
  const follow = FOLLOW[remedy].filter((way) => !request.unlinked && way !== AGAIN);
  const waysOn = request.offers === "follow" ? FOLLOW[remedy] : [...follow, ...request.offers];
  const uncertain = open && request.changes;
  const title = uncertain ? TITLES[open] : request.title;
  const said = [words, ...(uncertain ? [FIND_OUT] : []), ...(request.kept ? [request.kept] : [])].join(" ");
  return {
    ...rest,
    fault: id,
    says: [...(title ? [title] : []), said],
    offers: details && !request.brief ? [...waysOn, DETAILS] : waysOn,
  };
}

const TITLES: Readonly<Record<NonNullable<FaultKind["open"]>, string>> = { unheard: UNCERTAIN, unsaid: UNSAID };

const FOLLOW: Readonly<Record<FaultKind["remedy"], readonly string[]>> = {
  again: [AGAIN],
  logIn: ["Log in", AGAIN],
  confirm: ["Confirm in Jira", AGAIN],
  none: [],
};

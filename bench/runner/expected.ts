/**
 * What the pages are expected to show, asked of the server beforehand, so that "painted" means the right rows and not
 * just any.
 */
import type { Sandbox } from "./sandbox.ts";

/** A row or an option as all pages write it: the name, and the key right after it. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly text: string;
}

/** A letter typed into a search, and what stands at the top of the list after it. */
export interface Keystroke {
  readonly letter: string;
  readonly top: readonly string[];
  /** The same where a page shows the best matches first. */
  readonly best: readonly string[];
  /** Whether the top differs from the one before, so that one can tell when the answer is there. */
  readonly tells: boolean;
}

export interface Expected {
  /** The first rows of the list. */
  readonly rows: readonly Item[];
  readonly last: Item;
  /** How many rows the list has. */
  readonly total: number;
  /** The first options of the project search. */
  readonly options: readonly string[];
  readonly projectSearch: readonly Keystroke[];
  readonly filter: readonly Keystroke[];
  /** A connection without a key, and what the filter leaves of the list when one types its project's key. */
  readonly withoutKey: Item;
  readonly withoutKeyFiltered: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

interface Page<T> {
  readonly total: number;
  readonly values: readonly T[];
}

/** Rows that are looked at; as many fit into the list at the least. */
const LOOKED_AT = 3;

/** Projects that a page orders at once. */
const PAGE = 50;

const WORDS = ["smoke", "payments", "design", "mobile", "gateway", "news", "search", "partner"];

export async function expect(sandbox: Sandbox): Promise<Expected> {
  const rows = await connections(sandbox, "maxResults=10");
  const last = await connections(sandbox, `startAt=${rows.total - 1}&maxResults=1`);
  const withoutKey = await connections(sandbox, "status=KEY_MISSING&maxResults=1");
  const searched = async (query: string) => {
    const { values } = await projects(sandbox, query);
    return { top: topOf(values), best: topOf(bestFirst(values, query)) };
  };
  const filtered = async (query: string) => {
    const { values } = await connections(sandbox, `maxResults=${LOOKED_AT}&query=${encodeURIComponent(query)}`);
    return { top: topOf(values), best: topOf(values) };
  };
  if (!last.values[0] || !withoutKey.values[0]) {
    throw new Error("the bench needs at least 5 connections, one of them without a key");
  }
  return {
    rows: rows.values,
    last: last.values[0],
    total: rows.total,
    options: (await searched("")).top,
    projectSearch: await bestWord(searched),
    filter: await bestWord(filtered),
    withoutKey: withoutKey.values[0],
    withoutKeyFiltered: (await filtered(withoutKey.values[0].key)).top,
  };
}

/** A project without a connection, which comes first when one searches for its key. */
export async function unconnected(sandbox: Sandbox): Promise<Item> {
  const { values } = await sandbox.get<Page<Named & { connectionId: string | null }>>("/projects?maxResults=100");
  for (const { id, name, key, connectionId } of values) {
    if (connectionId === null && (await projects(sandbox, key)).values[0]?.id === id) {
      return item(id, { id, name, key });
    }
  }
  throw new Error("the memory scenario needs a project without a connection among the first 100");
}

async function connections(sandbox: Sandbox, query: string): Promise<Page<Item>> {
  const page = await sandbox.get<Page<{ id: string; project: Named }>>(`/connections?${query}`);
  return { total: page.total, values: page.values.map(({ id, project }) => item(id, project)) };
}

async function projects(sandbox: Sandbox, query: string): Promise<Page<Item>> {
  const path = `/projects?maxResults=${PAGE}&query=${encodeURIComponent(query)}`;
  const page = await sandbox.get<Page<Named>>(path);
  return { total: page.total, values: page.values.map((project) => item(project.id, project)) };
}

function item(id: string, { name, key }: Named): Item {
  return { id, name, key, text: `${name}${key}` };
}

function topOf(values: readonly Item[]): readonly string[] {
  return values.slice(0, LOOKED_AT).map(({ text }) => text);
}

/** The project of that key, names that begin so, words that do, the rest: as `src/domain/best_match.rs`, for plain letters. */
function bestFirst(found: readonly Item[], typed: string): readonly Item[] {
  const word = new RegExp(`[\\s\\p{P}\\p{S}]${typed}`, "iu");
  const rank = ({ name, key }: Item) => {
    if (typed === "" || key.toLowerCase() === typed) {
      return 0;
    }
    return name.toLowerCase().startsWith(typed) ? 1 : word.test(name) ? 2 : 3;
  };
  return [...found].sort((one, other) => rank(one) - rank(other));
}

/** What a search shows on top, in the server's order and with the best matches first. */
type Tops = Pick<Keystroke, "top" | "best">;

/** The word whose letters one by one change the top of the list most often. */
async function bestWord(search: (query: string) => Promise<Tops>): Promise<readonly Keystroke[]> {
  let best: Keystroke[] = [];
  const telling = (keystrokes: Keystroke[]) => keystrokes.filter(({ tells }) => tells).length;
  for (const word of WORDS) {
    const keystrokes: Keystroke[] = [];
    let before = await search("");
    for (const [index, letter] of [...word].entries()) {
      const found = await search(word.slice(0, index + 1));
      if (found.top.length === 0) {
        break;
      }
      const tells = found.top[0] !== before.top[0] && found.best[0] !== before.best[0];
      keystrokes.push({ letter, ...found, tells });
      before = found;
    }
    if (telling(keystrokes) > telling(best)) {
      best = keystrokes;
    }
  }
  return best;
}

/**
 * Each visit is kept as it is made, so that a run that was interrupted is taken up again instead of begun anew. A file
 * of one JSON line per visit, which is only ever added to: lines of other builds stay, and count for nothing.
 */
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import type { MeasureId } from "./measures.ts";

/** Which visit it was. */
export interface Key {
  /** The page. */
  readonly page: string;
  /** What was done. Whoever does something else before it does not get the same figures. */
  readonly scenario: string;
  readonly projects: number;
  readonly connections: number;
  readonly slowdown: number;
  /** From 1. */
  readonly number: number;
}

/** What came of a visit. */
export interface Figures {
  /** How long it took, all in all. */
  readonly seconds: number;
  readonly observed: Readonly<Partial<Record<MeasureId, readonly number[]>>>;
}

/** One line. */
interface Line extends Key, Figures {
  /** The commit, what was built of it, and all else that has to be the same for figures to be compared. */
  readonly under: string;
}

export class Kept {
  readonly #visits = new Map<string, Figures>();

  private constructor(
    private readonly file: string,
    private readonly under: string,
  ) {}

  /** The visits in that file that were made `under` the same conditions; none of them if all is to be made afresh. */
  static async open(file: string, under: string, fresh: boolean): Promise<Kept> {
    const text = await readFile(file, "utf8").catch(() => "");
    const kept = new Kept(file, under);
    const lines = text.split("\n").flatMap((line) => parsed(line) ?? []);
    const wanted = fresh ? lines.filter((line) => line.under !== under) : lines;
    for (const line of wanted.filter((line) => line.under === under)) {
      kept.#visits.set(nameOf(line), line);
    }
    // Without a line that was cut off when the run was, which would spoil the next one.
    const whole = wanted.map((line) => `${JSON.stringify(line)}\n`).join("");
    if (whole !== text) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, whole);
    }
    return kept;
  }

  find(key: Key): Figures | undefined {
    return this.#visits.get(nameOf(key));
  }

  async add(key: Key, figures: Figures): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify({ under: this.under, ...key, ...figures } satisfies Line)}\n`);
    this.#visits.set(nameOf(key), figures);
  }
}

function nameOf({ page, scenario, projects, connections, slowdown, number }: Key): string {
  return JSON.stringify([page, scenario, projects, connections, slowdown, number]);
}

/** Nothing of a line that is not whole. */
function parsed(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}

/** Which visits are made, in which order, and when there is no time for more. */
import type { Figures, Key } from "./kept.ts";
import { type Options, SCENARIOS } from "./options.ts";
import type { Setting } from "./results.ts";

/** A visit to be made, or one that is kept already. */
export interface Planned {
  readonly key: Key;
  readonly setting: Setting;
  /** Many rounds of the same for the sake of memory, or what a person does, once. */
  readonly kind: "memory" | "person";
}

/**
 * The memory scenario's visits, to the first page alone: it takes longest, and the bar is about growth, not about the
 * others. At full speed, because no time is taken.
 */
export function memoryVisits(options: Options): readonly Planned[] {
  if (!options.scenarios.has("memory")) {
    return [];
  }
  const setting = { size: options.sizes[0]!, slowdown: 1 };
  const scenario = `memory, ${options.rounds} rounds`;
  const first = { ...options, candidates: options.candidates.slice(0, 1) };
  return numbers(options.memorySamples).flatMap((number) => turn([setting], first, "memory", scenario, number));
}

/** One turn: each page once in each setting. Every turn begins with another page, so that nothing favours one. */
export function personVisits(options: Options, number: number): readonly Planned[] {
  const scenarios = SCENARIOS.filter((name) => name !== "memory" && options.scenarios.has(name));
  const settings = options.sizes.flatMap((size) => options.slowdowns.map((slowdown) => ({ size, slowdown })));
  return scenarios.length === 0 ? [] : turn(settings, options, "person", scenarios.join(", "), number);
}

function turn(
  settings: readonly Setting[],
  { candidates }: Options,
  kind: Planned["kind"],
  scenario: string,
  number: number,
): readonly Planned[] {
  return settings.flatMap((setting) =>
    candidates.map((_, place) => {
      const { name: page } = candidates[(number + place) % candidates.length]!;
      return { kind, setting, key: { page, scenario, ...setting.size, slowdown: setting.slowdown, number } };
    }),
  );
}

/**
 * How many turns there is time for, of those that are wanted: time that kept visits took counts, so that a run in parts
 * has as many as one in one piece. At least one.
 */
export class Budget {
  #spent = 0;
  #longest = 0;

  constructor(private readonly minutes: number) {}

  /** A visit that does not belong to a turn. */
  spend({ seconds }: Pick<Figures, "seconds">): void {
    this.#spent += seconds;
  }

  /** A turn is over. */
  turned(figures: readonly Pick<Figures, "seconds">[]): void {
    const seconds = figures.reduce((sum, visit) => sum + visit.seconds, 0);
    this.#spent += seconds;
    this.#longest = Math.max(this.#longest, seconds);
  }

  /** Whether one more turn, as long as the longest until now, would still end in time. */
  get allows(): boolean {
    return this.#longest === 0 || this.#spent + this.#longest <= this.minutes * 60;
  }
}

export function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Makes the visits of the plan that are not kept yet. */
import { performance } from "node:perf_hooks";

import type { Browser } from "@playwright/test";

import { settingText } from "./format.ts";
import type { Figures, Kept } from "./kept.ts";
import type { MeasureId } from "./measures.ts";
import type { Options } from "./options.ts";
import { Budget, memoryVisits, numbers, personVisits, type Planned } from "./plan.ts";
import { Results } from "./results.ts";
import { ACTS, load, memory, type Stage } from "./scenarios.ts";
import type { Subjects } from "./subjects.ts";
import type { Tracer } from "./trace.ts";
import { Visit } from "./visit.ts";

export class Run {
  readonly results = new Results();
  readonly #budget: Budget;
  readonly #warm = new Set<string>();

  constructor(
    private readonly options: Options,
    private readonly kept: Kept,
    private readonly browser: Browser,
    private readonly tracer: Tracer,
    private readonly subjects: Subjects,
  ) {
    this.#budget = new Budget(options.minutes);
  }

  /** Every visit of the plan, as far as there is time for it; what is kept already is not made again. */
  async all(): Promise<void> {
    for (const planned of memoryVisits(this.options)) {
      this.#budget.spend(await this.#made(planned));
    }
    for (const number of numbers(this.options.samples)) {
      if (!this.#budget.allows) {
        progress(`no time for more than ${number - 1} visits of each page in each setting`);
        return;
      }
      const turn: Figures[] = [];
      for (const planned of personVisits(this.options, number)) {
        turn.push(await this.#made(planned));
      }
      this.#budget.turned(turn);
    }
  }

  /** A visit's figures, which the results then have. */
  async #made(planned: Planned): Promise<Figures> {
    const { key, setting } = planned;
    const figures = this.kept.find(key) ?? (await this.#make(planned));
    for (const [measure, observed] of Object.entries(figures.observed)) {
      this.results.add(setting, key.page, measure as MeasureId, observed);
    }
    return figures;
  }

  async #make(planned: Planned): Promise<Figures> {
    await this.#warmUp(planned);
    progress(`${nameOf(planned)}: visit ${planned.key.number}`);
    const figures = await this.#visit(planned);
    await this.kept.add(planned.key, figures);
    return figures;
  }

  /** What comes first after a start does not count: the sandbox, the browser and the disk are not what they are later. */
  async #warmUp(planned: Planned): Promise<void> {
    const name = nameOf(planned);
    if (planned.kind === "memory" || this.#warm.has(name)) {
      return;
    }
    this.#warm.add(name);
    for (const _ of numbers(this.options.warmUps)) {
      progress(`${name}: warming up`);
      this.#budget.spend(await this.#visit(planned));
    }
  }

  async #visit(planned: Planned): Promise<Figures> {
    const { page } = planned.key;
    const { sandbox, expected } = await this.subjects.get(page, planned.setting.size);
    const began = performance.now();
    const taken: Partial<Record<MeasureId, readonly number[]>> = {};
    const observe = (measure: MeasureId, ...observed: number[]) => {
      taken[measure] = observed;
    };
    const visit = await Visit.begin(this.browser, this.tracer, sandbox, expected);
    try {
      await perform(this.#script(planned), { visit, sandbox, expected, observe }, nameOf(planned));
    } finally {
      await visit.end();
    }
    return { seconds: Math.round((performance.now() - began) / 1000), observed: taken };
  }

  /** What is done in a visit. */
  #script({ kind, setting }: Planned): Script {
    const { scenarios, rounds } = this.options;
    const contract = async ({ sandbox }: Stage) => sandbox.checkContract();
    if (kind === "memory") {
      return [["memory", (stage) => memory(stage, rounds)], ["contract", contract]];
    }
    const begin = async (stage: Stage) => {
      await stage.visit.slowDown(setting.slowdown);
      await load(scenarios.has("load") ? stage : { ...stage, observe: () => {} });
    };
    const acts = Object.entries(ACTS) as [keyof typeof ACTS, Act][];
    return [["load", begin], ...acts.filter(([name]) => scenarios.has(name)), ["contract", contract]];
  }
}

type Act = (stage: Stage) => Promise<void>;

type Script = readonly (readonly [scenario: string, act: Act])[];

/** Does all of a script; an error says where it came up, and what the page itself threw until then. */
async function perform(script: Script, stage: Stage, where: string): Promise<void> {
  for (const [scenario, act] of script) {
    try {
      await act(stage);
    } catch (error) {
      const own = stage.visit.errors.map((message) => `\n  the page threw: ${message}`).join("");
      throw new Error(`${where}, in “${scenario}”: ${(error as Error).message}${own}`, { cause: error });
    }
  }
}

function nameOf({ key, setting, kind }: Planned): string {
  return `${key.page}, ${settingText(setting)}${kind === "memory" ? `, ${key.scenario}` : ""}`;
}

function progress(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
}

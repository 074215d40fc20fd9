/** What the bench is asked to do: the command line, and the environment that `cargo xtask bench` sets. */
import { parseArgs } from "node:util";

/** How much data a sandbox holds. */
export interface Size {
  readonly projects: number;
  readonly connections: number;
}

/** A page to measure. */
export interface Candidate {
  readonly name: string;
  /** The folder with the built page. */
  readonly dist: string;
}

export const SCENARIOS = ["load", "select", "picker", "filter", "scroll", "save", "memory"] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** Rounds of the memory scenario that fill what is meant to stay. */
export const SETTLED = 10;

export interface Options {
  /** Ours first, unless somebody asks for other pages; the others are what it is compared with. */
  readonly candidates: readonly Candidate[];
  readonly samples: number;
  /** Visits of each page before the first that counts, for each size and speed. */
  readonly warmUps: number;
  readonly sizes: readonly Size[];
  /** How many times slower than this machine the CPU is made. */
  readonly slowdowns: readonly number[];
  readonly scenarios: ReadonlySet<Scenario>;
  /** Rounds of the memory scenario, and how often it is run, for the first page alone. */
  readonly rounds: number;
  readonly memorySamples: number;
  /** No visit is begun that would probably end later than this, counted from the first one. */
  readonly minutes: number;
  /** Tells builds apart: figures of another one are none of this one. */
  readonly build: string;
  /** Whether visits that are kept already are made again. */
  readonly fresh: boolean;
  /** Where the visits are kept, and the report goes. */
  readonly out: string;
  /** The browser's executable. */
  readonly chrome: string | undefined;
  readonly sandboxBinary: string;
}

/**
 * The settings that the bars are about. Beyond a dozen visits the intervals hardly get narrower, and the time is better
 * spent on another machine.
 */
const FULL = {
  samples: 12,
  warmUps: 1,
  sizes: "600x50,10000x5000",
  slowdowns: "4",
  rounds: 200,
  memorySamples: 1,
  minutes: 50,
};

/** Enough to see that everything runs; too little to believe a figure. */
const QUICK = {
  samples: 1,
  warmUps: 0,
  sizes: "600x50",
  slowdowns: "4",
  rounds: 20,
  memorySamples: 1,
  minutes: 4,
};

/** What is taken when nothing is said, in full and with --quick. */
function usual(option: keyof typeof FULL): string {
  return `[${FULL[option]}; quick: ${QUICK[option]}]`;
}

export const USAGE = `Options after \`cargo xtask bench --\`:
  --samples N           visits that count, for each page, size and speed ${usual("samples")}
  --warm-ups N          visits before them ${usual("warmUps")}
  --sizes PxC,…         Jira projects x connections ${usual("sizes")}
  --slowdowns N,…       CPU slowdowns ${usual("slowdowns")}
  --pages NAME,…        of the pages, the one to compare with the others first [all]
  --only SCENARIO,…     of ${SCENARIOS.join(", ")}
  --rounds N            rounds of the memory scenario ${usual("rounds")}
  --memory-samples N    how often it is run, for the first page alone ${usual("memorySamples")}
  --minutes N           after which no more visits are begun, fewer than wanted or not ${usual("minutes")}`;

/** Reads the command line; throws an error with words for the person who typed it. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      samples: { type: "string" },
      "warm-ups": { type: "string" },
      sizes: { type: "string" },
      slowdowns: { type: "string" },
      pages: { type: "string" },
      only: { type: "string", default: SCENARIOS.join(",") },
      rounds: { type: "string" },
      "memory-samples": { type: "string" },
      minutes: { type: "string" },
      fresh: { type: "boolean", default: false },
      build: { type: "string", default: "" },
      candidate: { type: "string", multiple: true, default: [] },
      out: { type: "string", default: "target/bench" },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  const sandboxBinary = env["SANDBOX_BINARY"];
  if (!sandboxBinary) {
    throw new Error("SANDBOX_BINARY is not set; `cargo xtask bench` does so");
  }
  return {
    candidates: named(values.pages?.split(","), values.candidate.map(candidate)),
    samples: count("--samples", values.samples ?? defaults.samples),
    warmUps: count("--warm-ups", values["warm-ups"] ?? defaults.warmUps, 0),
    sizes: (values.sizes ?? defaults.sizes).split(",").map(size),
    slowdowns: (values.slowdowns ?? defaults.slowdowns).split(",").map((text) => count("--slowdowns", text)),
    scenarios: new Set(values.only.split(",").map(scenario)),
    rounds: count("--rounds", values.rounds ?? defaults.rounds, SETTLED + 1),
    memorySamples: count("--memory-samples", values["memory-samples"] ?? defaults.memorySamples),
    minutes: count("--minutes", values.minutes ?? defaults.minutes),
    build: values.build,
    fresh: values.fresh,
    out: values.out,
    chrome: env["CHROME"],
    sandboxBinary,
  };
}

function count(option: string, value: string | number, least = 1): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) {
    throw new Error(`${option} ${value} is not a whole number of at least ${least}`);
  }
  return number;
}

function size(text: string): Size {
  const [projects, connections] = text.split("x").map((part) => count("--sizes", part));
  if (projects === undefined || connections === undefined) {
    throw new Error(`--sizes ${text} is not of the form PROJECTSxCONNECTIONS`);
  }
  return { projects, connections };
}

function scenario(text: string): Scenario {
  const found = SCENARIOS.find((name) => name === text);
  if (!found) {
    throw new Error(`there is no scenario ${text}; there are ${SCENARIOS.join(", ")}`);
  }
  return found;
}

function candidate(text: string): Candidate {
  const [, name, dist] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (!name || !dist) {
    throw new Error(`--candidate ${text} is not of the form NAME=FOLDER`);
  }
  return { name, dist };
}

/** The pages of these names, in that order; all when none is named. */
function named(names: readonly string[] | undefined, candidates: readonly Candidate[]): readonly Candidate[] {
  return names
    ? names.map((wanted) => {
        const found = candidates.find(({ name }) => name === wanted);
        if (!found) {
          throw new Error(`there is no page ${wanted}; there are ${candidates.map(({ name }) => name).join(", ")}`);
        }
        return found;
      })
    : candidates;
}

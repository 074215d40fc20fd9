/** Measures all pages in turn, and reports. `cargo xtask bench` builds everything and runs this. */
import { chromium, type Browser } from "@playwright/test";

import { conditionsHere } from "./conditions.ts";
import { addEarlier } from "./earlier.ts";
import { expect, type Expected } from "./expected.ts";
import { settingText } from "./format.ts";
import type { MeasureId } from "./measures.ts";
import { type Candidate, type Options, readOptions, type Scenario, USAGE } from "./options.ts";
import { report } from "./report.ts";
import { Results, type Setting } from "./results.ts";
import { Sandbox } from "./sandbox.ts";
import { ACTS, load, memory, type Stage } from "./scenarios.ts";
import { Tracer } from "./trace.ts";
import { Visit } from "./visit.ts";

interface Subject {
  readonly candidate: Candidate;
  readonly sandbox: Sandbox;
}

type Script = readonly (readonly [Scenario, (stage: Stage) => Promise<void>])[];

async function main(options: Options): Promise<void> {
  const browser = await chromium.launch({
    ...(options.chrome ? { executablePath: options.chrome } : {}),
    // Chromium refuses to put root into its own sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  const subjects: Subject[] = [];
  const results = new Results();
  const conditions = conditionsHere(browser.version());
  try {
    for (const file of options.earlier) {
      await addEarlier(results, file, conditions);
    }
    for (const candidate of options.candidates) {
      subjects.push({ candidate, sandbox: await Sandbox.start(options.sandboxBinary, candidate) });
    }
    await measure(browser, subjects, options, results);
    await report(results, options, conditions);
    await checkContract(subjects);
  } finally {
    await browser.close();
    await Promise.all(subjects.map(({ sandbox }) => sandbox.stop()));
  }
}

async function measure(
  browser: Browser,
  subjects: readonly Subject[],
  options: Options,
  results: Results,
): Promise<void> {
  const tracer = await Tracer.over(browser);
  for (const size of options.sizes) {
    for (const { sandbox } of subjects) {
      await sandbox.fill(size);
    }
    // The same data always comes of the same size, so that one answer is good for all.
    const expected = await expect(subjects[0]!.sandbox);
    for (const slowdown of options.slowdowns) {
      const setting = { size, slowdown };
      const visits = { browser, tracer, subjects, expected, setting, results };
      const { samples, warmUps } = options;
      await interleave({ ...visits, samples, warmUps, script: person(setting, options) });
    }
  }
  if (options.scenarios.has("memory")) {
    const size = options.sizes.at(-1)!;
    const setting = { size, slowdown: 1 };
    const expected = await expect(subjects[0]!.sandbox);
    const visits = { browser, tracer, subjects, expected, setting, results };
    const script: Script = [["memory", (stage) => memory(stage, options.rounds)]];
    await interleave({ ...visits, samples: options.memorySamples, warmUps: 0, script });
  }
}

/** What is done in one visit. */
function person({ slowdown }: Setting, { scenarios }: Options): Script {
  const begin = async (stage: Stage) => {
    await stage.visit.slowDown(slowdown);
    await load(scenarios.has("load") ? stage : { ...stage, observe: () => {} });
  };
  const acts = Object.entries(ACTS) as [keyof typeof ACTS, (stage: Stage) => Promise<void>][];
  return [["load", begin], ...acts.filter(([name]) => scenarios.has(name))];
}

interface Visits {
  readonly browser: Browser;
  readonly tracer: Tracer;
  readonly subjects: readonly Subject[];
  readonly expected: Expected;
  readonly setting: Setting;
  readonly results: Results;
  readonly samples: number;
  readonly warmUps: number;
  readonly script: Script;
}

/** Visits the pages in turn, each time beginning with another, so that what the machine does meanwhile meets all. */
async function interleave(visits: Visits): Promise<void> {
  const { browser, tracer, subjects, expected, setting, results, samples, warmUps, script } = visits;
  for (let turn = 0; turn < warmUps + samples; turn += 1) {
    for (let place = 0; place < subjects.length; place += 1) {
      const { candidate, sandbox } = subjects[(turn + place) % subjects.length]!;
      const counts = turn >= warmUps;
      progress(setting, candidate, counts ? `${turn - warmUps + 1}/${samples}` : "warming up");
      const observe = (measure: MeasureId, ...observed: number[]) => {
        if (counts) {
          results.add(setting, candidate.name, measure, observed);
        }
      };
      const visit = await Visit.begin(browser, tracer, sandbox, expected);
      try {
        await perform(script, { visit, sandbox, expected, observe }, `${candidate.name}, ${settingText(setting)}`);
      } finally {
        await visit.end();
      }
    }
  }
}

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

/** Figures of a page that breaks the contract are not worth having. */
async function checkContract(subjects: readonly Subject[]): Promise<void> {
  for (const { candidate, sandbox } of subjects) {
    const violations = await sandbox.violations();
    if (violations.length > 0) {
      throw new Error(`${candidate.name} does not follow docs/rest-api.yaml: ${JSON.stringify(violations[0])}`);
    }
  }
}

function progress({ size, slowdown }: Setting, { name }: Candidate, what: string): void {
  const line = `${size.projects} projects, ${size.connections} connections, CPU/${slowdown}: ${name} ${what}`;
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\x1b[K${line}`);
  } else {
    process.stderr.write(`${line}\n`);
  }
}

function options(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
}

const wanted = options();
if (wanted) {
  await main(wanted);
} else {
  process.exitCode = 2;
}

/** Measures all pages in turn, and reports. `cargo xtask bench` builds everything and runs this. */
import path from "node:path";

import { chromium } from "@playwright/test";

import { conditionsHere } from "./conditions.ts";
import { Kept } from "./kept.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { report } from "./report.ts";
import { Run } from "./run.ts";
import { Subjects } from "./subjects.ts";
import { Tracer } from "./trace.ts";

async function main(options: Options): Promise<void> {
  const browser = await chromium.launch({
    ...(options.chrome ? { executablePath: options.chrome } : {}),
    // Chromium refuses to put root into its own sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  const conditions = conditionsHere(options.build, browser.version());
  const under = Object.values(conditions).join("; ");
  const kept = await Kept.open(path.join(options.out, "visits.jsonl"), under, options.fresh);
  const subjects = new Subjects(options);
  try {
    const run = new Run(options, kept, browser, await Tracer.over(browser), subjects);
    await run.all();
    await report(run.results, options, conditions);
  } finally {
    await browser.close();
    await subjects.stop();
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

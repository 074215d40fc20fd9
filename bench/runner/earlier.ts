/** Figures of earlier runs: what takes hours can be measured in parts. */
import { readFile } from "node:fs/promises";

import type { Conditions } from "./conditions.ts";
import type { MeasureId } from "./measures.ts";
import type { Size } from "./options.ts";
import type { Results } from "./results.ts";

/** A `report.json`. */
interface Report {
  readonly conditions: Conditions;
  readonly figures: readonly Figure[];
}

/** The samples of one page, and more that is computed anew. */
interface Figure extends Size {
  readonly slowdown: number;
  readonly candidate: string;
  readonly measure: MeasureId;
  readonly samples: readonly (readonly number[])[];
}

/** Adds the samples of an earlier run; throws if that was under other conditions. */
export async function addEarlier(results: Results, file: string, here: Conditions): Promise<void> {
  const { conditions, figures } = JSON.parse(await readFile(file, "utf8")) as Report;
  for (const name of Object.keys(here) as (keyof Conditions)[]) {
    if (conditions[name] !== here[name]) {
      throw new Error(`${file} cannot be compared: ${name} was ${conditions[name]}, and is ${here[name]}`);
    }
  }
  for (const { projects, connections, slowdown, candidate, measure, samples } of figures) {
    for (const sample of samples) {
      results.add({ size: { projects, connections }, slowdown }, candidate, measure, sample);
    }
  }
}

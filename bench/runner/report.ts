/** The report: tables and verdicts to read, JSON to compute with, a plot to look at. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { losses, verdicts } from "./bars.ts";
import type { Conditions } from "./conditions.ts";
import { columns, estimateText, ratioText, settingText, titleOf } from "./format.ts";
import { type MeasureId, MEASURES } from "./measures.ts";
import type { Options } from "./options.ts";
import { plot } from "./plot.ts";
import type { Results, Setting } from "./results.ts";

/** Visits below which a bootstrap interval is much too narrow. */
const ENOUGH = 10;

/** Prints the report and writes it to the folder for it. */
export async function report(results: Results, options: Options, conditions: Conditions): Promise<void> {
  const names = options.candidates.map(({ name }) => name);
  const [ours = "", ...others] = names;
  const text = [
    `Medians over the visits, with 95 % bootstrap intervals; those of fewer than ${ENOUGH} visits are much too narrow.`,
    `${conditions.build}; ${conditions.browser}; ${conditions.cpu}; network: ${conditions.network}.`,
    ...results.settings.map((setting) => table(results, setting, ours, others)),
    verdictText(results, ours),
    lossText(results, ours, others),
    "",
  ].join("\n\n");

  await mkdir(options.out, { recursive: true });
  const write = (name: string, content: string) => writeFile(path.join(options.out, name), content);
  await write("report.txt", text);
  await write("report.json", JSON.stringify(json(results, ours, others, conditions), null, 2));
  await write("report.svg", plot(results, names));
  console.log(`\n${text}Written to ${options.out}: report.txt, report.json, report.svg`);
}

function table(results: Results, setting: Setting, ours: string, others: readonly string[]): string {
  const names = [ours, ...others];
  const rows = [["", "visits", ...names, ...others.map((other) => `${ours}/${other}`)]];
  for (const measure of Object.keys(MEASURES) as MeasureId[]) {
    const estimates = names.map((name) => results.estimate(setting, name, measure));
    if (estimates.some((estimate) => estimate !== undefined)) {
      const ratios = others.map((other) => results.ratio(setting, ours, other, measure));
      rows.push([
        titleOf(MEASURES[measure]),
        String(results.samples(setting, ours, measure).length),
        ...estimates.map((estimate) => (estimate ? estimateText(estimate) : "–")),
        ...ratios.map((ratio) => (ratio && Number.isFinite(ratio.value) ? ratioText(ratio) : "–")),
      ]);
    }
  }
  return `${settingText(setting)}\n${columns(rows)}`;
}

function verdictText(results: Results, ours: string): string {
  const lines = verdicts(results, ours).map(({ bar, met, close, figure }) => {
    const certain = close ? "; the bar lies within the interval" : "";
    return `${met ? "met   " : "MISSED"}  ${bar}: ${figure}${certain}`;
  });
  return [lines.length > 0 ? "Bars, each by its worst median" : "No bars here", ...lines].join("\n");
}

function lossText(results: Results, ours: string, others: readonly string[]): string {
  const lines = others.map((other) => {
    const lost = losses(results, ours, [other]).map(({ text }) => `  ${text}`);
    const heading = lost.length > 0 ? `Where ${ours} loses to ${other}` : `${ours} loses nowhere to ${other}`;
    return [heading, ...lost].join("\n");
  });
  return lines.join("\n\n");
}

function json(results: Results, ours: string, others: readonly string[], conditions: object): object {
  return {
    conditions,
    figures: results.all.map(({ setting, candidate, measure, samples }) => ({
      ...setting.size,
      slowdown: setting.slowdown,
      candidate,
      measure,
      title: titleOf(MEASURES[measure]),
      median: results.estimate(setting, candidate, measure),
      samples,
    })),
    bars: verdicts(results, ours),
    losses: losses(results, ours, others),
  };
}

/** What our page has to keep to, and where it loses. */
import { estimateText, number, ratioText, settingText } from "./format.ts";
import { type MeasureId, MEASURES } from "./measures.ts";
import type { Results, Setting } from "./results.ts";
import type { Estimate } from "./stats.ts";

/** The names that the bars are about. */
export const REACT = "react-atlaskit";
export const VANILLA = "vanilla";

/** One thing to keep to, and whether it is kept. */
export interface Verdict {
  readonly bar: string;
  readonly met: boolean;
  readonly figure: string;
}

/** Somewhere that another page is better, beyond what chance explains. */
export interface Loss {
  readonly setting: Setting;
  readonly measure: MeasureId;
  readonly to: string;
  readonly text: string;
}

/** How much of the first half's memory may be added in the second. */
const FLAT = 0.02;

/** Nothing for the peers, which nobody set bars for. */
export function verdicts(results: Results, ours: string): readonly Verdict[] {
  if (ours === REACT || ours === VANILLA) {
    return [];
  }
  const { settings } = results;
  const most = Math.max(...settings.map(({ size }) => size.connections));
  const least = Math.min(...settings.map(({ size }) => size.connections));
  const atMost = settings.filter(({ size }) => size.connections === most);
  const atLeast = settings.filter(({ size }) => size.connections === least);
  const interactions = ids().filter((measure) => MEASURES[measure].interaction);

  const ratioBar = (
    bar: string,
    where: readonly Setting[],
    measures: readonly MeasureId[],
    theirs: string,
    limit: number,
  ) => {
    const found = where.flatMap((setting) =>
      measures.flatMap((measure) => {
        const ratio = results.ratio(setting, ours, theirs, measure);
        return ratio ? [{ setting, measure, ratio }] : [];
      }),
    );
    const worst = found.sort((a, b) => b.ratio.value - a.ratio.value)[0];
    return worst && verdict(`${bar} ≤ ${limit.toFixed(2)} of ${theirs}`, worst.ratio.value <= limit, describe(worst));
  };
  const figureBar = (
    bar: string,
    limit: number,
    where: readonly Setting[],
    figure: (at: Setting) => number | undefined,
  ) => {
    const found = where.map(figure).filter((value) => value !== undefined);
    const worst = Math.max(...found);
    return found.length > 0 ? verdict(bar, worst <= limit, number(worst)) : undefined;
  };

  return [
    ratioBar("page's files", settings, ["bytes"], REACT, 1 / 3),
    ratioBar("usable on a cold cache", settings, ["coldUsable"], REACT, 0.6),
    ratioBar("usable on a cold cache", settings, ["coldUsable"], VANILLA, 1.3),
    ratioBar("every interaction's own work, largest data,", atMost, interactions, REACT, 0.5),
    ratioBar("every interaction's own work, smallest data,", atLeast, interactions, REACT, 1),
    figureBar(
      "keystroke in the picker: own work ≤ 16 ms at p95, largest data, CPU 4 times slower",
      16,
      atMost.filter(({ slowdown }) => slowdown === 4),
      (setting) => results.quantile(setting, ours, "typeWork", 0.95),
    ),
    figureBar("scrolling the largest list: no task over 50 ms in any visit", 0, atMost, (setting) =>
      results.quantile(setting, ours, "scrollLong", 1),
    ),
    figureBar("layout shift of loading = 0", 0, settings, (setting) =>
      results.quantile(setting, ours, "layoutShift", 1),
    ),
    ratioBar("memory after load", settings, ["heapLoaded"], REACT, 1),
    ratioBar("memory after the rounds", settings, ["heapAfter"], REACT, 1),
    flat(results, ours),
  ].filter((verdict) => verdict !== undefined);
}

function flat(results: Results, ours: string): Verdict | undefined {
  for (const setting of results.settings) {
    const after = results.estimate(setting, ours, "heapAfter");
    const growth = results.estimate(setting, ours, "heapGrowth");
    if (after && growth) {
      const bar = "memory grows by less than 2 % in the second half of the rounds";
      const text = `${estimateText(growth)} MB of ${number(after.value)} MB`;
      return verdict(bar, growth.value < after.value * FLAT, text);
    }
  }
  return undefined;
}

/** Wherever the interval of ours/theirs lies above 1. All measures are better when smaller. */
export function losses(results: Results, ours: string, others: readonly string[]): readonly Loss[] {
  const found: Loss[] = [];
  for (const setting of results.settings) {
    for (const measure of ids()) {
      for (const to of others) {
        const ratio = results.ratio(setting, ours, to, measure);
        if (ratio && ratio.low > 1) {
          found.push({ setting, measure, to, text: describe({ setting, measure, ratio }) });
        }
      }
    }
  }
  return found;
}

function ids(): MeasureId[] {
  return Object.keys(MEASURES) as MeasureId[];
}

function verdict(bar: string, met: boolean, figure: string): Verdict {
  return { bar, met, figure };
}

function describe(found: { readonly setting: Setting; readonly measure: MeasureId; readonly ratio: Estimate }): string {
  return `${ratioText(found.ratio)} in “${MEASURES[found.measure].title}” (${settingText(found.setting)})`;
}

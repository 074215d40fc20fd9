/** What our page has to keep to, and where it loses. */
import { estimateText, number, ratioText, settingText } from "./format.ts";
import { type MeasureId, MEASURES } from "./measures.ts";
import type { Results, Setting } from "./results.ts";
import type { Estimate } from "./stats.ts";

/** The names that the bars are about. */
export const REACT = "react-atlaskit";
export const VANILLA = "vanilla";

/** The speed that the bars about time are about. */
const SLOWDOWN = 4;

/** One thing to keep to, and whether it is kept. */
export interface Verdict {
  readonly bar: string;
  /** By the median. */
  readonly met: boolean;
  /** Whether the interval lies on both sides of the bar, so that another run might find otherwise. */
  readonly close: boolean;
  readonly figure: string;
}

/** Somewhere that another page is better, beyond what chance explains. */
export interface Loss {
  readonly setting: Setting;
  readonly measure: MeasureId;
  readonly to: string;
  readonly text: string;
}

/** How much of the memory after the first rounds may be added in all the others. */
const FLAT = 0.02;

/** How much later than the shortest list's first paint that of the longest may be, which is less than a frame or two. */
const AS_SOON = 1.1;

interface Found {
  readonly setting: Setting;
  readonly measure: MeasureId;
  readonly ratio: Estimate;
}

/** Nothing for the peers, which nobody set bars for. */
export function verdicts(results: Results, ours: string): readonly Verdict[] {
  if (ours === REACT || ours === VANILLA) {
    return [];
  }
  const slow = results.settings.filter(({ slowdown }) => slowdown === SLOWDOWN);
  const most = slow.at(-1);
  const atMost = most ? slow.filter(({ size }) => size.connections === most.size.connections) : [];
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
    return worst(`${bar} ≤ ${limit.toFixed(2)} of ${theirs}`, found, limit);
  };
  const highest = (bar: string, where: readonly Setting[], measure: MeasureId) => {
    const found = where.map((setting) => results.quantile(setting, ours, measure, 1)).filter((value) => value !== undefined);
    const value = Math.max(...found);
    return found.length > 0 ? { bar, met: value <= 0, close: false, figure: number(value) } : undefined;
  };

  return [
    ratioBar("first view: everything until usable", slow, ["bytesAll"], REACT, 0.75),
    ratioBar("usable on a cold cache", slow, ["coldUsable"], REACT, 0.6),
    ratioBar("usable on a cold cache", slow, ["coldUsable"], VANILLA, 1.8),
    ratioBar("usable on a warm cache", slow, ["warmUsable"], REACT, 0.5),
    ratioBar("usable on a warm cache", slow, ["warmUsable"], VANILLA, 1.6),
    ...[REACT, VANILLA].flatMap((theirs) =>
      interactions.map((measure) => {
        const bar = `largest data: ${MEASURES[measure].title}`;
        return ratioBar(bar, atMost, [measure], theirs, theirs === REACT ? 0.5 : 1.5);
      }),
    ),
    ratioBar("letter typed in the picker until painted", slow, ["typeEcho"], VANILLA, 1.3),
    asSoon(results, ours, slow),
    highest("scrolling the largest list: no task over 50 ms in any visit", atMost, "scrollLong"),
    highest("layout shift of loading = 0", slow, "layoutShift"),
    ratioBar("memory after load", slow, ["heapLoaded"], REACT, 1),
    flat(results, ours),
  ].filter((verdict) => verdict !== undefined);
}

/** Whether a long list's first paint comes as soon as a short one's. */
function asSoon(results: Results, ours: string, slow: readonly Setting[]): Verdict | undefined {
  const [least, most] = [slow[0], slow.at(-1)];
  if (!least || !most || least.size.connections === most.size.connections) {
    return undefined;
  }
  const ratio = results.between([most, ours], [least, ours], "coldPaint");
  const bar = `first paint of the longest list ≤ ${AS_SOON} of that of the shortest`;
  return worst(bar, ratio ? [{ setting: most, measure: "coldPaint", ratio }] : [], AS_SOON);
}

function flat(results: Results, ours: string): Verdict | undefined {
  for (const setting of results.settings) {
    const settled = results.estimate(setting, ours, "heapSettled");
    const growth = results.estimate(setting, ours, "heapGrowth");
    if (settled && growth) {
      return {
        bar: `memory grows by less than ${FLAT * 100} % after the first 10 rounds`,
        met: growth.value < settled.value * FLAT,
        close: false,
        figure: `${estimateText(growth)} MB on ${number(settled.value)} MB`,
      };
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

/** The verdict by the highest of these ratios; none if there is none. */
function worst(bar: string, found: readonly Found[], limit: number): Verdict | undefined {
  const [highest] = found.toSorted((a, b) => b.ratio.value - a.ratio.value);
  if (!highest) {
    return undefined;
  }
  const { value, low, high } = highest.ratio;
  return { bar, met: value <= limit, close: low <= limit && limit < high, figure: describe(highest) };
}

function describe({ setting, measure, ratio }: Found): string {
  return `${ratioText(ratio)} in “${MEASURES[measure].title}” (${settingText(setting)})`;
}

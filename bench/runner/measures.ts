/** Everything that is measured, in the order of the report. */

export type Unit = "ms" | "kB" | "MB" | "count" | "score";

export interface Measure {
  readonly title: string;
  readonly unit: Unit;
  /** Whether it is drawn in the plot. */
  readonly plotted: boolean;
  /** Whether it counts as an interaction in the bars. */
  readonly interaction: boolean;
}

function load(title: string, unit: Unit, plotted = true): Measure {
  return { title, unit, plotted, interaction: false };
}

/** Waiting as the person feels it, with the network in it. */
function waited(title: string): Measure {
  return { title: `${title}, waited`, unit: "ms", plotted: true, interaction: false };
}

/** What the page's main thread worked for it. */
function worked(title: string): Measure {
  return { title: `${title}, own work`, unit: "ms", plotted: true, interaction: true };
}

export const MEASURES = {
  bytes: load("page's files until usable, brotli", "kB"),
  bytesAll: load("everything until usable", "kB"),
  requests: load("requests until usable", "count", false),
  coldPaint: load("first contentful paint, cold", "ms"),
  coldUsable: load("usable, cold", "ms"),
  coldWork: load("usable, cold, own work", "ms"),
  warmPaint: load("first contentful paint, warm", "ms", false),
  warmUsable: load("usable, warm", "ms"),
  warmWork: load("usable, warm, own work", "ms", false),
  layoutShift: load("layout shift", "score", false),
  heapLoaded: load("memory after load", "MB", false),
  selectWaited: waited("select row"),
  selectWork: worked("select row"),
  dialogWaited: waited("open dialog"),
  dialogWork: worked("open dialog"),
  pickerWaited: waited("open picker"),
  pickerWork: worked("open picker"),
  typeEcho: load("type in picker, letter painted", "ms", false),
  typeWaited: waited("type in picker"),
  typeWork: worked("type in picker"),
  filterWaited: waited("filter list"),
  filterWork: worked("filter list"),
  scrollWaited: waited("scroll to end"),
  scrollWork: worked("scroll to end"),
  scrollWorst: load("scroll to end, worst frame", "ms"),
  scrollLong: load("scroll to end, tasks over 50 ms", "count"),
  scrollGivenUp: load("scroll to end, given up after 20 s", "count", false),
  saveWaited: waited("save"),
  saveWork: worked("save"),
  heapSettled: load("memory after 10 rounds", "MB", false),
  heapAfter: load("memory after all rounds", "MB"),
  heapGrowth: load("memory grown after the first 10 rounds", "MB", false),
  leftOutGrowth: load("left out of it: DevTools and compiled code, grown", "MB", false),
  linearGrowth: load("linear memory grown after the first 10 rounds", "MB", false),
  nodesGrowth: load("DOM nodes grown after the first 10 rounds", "count", false),
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

/** Takes what one visit observed of a measure; several observations count as one sample, their median. */
export type Observe = (measure: MeasureId, ...observed: number[]) => void;

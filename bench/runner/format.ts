/** Figures as people read them. */
import type { Measure, Unit } from "./measures.ts";
import type { Setting } from "./results.ts";
import type { Estimate } from "./stats.ts";

/** Three digits that mean something, and none that do not. */
export function number(value: number): string {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) {
    return Math.round(value).toLocaleString("en-US");
  }
  return value.toFixed(size >= 10 ? 1 : 2);
}

export function estimateText({ value, low, high }: Estimate): string {
  return `${number(value)} [${number(low)}–${number(high)}]`;
}

export function ratioText({ value, low, high }: Estimate): string {
  return `${value.toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}

export function titleOf({ title, unit }: Measure): string {
  const units: Record<Unit, string> = { ms: " (ms)", kB: " (kB)", MB: " (MB)", count: "", score: "" };
  return title + units[unit];
}

export function settingText({ size: { projects, connections }, slowdown }: Setting): string {
  const speed = slowdown === 1 ? "full speed" : `CPU ${slowdown} times slower`;
  return `${projects.toLocaleString("en-US")} projects, ${connections.toLocaleString("en-US")} connections, ${speed}`;
}

/** Rows of texts as columns, the first to the left and the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

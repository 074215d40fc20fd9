/** The plot: a panel for each measure, a group of bars for each setting, a bar for each page. */
import { number, titleOf } from "./format.ts";
import { type MeasureId, MEASURES } from "./measures.ts";
import type { Results, Setting } from "./results.ts";

const COLOURS = ["#0c66e4", "#e2483d", "#8590a2"];

const PANEL = { width: 400, height: 230, left: 52, right: 12, top: 30, bottom: 46 };
const ACROSS = 3;
const HEAD = 40;

/** An SVG document. */
export function plot(results: Results, names: readonly string[]): string {
  const measures = (Object.keys(MEASURES) as MeasureId[]).filter(
    (measure) => MEASURES[measure].plotted && results.all.some((series) => series.measure === measure),
  );
  const width = PANEL.width * ACROSS;
  const height = HEAD + PANEL.height * Math.ceil(measures.length / ACROSS);
  const panels = measures.map((measure, index) => {
    const x = (index % ACROSS) * PANEL.width;
    const y = HEAD + Math.floor(index / ACROSS) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${panel(results, names, measure)}</g>`;
  });
  const legend = names.map(
    (name, index) =>
      `<rect x="${16 + index * 160}" y="14" width="12" height="12" fill="${colour(index)}"/>` +
      `<text x="${34 + index * 160}" y="24">${escape(name)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="sans-serif" font-size="11" fill="#172b4d">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...legend,
    `<text x="${width - 12}" y="24" text-anchor="end">medians with 95 % intervals; smaller is better</text>`,
    ...panels,
    `</svg>\n`,
  ].join("\n");
}

function panel(results: Results, names: readonly string[], measure: MeasureId): string {
  const settings = results.settings.filter((setting) => names.some((name) => results.estimate(setting, name, measure)));
  const estimates = settings.map((setting) => names.map((name) => results.estimate(setting, name, measure)));
  const top = niceTop(Math.max(...estimates.flat().map((estimate) => estimate?.high ?? 0)));
  const innerWidth = PANEL.width - PANEL.left - PANEL.right;
  const innerHeight = PANEL.height - PANEL.top - PANEL.bottom;
  const yOf = (value: number) => round(PANEL.top + innerHeight * (1 - value / top));
  const parts = [`<text x="${PANEL.left}" y="18" font-weight="bold">${escape(titleOf(MEASURES[measure]))}</text>`];

  for (const share of [0, 0.5, 1]) {
    const y = yOf(top * share);
    parts.push(
      `<line x1="${PANEL.left}" x2="${PANEL.width - PANEL.right}" y1="${y}" y2="${y}" stroke="#dfe1e6"/>`,
      `<text x="${PANEL.left - 6}" y="${y + 4}" text-anchor="end">${number(top * share)}</text>`,
    );
  }

  const groupWidth = innerWidth / settings.length;
  const barWidth = Math.min((groupWidth * 0.8) / names.length, 28);
  settings.forEach((setting, group) => {
    const middle = PANEL.left + groupWidth * (group + 0.5);
    names.forEach((_, bar) => {
      const estimate = estimates[group]?.[bar];
      if (!estimate) {
        return;
      }
      const x = round(middle + barWidth * (bar - names.length / 2));
      const centre = round(x + barWidth / 2);
      const y = yOf(estimate.value);
      const barHeight = round(yOf(0) - y);
      parts.push(
        `<rect x="${x}" y="${y}" width="${round(barWidth - 1)}" height="${barHeight}" fill="${colour(bar)}"/>`,
        `<line x1="${centre}" x2="${centre}" y1="${yOf(estimate.low)}" y2="${yOf(estimate.high)}" stroke="#172b4d"/>`,
      );
    });
    labels(setting).forEach((text, line) => {
      const y = PANEL.height - PANEL.bottom + 14 + line * 13;
      parts.push(`<text x="${round(middle)}" y="${y}" text-anchor="middle" font-size="9">${escape(text)}</text>`);
    });
  });
  return parts.join("");
}

function labels({ size: { projects, connections }, slowdown }: Setting): readonly string[] {
  return [`${projects.toLocaleString("en-US")} / ${connections.toLocaleString("en-US")}`, `CPU/${slowdown}`];
}

/** The next 1, 2 or 5 with zeros behind it. */
function niceTop(value: number): number {
  if (value <= 0) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

function colour(index: number): string {
  return COLOURS[index % COLOURS.length]!;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

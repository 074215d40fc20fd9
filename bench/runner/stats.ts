/** Medians, and how far they can be trusted. */

/** An estimate with its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of all values does not exceed, interpolated. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The median with its bootstrap interval. */
export function estimate(values: readonly number[]): Estimate {
  const random = generator();
  const medians = resampled(values, random);
  return { value: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}

/** How many times as large the one median is as the other, with its bootstrap interval. */
export function ratio(ours: readonly number[], theirs: readonly number[]): Estimate {
  const random = generator();
  const divided = zip(resampled(ours, random), resampled(theirs, random)).map(([a, b]) => divide(a, b));
  return {
    value: divide(median(ours), median(theirs)),
    low: quantile(divided, 0.025),
    high: quantile(divided, 0.975),
  };
}

/** Nothing is as large as nothing. */
function divide(a: number, b: number): number {
  return a === b ? 1 : a / b;
}

function zip(a: readonly number[], b: readonly number[]): (readonly [number, number])[] {
  return a.map((value, index) => [value, b[index]!] as const);
}

/** The medians of samples drawn from the values with replacement. */
function resampled(values: readonly number[], random: () => number): number[] {
  return Array.from({ length: RESAMPLES }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)]!)),
  );
}

/** Numbers between 0 and 1, always the same ones, so that the same samples give the same interval. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

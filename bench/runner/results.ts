/** What was observed, and what it comes to. */
import type { MeasureId } from "./measures.ts";
import type { Size } from "./options.ts";
import { type Estimate, estimate, median, quantile, ratio } from "./stats.ts";

/** Where figures may be compared: the same data, the same CPU. */
export interface Setting {
  readonly size: Size;
  readonly slowdown: number;
}

/** One page's figures of one measure in one setting. Each sample is what one visit observed, once or several times. */
export interface Series {
  readonly setting: Setting;
  readonly candidate: string;
  readonly measure: MeasureId;
  readonly samples: number[][];
}

/** A page in a setting. */
type Where = readonly [setting: Setting, candidate: string];

export class Results {
  readonly #series = new Map<string, Series>();

  add(setting: Setting, candidate: string, measure: MeasureId, sample: readonly number[]): void {
    if (sample.length === 0) {
      return;
    }
    const key = keyOf(setting, candidate, measure);
    const series = this.#series.get(key) ?? { setting, candidate, measure, samples: [] };
    series.samples.push([...sample]);
    this.#series.set(key, series);
  }

  get all(): readonly Series[] {
    return [...this.#series.values()];
  }

  /** From little data to much, and from a fast CPU to a slow one. */
  get settings(): readonly Setting[] {
    const settings = [...new Map(this.all.map(({ setting }) => [keyOf(setting), setting])).values()];
    return settings.sort((a, b) => a.size.connections - b.size.connections || a.slowdown - b.slowdown);
  }

  /** One number for each visit. */
  samples(setting: Setting, candidate: string, measure: MeasureId): readonly number[] {
    return this.#find(setting, candidate, measure).map(median);
  }

  /** The median over the visits; nothing when the measure was not taken. */
  estimate(setting: Setting, candidate: string, measure: MeasureId): Estimate | undefined {
    const samples = this.samples(setting, candidate, measure);
    return samples.length > 0 ? estimate(samples) : undefined;
  }

  /** How many times as large ours is as theirs. */
  ratio(setting: Setting, ours: string, theirs: string, measure: MeasureId): Estimate | undefined {
    return this.between([setting, ours], [setting, theirs], measure);
  }

  /** How many times as large it is for one page in one setting as for another, or in another. */
  between(one: Where, other: Where, measure: MeasureId): Estimate | undefined {
    const [a, b] = [this.samples(...one, measure), this.samples(...other, measure)];
    return a.length > 0 && b.length > 0 ? ratio(a, b) : undefined;
  }

  /** The value that this share of all observations does not exceed. */
  quantile(setting: Setting, candidate: string, measure: MeasureId, share: number): number | undefined {
    const observed = this.#find(setting, candidate, measure).flat();
    return observed.length > 0 ? quantile(observed, share) : undefined;
  }

  #find(setting: Setting, candidate: string, measure: MeasureId): readonly (readonly number[])[] {
    return this.#series.get(keyOf(setting, candidate, measure))?.samples ?? [];
  }
}

function keyOf({ size, slowdown }: Setting, ...rest: string[]): string {
  return [size.projects, size.connections, slowdown, ...rest].join(" ");
}

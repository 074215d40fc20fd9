/** What is drawn, pixel by pixel: for what style sheets alone can't tell, such as colours that the system replaces. */
import type { Locator } from "@playwright/test";

import { contrast, type Colour } from "./contrast.ts";

/** What WCAG asks of the edges and states of controls. */
const ENOUGH = 3;

export class Drawing {
  /** The colour that most of it has. */
  readonly #ground: Colour;

  private constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly pixels: Buffer,
  ) {
    const counts = new Map<number, number>();
    for (let start = 0; start < pixels.length; start += 4) {
      const colour = pixels.readUInt32BE(start);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const [[most]] = [...counts].toSorted(([, one], [, other]) => other - one) as [[number, number]];
    this.#ground = [most >>> 24, (most >>> 16) & 255, (most >>> 8) & 255];
  }

  static async of(element: Locator): Promise<Drawing> {
    const png = await element.screenshot({ animations: "disabled", caret: "hide" });
    const { width, height, data } = await element.page().evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data: colours } = context.getImageData(0, 0, image.width, image.height);
      const text = Array.from(colours, (part) => String.fromCharCode(part)).join("");
      return { width: image.width, height: image.height, data: btoa(text) };
    }, png.toString("base64"));
    return new Drawing(width, height, Buffer.from(data, "base64"));
  }

  /** Which part of it, between two shares of its width, stands out from the ground. */
  share(from = 0, to = 1): number {
    const columns = range(Math.round(this.width * from), Math.round(this.width * to));
    return this.#share(columns.flatMap((x) => range(0, this.height).map((y) => [x, y] as const)));
  }

  /** Whether a line stands out on each of its four sides, but for round corners. */
  get hasEdges(): boolean {
    const [across, down] = [range(4, this.width - 4), range(4, this.height - 4)];
    const sides = [
      (depth: number) => across.map((x) => [x, depth] as const),
      (depth: number) => across.map((x) => [x, this.height - 1 - depth] as const),
      (depth: number) => down.map((y) => [depth, y] as const),
      (depth: number) => down.map((y) => [this.width - 1 - depth, y] as const),
    ];
    // An element that begins within a pixel is drawn from the next one on.
    return sides.every((side) => [0, 1].some((depth) => this.#share(side(depth)) > 0.8));
  }

  #share(points: readonly (readonly [number, number])[]): number {
    return points.filter(([x, y]) => contrast(this.#at(x, y), this.#ground) >= ENOUGH).length / points.length;
  }

  #at(x: number, y: number): Colour {
    const start = (y * this.width + x) * 4;
    return [...this.pixels.subarray(start, start + 3)];
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** A person who has nothing but a keyboard, and sees where the focus is. */
import { expect, type Locator, type Page } from "@playwright/test";

import { contrast } from "./contrast.ts";

/** More than the page has to tab through from one end to the other, with the host around it. */
const MOST_PRESSES = 60;

export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses a key as often as it says. */
  async press(key: string, times = 1): Promise<void> {
    for (let presses = 0; presses < times; presses += 1) {
      await this.page.keyboard.press(key);
    }
  }

  /** Types as quick fingers do, without looking. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Pastes: what a password manager has put on the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Presses a key, Tab if none is said, until the element has the focus and is seen to have it. */
  async to(element: Locator, key = "Tab"): Promise<void> {
    await expect(element).toBeVisible();
    for (let presses = 0; presses < MOST_PRESSES && !(await hasFocus(element)); presses += 1) {
      await this.press(key);
    }
    await this.at(element);
  }

  /** Goes to the element and presses Enter on it. */
  async enter(element: Locator, key = "Tab"): Promise<void> {
    await this.to(element, key);
    await this.press("Enter");
  }

  /** Sees that the element has the focus: its ring stands out, nothing cuts it off, and nothing covers the element. */
  async at(element: Locator): Promise<void> {
    await expect(element).toBeFocused();
    const seen: Ring = { contrast: true, whole: true, covered: [] };
    await expect.poll(() => ringOf(element), "how the focus is seen").toEqual(seen);
  }
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === node.ownerDocument.activeElement);
}

interface Ring {
  /** At least 3 : 1 to what is behind it, and 2 px wide. */
  readonly contrast: boolean;
  /** Within everything that could cut it off. */
  readonly whole: boolean;
  /** What stands before the element. */
  readonly covered: readonly string[];
}

async function ringOf(element: Locator): Promise<Ring> {
  const { colours, wide, ...ring } = await element.evaluate((node) => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    /** Colours, one painted over the other, as red, green and blue. */
    const painted = (layers: readonly string[]) => {
      for (const layer of layers) {
        context.fillStyle = layer;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const around: Element[] = [];
    for (let one: Element | null = node; one; one = one.parentElement) {
      around.push(one);
    }
    const { outlineStyle, outlineColor, outlineWidth, outlineOffset } = getComputedStyle(node);
    const [width, offset] = [parseFloat(outlineWidth), parseFloat(outlineOffset)];
    const layers = around.map((one) => getComputedStyle(one).backgroundColor).reverse();
    // A ring within the element stands between the element's own background and the one around it.
    const beside = offset < 0 ? [layers, layers.slice(0, -1)] : [layers.slice(0, -1)];
    const colours = beside.map((under) => [painted(under), painted([...under, outlineColor])] as const);

    const { left, top, right, bottom, width: across, height: down } = node.getBoundingClientRect();
    const reach = Math.max(0, width + offset);
    const edges = [left - reach, top - reach, -right - reach, -bottom - reach];
    const clips = around.slice(1).filter((one) => getComputedStyle(one).overflow !== "visible");
    const limits = clips.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.top, -box.right, -box.bottom]);
    const whole = [[0, 0, -innerWidth, -innerHeight], ...limits].every((limit) =>
      edges.every((edge, side) => edge >= limit[side]! - 0.5),
    );

    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.8].map((y) => [left + across * x, top + down * y] as const));
    const covers = points
      .map(([x, y]) => document.elementFromPoint(x, y))
      .filter((hit) => hit === null || !(node.contains(hit) || hit.contains(node)))
      // A button at the end of a field belongs to it.
      .filter((hit) => hit === null || hit.closest(".tio-secret, .tio-combobox")?.contains(node) !== true);
    const covered = [...new Set(covers.map((hit) => hit?.outerHTML.slice(0, 80) ?? "out of view"))];
    return { colours, wide: outlineStyle !== "none" && width >= 2, whole, covered };
  });
  return { ...ring, contrast: wide && colours.some(([ground, line]) => contrast(ground, line) >= 3) };
}

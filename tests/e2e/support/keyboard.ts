/** A person who has nothing but a keyboard, and sees where the focus is. */
import { expect, type Locator, type Page } from "@playwright/test";

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

function ringOf(element: Locator): Promise<Ring> {
  return element.evaluate((node) => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    /** Colours, one painted over the other, as red, green and blue. */
    const painted = (colours: readonly string[]) => {
      for (const colour of colours) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (colour: readonly number[]) => {
      const [red, green, blue] = colour.map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const around: Element[] = [];
    for (let one: Element | null = node; one; one = one.parentElement) {
      around.push(one);
    }
    const style = getComputedStyle(node);
    const [width, offset] = [parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)];
    const backgrounds = around.map((one) => getComputedStyle(one).backgroundColor).reverse();
    // A ring within the element stands between the element's own background and the one around it.
    const beside = offset < 0 ? [backgrounds, backgrounds.slice(0, -1)] : [backgrounds.slice(0, -1)];
    const contrasts = beside.map((under) => {
      const [one, other] = [luminance(painted(under)), luminance(painted([...under, style.outlineColor]))];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    });

    const box = node.getBoundingClientRect();
    const reach = Math.max(0, width + offset);
    const edges = [box.left - reach, box.top - reach, -box.right - reach, -box.bottom - reach];
    const clips = around.slice(1).filter((one) => getComputedStyle(one).overflow !== "visible");
    const limits = [
      [0, 0, -innerWidth, -innerHeight],
      ...clips.map((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return [left, top, -right, -bottom];
      }),
    ];
    const whole = limits.every((limit) => edges.every((edge, side) => edge >= limit[side]! - 0.5));

    const { left, top, width: wide, height: high } = box;
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.8].map((y) => [left + wide * x, top + high * y] as const));
    const covers = points
      .map(([x, y]) => document.elementFromPoint(x, y))
      .filter((hit) => hit === null || !(node.contains(hit) || hit.contains(node)))
      // A button at the end of a field belongs to it.
      .filter((hit) => hit === null || hit.closest(".tio-secret, .tio-combobox")?.contains(node) !== true);
    return {
      contrast: style.outlineStyle !== "none" && width >= 2 && Math.max(...contrasts) >= 3,
      whole,
      covered: [...new Set(covers.map((hit) => hit?.outerHTML.slice(0, 80) ?? "out of view"))],
    };
  });
}

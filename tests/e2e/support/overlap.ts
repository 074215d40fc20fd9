/** Whether every line of text has its own place on the page. */
import type { Frame } from "@playwright/test";

/** The texts of which a line lies over that of another, or is cut off above or below by what is around it. */
export async function overlapping(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const { body } = document;
    /** Letters have air around them that may be shared or cut, in CSS pixels. */
    const air = 5;
    const within = body.querySelector("dialog:modal") ?? body;
    const clips = (element: Element) => getComputedStyle(element).overflowY !== "visible" || getComputedStyle(element).contain !== "none";
    const around = (element: Element) => {
      const found: Element[] = [];
      for (let part: Element | null = element; part !== null && part !== body; part = part.parentElement) {
        found.push(...(clips(part) ? [part] : []));
      }
      return found;
    };
    /** What is left of a line once everything around it has cut it. */
    const seen = (box: DOMRect, cuts: readonly Element[]) => {
      const left = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
      for (const cut of cuts.map((part) => part.getBoundingClientRect())) {
        left.left = Math.max(left.left, cut.left);
        left.top = Math.max(left.top, cut.top);
        left.right = Math.min(left.right, cut.right);
        left.bottom = Math.min(left.bottom, cut.bottom);
      }
      return left;
    };
    const lines: { text: string; box: ReturnType<typeof seen>; node: Node; menu: Element | null }[] = [];
    const problems: string[] = [];
    const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const element = node.parentElement!;
      const text = node.textContent!.trim();
      const isThere = text !== "" && element.checkVisibility({ visibilityProperty: true });
      if (!isThere || element.closest(".tio-visually-hidden, .tio-reason, option") !== null) {
        continue;
      }
      const cuts = around(element);
      // What scrolls shows the rest by scrolling.
      const scrolls = cuts.findIndex((cut) => /auto|scroll/.test(getComputedStyle(cut).overflowY));
      const hard = scrolls < 0 ? cuts : cuts.slice(0, scrolls);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const left = seen(box, hard);
        if (left.bottom - left.top < box.height - 2 * air) {
          problems.push(`${text} is cut off`);
        }
        lines.push({ text, box: seen(box, cuts), node, menu: element.closest("[role=menu]") });
      }
    }
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // A menu lies over the page on purpose, and a text with an ellipsis has two boxes.
        if (across > 1 && down > air && one.menu === other.menu && one.node !== other.node) {
          problems.push(`${one.text} lies over ${other.text}`);
        }
      }
    }
    for (const field of within.querySelectorAll("input, select")) {
      const { lineHeight, fontSize } = getComputedStyle(field);
      const line = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.2;
      if (field.checkVisibility() && field.clientHeight < line) {
        problems.push(`${field.tagName} ${field.id} is less high than its line`);
      }
    }
    return problems;
  });
}

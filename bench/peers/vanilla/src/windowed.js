/** A long list of rows of one height, of which only those in view are in the document. */
import { h } from "./dom.js";

/** Rows kept beyond either edge of what is in view. */
const OVERSCAN = 4;

export class Windowed {
  #rowHeight;
  #render;
  #onRange;
  #mounted = new Map();
  #total = 0;
  #range = [0, 0];

  /**
   * `container` scrolls and `rows` is the element in it that holds the rows. `render(index, row)` gives the element of
   * a row; with `row` it may bring that one up to date instead. `onRange(start, end)` is told what is in view.
   */
  constructor({ container, rows, rowHeight, render, onRange }) {
    this.container = container;
    this.rows = rows;
    this.#rowHeight = rowHeight;
    this.#render = render;
    this.#onRange = onRange;
    container.addEventListener("scroll", () => this.#follow(), { passive: true });
    new ResizeObserver(() => this.#follow()).observe(container);
  }

  /** Shows this many rows, each as it is now. */
  update(total) {
    if (total !== this.#total) {
      this.#total = total;
      this.rows.style.height = `${total * this.#rowHeight}px`;
    }
    this.#follow();
    for (const [index, row] of this.#mounted) {
      this.#render(index, row);
    }
  }

  /** Scrolls as little as needed to bring a row into view. */
  reveal(index) {
    const { container } = this;
    const top = index * this.#rowHeight;
    if (top < container.scrollTop) {
      container.scrollTop = top;
    } else if (top + this.#rowHeight > container.scrollTop + container.clientHeight) {
      container.scrollTop = top + this.#rowHeight - container.clientHeight;
    }
    this.#follow();
  }

  /** The element of a row, if it is in the document. */
  element(index) {
    return this.#mounted.get(index);
  }

  #follow() {
    const { scrollTop, clientHeight } = this.container;
    const first = Math.max(Math.floor(scrollTop / this.#rowHeight) - OVERSCAN, 0);
    const end = Math.min(Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + OVERSCAN, this.#total);
    for (const [index, row] of this.#mounted) {
      if (index < first || index >= end) {
        row.remove();
        this.#mounted.delete(index);
      }
    }
    for (let index = first; index < end; index += 1) {
      if (!this.#mounted.has(index)) {
        this.#mount(index);
      }
    }
    if (first !== this.#range[0] || end !== this.#range[1]) {
      this.#range = [first, end];
      this.#onRange(first, end);
    }
  }

  #mount(index) {
    const row = this.#render(index, undefined);
    row.classList.add("windowed-row");
    row.style.transform = `translateY(${index * this.#rowHeight}px)`;
    // In order, so that Tab and screen readers meet them as they are seen.
    let next = null;
    for (const [other, element] of this.#mounted) {
      if (other > index && (next === null || other < next.index)) {
        next = { index: other, element };
      }
    }
    this.rows.insertBefore(row, next?.element ?? null);
    this.#mounted.set(index, row);
  }
}

/** The elements of a windowed list. */
export function windowedElements(role, attributes) {
  const rows = h("div", { class: "windowed-rows", role, ...attributes.rows });
  const container = h("div", { class: "windowed", ...attributes.container }, rows);
  return { container, rows };
}

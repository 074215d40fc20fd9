/**
 * What runs inside the measured page: it sees what is on the screen by role and name, and takes the time when that has
 * been painted. It is the same for every page, and looks only when something in the document has changed, so that it
 * costs next to nothing itself.
 */

/** Something that is to be on the screen. Texts are a row's or an option's name with the key right after it. */
export type Check =
  /** These rows, from the top of the list, and a key field that takes input. */
  | { readonly kind: "usable"; readonly rows: readonly string[] }
  /** The dialog with the project search, which has the focus. */
  | { readonly kind: "dialog" }
  /** These options, from the top, in the order of either kind of page: the server's, or the best matches first. */
  | { readonly kind: "options"; readonly texts: readonly string[]; readonly best?: readonly string[] }
  /** These rows, from the top. */
  | { readonly kind: "rows"; readonly texts: readonly string[] }
  /** The connection of that title with its key, stored or to be typed. */
  | { readonly kind: "detail"; readonly title: string }
  /** That word in that row. */
  | { readonly kind: "status"; readonly row: string; readonly word: string };

/** When things happened, in milliseconds since the navigation to the page began. */
export interface Times {
  /** The first key or mouse button. */
  readonly start: number;
  /** What was typed is painted; as `painted` if nothing was typed. */
  readonly echo: number;
  readonly painted: number;
}

/** How the page became usable. */
export interface Loaded {
  readonly firstPaint: number;
  readonly usable: number;
  /** When the navigation began, in milliseconds since 1970. */
  readonly began: number;
  /** Cumulative layout shift. */
  readonly layoutShift: number;
}

/** How a scroll from the top to the end of the list went. */
export interface Scrolled {
  /** From the first step until the last row is painted, or until it was given up, in milliseconds. */
  readonly duration: number;
  readonly finished: boolean;
  readonly worstFrame: number;
  /** Tasks of more than 50 ms. */
  readonly longTasks: number;
}

export interface Probe {
  /** Resolves once the page is usable. */
  loaded(): Promise<Loaded>;
  /** Resolves once that is painted which the next input leads to. */
  next(check: Check): Promise<Times>;
  /** Scrolls by that many pixels in each frame until the row of that text is painted at the very end, or time is up. */
  scrollToEnd(step: number, last: string, limitMs: number): Promise<Scrolled>;
  scrollToTop(): void;
  /** Bytes of the page's WebAssembly memory. */
  linearMemory(): number;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

export interface Setup {
  /** When the page counts as usable. */
  readonly usable: Check;
  /** The mark to leave in the browser's trace when what is measured is over. */
  readonly mark: string;
}

/** Installs the probe. It is serialised and run in every document, so it must not refer to anything outside. */
export function installProbe({ usable, mark }: Setup): void {
  if (window === window.top) {
    return;
  }

  const list = () => document.querySelector('nav[aria-label="Connections"] :is(ul, [role="list"])');

  const startWith = (elements: Iterable<Element>, texts: readonly string[]) => {
    const found = [...elements].slice(0, texts.length);
    return found.length === texts.length && found.every((element, at) => has(element, texts[at]!));
  };

  const has = (element: Element, text: string) => element.textContent?.includes(text) === true;

  const keyField = () =>
    [...document.querySelectorAll<HTMLInputElement>("main input")].find((input) =>
      [...(input.labels ?? [])].some((label) => label.textContent?.trim().startsWith("API key")),
    );

  const holds = (check: Check): boolean => {
    switch (check.kind) {
      case "usable": {
        const field = keyField();
        const rows = list()?.querySelectorAll("a") ?? [];
        return field !== undefined && !field.disabled && !field.readOnly && startWith(rows, check.rows);
      }
      case "dialog": {
        const field = document.querySelector(':is(dialog[open], [role="dialog"]) [role="combobox"]');
        return field !== null && field === document.activeElement;
      }
      case "options": {
        const options = document.querySelectorAll('[role="listbox"] [role="option"]');
        return options[0]?.closest("[hidden]") === null && [check.texts, check.best ?? check.texts].some((texts) => startWith(options, texts));
      }
      case "rows":
        return startWith(list()?.querySelectorAll("a") ?? [], check.texts);
      case "detail": {
        // The list, which has headings of its own, may be in the main part, too.
        const heading = document.querySelector("main h2:not(nav h2)");
        const buttons = [...document.querySelectorAll("main button")];
        const hasKey = keyField() !== undefined || buttons.some((button) => has(button, "Replace key"));
        return heading !== null && has(heading, check.title) && hasKey;
      }
      case "status":
        return [...(list()?.querySelectorAll("a") ?? [])].some(
          (row) => has(row, check.row) && row.textContent?.toLowerCase().includes(check.word.toLowerCase()),
        );
    }
  };

  /** The time right after the frame that shows what there is now. */
  const nextPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        // A message comes as a task of its own, after the frame that this callback is part of.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });

  const markedPaint = async () => {
    const time = await nextPaint();
    performance.mark(mark);
    return time;
  };

  /** The time when the check's state has been painted, which the trace learns too. */
  const painted = (check: Check) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (holds(check)) {
          observer.disconnect();
          document.removeEventListener("focusin", look);
          resolve(markedPaint());
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      document.addEventListener("focusin", look);
      look();
    });

  let layoutShift = 0;
  new PerformanceObserver((shifts) => {
    for (const shift of shifts.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      layoutShift += shift.hadRecentInput ? 0 : shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });

  // The memory is known to nobody but the code that instantiates the module.
  const memories = new Set<WebAssembly.Memory>();
  const remember = (instance: WebAssembly.Instance) => {
    for (const exported of Object.values(instance.exports)) {
      if (exported instanceof WebAssembly.Memory) {
        memories.add(exported);
      }
    }
  };
  const instantiateStreaming = WebAssembly.instantiateStreaming.bind(WebAssembly);
  WebAssembly.instantiateStreaming = async (...module) => {
    const made = await instantiateStreaming(...module);
    remember(made.instance);
    return made;
  };
  const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (...module: unknown[]) => Promise<
    WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource
  >;
  WebAssembly.instantiate = (async (...module: unknown[]) => {
    const made = await instantiate(...module);
    remember("instance" in made ? made.instance : made);
    return made;
  }) as typeof WebAssembly.instantiate;

  const whenUsable = painted(usable);

  window.benchProbe = {
    async loaded() {
      const time = await whenUsable;
      // Shifts after this are another matter, but the last frames may still be on their way to the observer.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      return { firstPaint: paint?.startTime ?? NaN, usable: time, began: performance.timeOrigin, layoutShift };
    },

    async next(check) {
      let start = 0;
      let echo: Promise<number> | undefined;
      const began = (event: Event) => {
        start ||= event.timeStamp;
      };
      const typed = () => {
        echo ??= nextPaint();
      };
      addEventListener("keydown", began, { capture: true });
      addEventListener("mousedown", began, { capture: true });
      addEventListener("input", typed, { capture: true });
      const time = await painted(check);
      removeEventListener("keydown", began, { capture: true });
      removeEventListener("mousedown", began, { capture: true });
      removeEventListener("input", typed, { capture: true });
      return { start, echo: (await echo) ?? time, painted: time };
    },

    async scrollToEnd(step, last, limitMs) {
      const rows = list();
      let scroller = rows;
      while (scroller && !(scroller.scrollHeight > scroller.clientHeight && scrolls(scroller))) {
        scroller = scroller.parentElement;
      }
      if (!rows || !scroller) {
        throw new Error("nothing to scroll");
      }
      let longTasks = 0;
      const observer = new PerformanceObserver((tasks) => {
        longTasks += tasks.getEntries().length;
      });
      observer.observe({ type: "longtask" });
      const begin = performance.now();
      let worstFrame = 0;
      let before = begin;
      let finished = false;
      while (!finished && before - begin < limitMs) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        worstFrame = Math.max(worstFrame, now - before);
        before = now;
        const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
        finished = atEnd && rows.lastElementChild !== null && has(rows.lastElementChild, last);
        scroller.scrollTop += finished ? 0 : step;
      }
      const duration = (await markedPaint()) - begin;
      await new Promise((resolve) => setTimeout(resolve, 100));
      observer.disconnect();
      return { duration, finished, worstFrame, longTasks };
    },

    scrollToTop() {
      for (let element = list(); element; element = element.parentElement) {
        element.scrollTop = 0;
      }
    },

    linearMemory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };

  function scrolls(element: Element): boolean {
    return ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
  }
}

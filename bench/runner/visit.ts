/** One visit to a page, in a browser context that nothing was loaded in before. */
import type { Browser, BrowserContext, CDPSession, Frame, FrameLocator, Locator, Page } from "@playwright/test";

import type { Expected } from "./expected.ts";
import { leftOut, takeSnapshot } from "./left-out.ts";
import { bytesOf, slowDown, Traffic } from "./network.ts";
import { within } from "./patience.ts";
import { type Check, installProbe, type Loaded, type Scrolled, type Setup, type Times } from "./probe.ts";
import type { Sandbox } from "./sandbox.ts";
import { MARK, type Tracer } from "./trace.ts";

const FRAME = 'iframe[title="Test IO connection"]';

/** What an input led to, in milliseconds. */
export interface Timed {
  /** From the input until its own effect, a letter or a pressed button, is painted. */
  readonly echo: number;
  /** From the input until what it asked for is painted, with the network in it. */
  readonly waited: number;
  /** The processor time that the page's main thread spent meanwhile. */
  readonly work: number;
}

export interface ScrollFigures extends Scrolled {
  readonly work: number;
}

export interface LoadFigures extends Loaded {
  readonly work: number;
  readonly fileBytes: number;
  readonly allBytes: number;
  readonly requests: number;
}

export interface Memory {
  /** JavaScript, DOM, buffers, WebAssembly's memory. */
  readonly bytes: number;
  /** Of these, WebAssembly's memory. */
  readonly linear: number;
  /** The DOM's nodes. */
  readonly nodes: number;
}

/** Does the input. Everything that comes before it, such as moving the mouse there, is done already. */
export type Act = () => Promise<unknown>;

export class Visit {
  readonly list: Locator;
  readonly detail: Locator;
  readonly dialog: Locator;
  /** What the page threw and did not catch. */
  readonly errors: string[] = [];
  /** The page, within its host. */
  readonly frame: FrameLocator;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly cdp: CDPSession,
    private readonly traffic: Traffic,
    private readonly sandbox: Sandbox,
    private readonly tracer: Tracer,
  ) {
    page.on("pageerror", ({ message }) => this.errors.push(message));
    this.frame = page.frameLocator(FRAME);
    this.list = this.frame.getByRole("navigation", { name: "Connections" });
    this.detail = this.frame.getByRole("main");
    this.dialog = this.frame.getByRole("dialog", { name: "Select Jira project" });
  }

  /** Opens a context with an administrator's session, who has been in Jira's administration already. */
  static async begin(browser: Browser, tracer: Tracer, sandbox: Sandbox, { rows }: Expected): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      timezoneId: "UTC",
      reducedMotion: "reduce",
    });
    const [name = "", value = ""] = sandbox.session.split("=");
    await context.addCookies([{ name, value, url: sandbox.url }]);
    const texts = rows.slice(0, 5).map(({ text }) => text);
    await context.addInitScript(installProbe, { usable: { kind: "usable", rows: texts }, mark: MARK } satisfies Setup);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await Promise.all([cdp.send("Network.enable"), cdp.send("HeapProfiler.enable")]);
    const visit = new Visit(context, page, cdp, new Traffic(cdp), sandbox, tracer);
    await visit.leave();
    return visit;
  }

  /** From now on a slower network, and a CPU that is so many times slower. */
  async slowDown(times: number): Promise<void> {
    await slowDown(this.cdp);
    await this.cdp.send("Emulation.setCPUThrottlingRate", { rate: times });
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  /** Goes to another page of Jira's administration, whose resources are those of the page's host. */
  async leave(): Promise<void> {
    await this.page.goto(`${this.sandbox.url}/plugins/servlet/testio/configuration`);
    await this.traffic.idle();
  }

  /** Opens the page and waits until it is usable. */
  async load(): Promise<LoadFigures> {
    this.traffic.clear();
    const stop = await this.tracer.start();
    await this.page.goto(`${this.sandbox.url}/plugins/servlet/testio/connection`, { waitUntil: "commit" });
    const frame = await this.#probed();
    const usable = "the first rows of the list, and a key field that takes input";
    const loaded = await within(usable, frame.evaluate(() => window.benchProbe.loaded()));
    const { files, all } = this.traffic.finished(loaded.began + loaded.usable);
    const work = (await stop()).before(loaded.usable);
    // Parts that come later come one after the other, whenever the browser is idle.
    await this.traffic.idle(500);
    return { ...loaded, work, fileBytes: bytesOf(files), allBytes: bytesOf(all), requests: all.length };
  }

  /** Does something, and takes the time until it has led to what is expected. */
  async timed(check: Check, act: Act): Promise<Timed> {
    await this.settle();
    const stop = await this.tracer.start();
    const times = await this.#times(check, act);
    const waited = times.painted - times.start;
    const work = (await stop()).before(waited);
    return { echo: times.echo - times.start, waited, work };
  }

  /** Does something, and waits until it has led to what is expected. */
  async until(check: Check, act: Act): Promise<void> {
    await this.settle();
    await this.#times(check, act);
  }

  /** Waits until the page has nothing to do. */
  async settle(): Promise<void> {
    await this.traffic.idle();
    const frame = await this.#probed();
    const idle = frame.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
    await within("the page to have nothing to do", idle);
  }

  /** Moves the mouse onto an element; what comes back presses it, both ways at once as a quick finger does. */
  async press(target: Locator): Promise<Act> {
    const box = await target.boundingBox();
    if (!box) {
      throw new Error(`${target} is not on the screen`);
    }
    const { mouse } = this.page;
    const move = mouse.move(box.x + Math.min(box.width, 200) / 2, box.y + box.height / 2);
    await within(`the mouse to be on ${target}`, move);
    return () => Promise.all([mouse.down(), mouse.up()]);
  }

  /** Scrolls the list to its end, and back to the top. */
  async scroll(step: number, last: string, limitMs: number): Promise<ScrollFigures> {
    await this.settle();
    const frame = await this.#probed();
    const stop = await this.tracer.start();
    const scrolling = frame.evaluate(
      ({ step, last, limitMs }) => window.benchProbe.scrollToEnd(step, last, limitMs),
      { step, last, limitMs },
    );
    const scrolled = await within(`the row “${last}” at the end of the list`, scrolling);
    const work = (await stop()).before(scrolled.duration);
    await this.scrollToTop();
    return { ...scrolled, work };
  }

  async scrollToTop(): Promise<void> {
    const frame = await this.#probed();
    await within("the top of the list", frame.evaluate(() => window.benchProbe.scrollToTop()));
  }

  /** What is in use after a garbage collection. */
  async memory(): Promise<Memory> {
    await this.settle();
    return within("the memory to be counted", this.#memory());
  }

  /** How many bytes of that are not the page's: what DevTools keeps, and compiled code. */
  async leftOut(): Promise<number> {
    return leftOut(await within("a snapshot of the heap", takeSnapshot(this.cdp)));
  }

  async #memory(): Promise<Memory> {
    for (let collection = 0; collection < 3; collection += 1) {
      await this.cdp.send("HeapProfiler.collectGarbage");
    }
    const usage = await this.cdp.send("Runtime.getHeapUsage");
    const { nodes } = await this.cdp.send("Memory.getDOMCounters");
    const frame = await this.#probed();
    const linear = await frame.evaluate(() => window.benchProbe.linearMemory());
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = usage;
    // What backs array buffers is counted without the memory that WebAssembly has.
    return { bytes: usedSize + embedderHeapUsedSize + backingStorageSize + linear, linear, nodes };
  }

  /** Does something once the probe waits for what it leads to. */
  async #times(check: Check, act: Act): Promise<Times> {
    const frame = await this.#probed();
    const painted = frame.evaluate((check) => window.benchProbe.next(check), check);
    const input = async () => {
      // An answer to this means that the one before has arrived, too; neither then disturbs what is measured.
      await frame.evaluate(() => undefined);
      await act();
    };
    const [times] = await Promise.all([within(`${JSON.stringify(check)} to be painted`, painted), input()]);
    return times;
  }

  /** The page's frame, once the probe is in it. */
  async #probed(): Promise<Frame> {
    for (;;) {
      const frame = this.page.frames().find((frame) => frame.url().includes("/servlet/testio/page/connection/"));
      if (frame) {
        return frame;
      }
      await this.page.waitForEvent("framenavigated");
    }
  }
}

/** The browser's own trace, for how long a page's main thread really worked. */
import type { Browser, CDPSession } from "@playwright/test";

import { within } from "./patience.ts";

/** The mark that the probe leaves at the end of what is measured. */
export const MARK = "bench: painted";

/** As the browser reports it; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** How long it took, and how much of that the thread had the processor. */
  readonly dur?: number;
  readonly tdur?: number;
}

export class Tracer {
  private constructor(private readonly cdp: CDPSession) {}

  static async over(browser: Browser): Promise<Tracer> {
    return new Tracer(await browser.newBrowserCDPSession());
  }

  /** Begins to trace; what comes back ends it and gives the main thread's work. */
  async start(): Promise<() => Promise<Work>> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => {
      events.push(...(value as TraceEvent[]));
    };
    this.cdp.on("Tracing.dataCollected", collect);
    const includedCategories = ["disabled-by-default-devtools.timeline", "blink.user_timing"];
    await this.cdp.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories, excludedCategories: ["*"] },
    });
    return async () => {
      const complete = new Promise<void>((resolve) => this.cdp.once("Tracing.tracingComplete", () => resolve()));
      await this.cdp.send("Tracing.end");
      await within("the browser to hand out its trace", complete);
      this.cdp.off("Tracing.dataCollected", collect);
      return new Work(events);
    };
  }
}

export class Work {
  constructor(private readonly events: readonly TraceEvent[]) {}

  /**
   * The processor time, in milliseconds, that the page's main thread spent on tasks in the last so many milliseconds
   * before the mark. Time during which another process had the processor is not in it; the slowed-down CPU is.
   */
  before(milliseconds: number): number {
    const mark = this.events.findLast(({ name }) => name === MARK);
    if (!mark) {
      throw new Error("the probe's mark is missing in the trace");
    }
    const [from, to] = [mark.ts - milliseconds * 1000, mark.ts];
    const tasks = this.events.filter(
      ({ name, pid, tid }) => name === "RunTask" && pid === mark.pid && tid === mark.tid,
    );
    const within = tasks.map(({ ts, dur = 0, tdur = dur }) => {
      const overlap = Math.min(ts + dur, to) - Math.max(ts, from);
      return overlap > 0 ? (tdur * overlap) / dur : 0;
    });
    return within.reduce((sum, time) => sum + time, 0) / 1000;
  }
}

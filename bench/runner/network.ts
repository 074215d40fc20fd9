/** The network that the pages are measured over, and what went over it. */
import type { CDPSession } from "@playwright/test";

import { stillWithin } from "./patience.ts";

/** A decent office line to a server some way off. */
export const NETWORK = {
  description: "10 Mbit/s down, 5 Mbit/s up, 40 ms round trip",
  latency: 40,
  downloadThroughput: (10 * 1_000_000) / 8,
  uploadThroughput: (5 * 1_000_000) / 8,
} as const;

export async function slowDown(cdp: CDPSession): Promise<void> {
  const { latency, downloadThroughput, uploadThroughput } = NETWORK;
  const conditions = { offline: false, latency, downloadThroughput, uploadThroughput };
  await cdp.send("Network.emulateNetworkConditions", conditions);
}

/** A finished request. */
interface Transfer {
  readonly url: string;
  readonly bytes: number;
  /** When, in milliseconds since 1970. */
  readonly end: number;
}

/** Counts requests and the bytes of their answers, headers included, as they came over the wire. */
export class Traffic {
  readonly #urls = new Map<string, string>();
  readonly #underWay = new Set<string>();
  #finished: Transfer[] = [];
  #lastChange = performance.now();
  /** The time at which the browser's own clock, which events have theirs by, began. In seconds. */
  #clockBegan = 0;

  constructor(cdp: CDPSession) {
    cdp.on("Network.requestWillBeSent", ({ requestId, request, wallTime, timestamp }) => {
      this.#clockBegan = wallTime - timestamp;
      this.#urls.set(requestId, request.url);
      if (!request.url.startsWith("data:")) {
        this.#underWay.add(requestId);
      }
      this.#changed();
    });
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => {
      const end = (this.#clockBegan + timestamp) * 1000;
      this.#finished.push({ url: this.#urls.get(requestId) ?? "", bytes: encodedDataLength, end });
      this.#underWay.delete(requestId);
      this.#changed();
    });
    cdp.on("Network.loadingFailed", ({ requestId }) => {
      this.#underWay.delete(requestId);
      this.#changed();
    });
  }

  /** Forgets what is finished. */
  clear(): void {
    this.#finished = [];
  }

  /**
   * What has finished by then since it was cleared, of the page itself (not its host), by whether it is one of its
   * files. Parts that come later are not among it.
   */
  finished(by: number): { readonly files: readonly Transfer[]; readonly all: readonly Transfer[] } {
    const finished = this.#finished.filter(({ end }) => end <= by);
    const files = finished.filter(({ url }) => url.includes("/servlet/testio/page/connection/"));
    const data = finished.filter(({ url }) => url.includes("/rest/") || url.includes("/projectavatar"));
    return { files, all: [...files, ...data] };
  }

  /** Waits until nothing has been under way for a while, counted from now on: what was just done may yet ask. */
  async idle(quietMs = 120): Promise<void> {
    const begin = performance.now();
    for (;;) {
      const quiet = performance.now() - Math.max(this.#lastChange, begin);
      if (this.#underWay.size === 0 && quiet >= quietMs) {
        return;
      }
      stillWithin(() => `the network to be quiet; under way: ${this.#waitedFor() || "ever new requests"}`, begin);
      await new Promise((resolve) => setTimeout(resolve, Math.max(quietMs - quiet, 20)));
    }
  }

  #waitedFor(): string {
    return [...this.#underWay].map((requestId) => this.#urls.get(requestId)).join(", ");
  }

  #changed(): void {
    this.#lastChange = performance.now();
  }
}

export function bytesOf(transfers: readonly Transfer[]): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Breaks WebAssembly modules within a page's frame, as mistakes in their code would. */
import type { Frame, Locator } from "@playwright/test";

/** What a module does last: what a panic ends in, or what a wild pointer leads to. */
export type Breakdown = "unreachable" | "memory access out of bounds";

/** Modules that have one function, `trap`, and one page of memory. */
const TRAPPING: Readonly<Record<Breakdown, readonly number[]>> = {
  // No locals, `unreachable`.
  unreachable: trapping([0x00, 0x00, 0x0b]),
  // No locals, `(drop (i32.load (i32.const -1)))`.
  "memory access out of bounds": trapping([0x00, 0x41, 0x7f, 0x28, 0x02, 0x00, 0x1a, 0x0b]),
};

/** A module whose function has this body. */
function trapping(body: readonly number[]): readonly number[] {
  return [
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
    0x01, 0x04, 0x01, 0x60, 0x00, 0x00, // a function type without parameters and results
    0x03, 0x02, 0x01, 0x00, // a function of this type
    0x05, 0x03, 0x01, 0x00, 0x01, // one page of memory
    0x07, 0x08, 0x01, 0x04, 0x74, 0x72, 0x61, 0x70, 0x00, 0x00, // the function is exported as "trap"
    0x0a, body.length + 2, 0x01, body.length, ...body, // its body
  ];
}

/** Where a trap comes up: as an error that nobody catches, or as a promise that is rejected. */
export type Where = "in a timer" | "in a promise";

/** Makes a module within the frame break down. */
export async function trap(frame: Frame, where: Where, breakdown: Breakdown = "unreachable"): Promise<void> {
  await frame.evaluate(
    async ({ bytes, inPromise }) => {
      const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
      const call = instance.exports["trap"] as () => void;
      setTimeout(inPromise ? () => void Promise.resolve().then(call) : call);
    },
    { bytes: [...TRAPPING[breakdown]], inPromise: where === "in a promise" },
  );
}

/** What stands in place of a page whose module has broken down. Until then the page has alerts of its own. */
export function stopped(frame: Frame): Locator {
  return frame.getByRole("alert").filter({ hasText: "This page has stopped working." });
}

/** Errors that have nothing to do with the page: of other scripts, of extensions, of requests given up. */
export async function throwForeignErrors(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    const errors: unknown[] = [
      new Error("an extension's"),
      new TypeError("x is not a function"),
      new RangeError("Maximum call stack size exceeded"),
      new DOMException("given up", "AbortError"),
      "a text",
      null,
    ];
    for (const error of errors) {
      setTimeout(() => {
        throw error;
      });
      void Promise.reject(error);
    }
    dispatchEvent(new ErrorEvent("error", { message: "Script error." }));
    await new Promise((done) => setTimeout(done, 100));
  });
}

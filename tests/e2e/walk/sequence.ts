/** The sequences that the native model test is made of, as `tests/native/model/browser.rs` writes them. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** One thing that happens: its name, what it is about, and in words. */
export interface Step {
  readonly name: string;
  readonly number: number;
  /** The fault, or what else is not a number. */
  readonly kind: string;
  readonly words: string;
}

export interface Sequence {
  /** The person is quicker than the first answers. */
  readonly impatient: boolean;
  readonly steps: readonly Step[];
}

interface Written extends Omit<Sequence, "steps"> {
  readonly steps: readonly { readonly step: string; readonly words: string }[];
}

/** All of them, in their order. */
export function sequences(): readonly Sequence[] {
  const file = process.env["E2E_SEQUENCES"] ?? path.resolve(import.meta.dirname, "../../../target/e2e-sequences.json");
  if (!existsSync(file)) {
    throw new Error(`${file} is missing; cargo xtask test e2e writes it`);
  }
  const written = JSON.parse(readFileSync(file, "utf8")) as readonly Written[];
  return written.map(({ steps, ...rest }) => ({ ...rest, steps: steps.map(({ step, words }) => parsed(step, words)) }));
}

/** `Fail(2, LoginPage)`, `Return(true)`, `TypeKey(1)` or `Save`. */
function parsed(step: string, words: string): Step {
  const [, name, inner = ""] = /^(\w+)(?:\((.*)\))?$/.exec(step) ?? [];
  if (name === undefined) {
    throw new Error(`no such step: ${step}`);
  }
  const parts = inner.split(", ");
  const number = Number(parts.find((part) => /^\d+$/.test(part)) ?? 0);
  return { name, number, kind: parts.find((part) => /^[A-Za-z]/.test(part)) ?? "", words };
}

/** The pages to measure, each with a sandbox of its own for each size. */
import { expect, type Expected } from "./expected.ts";
import type { Options, Size } from "./options.ts";
import { Sandbox } from "./sandbox.ts";

/** A page with data. */
export interface Subject {
  readonly sandbox: Sandbox;
  readonly expected: Expected;
}

export class Subjects {
  readonly #sandboxes = new Map<string, Sandbox>();
  readonly #expected = new Map<string, Expected>();

  constructor(private readonly options: Options) {}

  async get(page: string, size: Size): Promise<Subject> {
    const ofSize = `${size.projects}x${size.connections}`;
    const name = `${page} ${ofSize}`;
    const sandbox = this.#sandboxes.get(name) ?? (await this.#start(page, size));
    this.#sandboxes.set(name, sandbox);
    // The same data always comes of the same size, so that one answer is good for all.
    const expected = this.#expected.get(ofSize) ?? (await expect(sandbox));
    this.#expected.set(ofSize, expected);
    return { sandbox, expected };
  }

  async #start(page: string, size: Size): Promise<Sandbox> {
    const candidate = this.options.candidates.find(({ name }) => name === page);
    if (!candidate) {
      throw new Error(`there is no page ${page}`);
    }
    const sandbox = await Sandbox.start(this.options.sandboxBinary, candidate);
    await sandbox.fill(size);
    return sandbox;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#sandboxes.values()].map((sandbox) => sandbox.stop()));
  }
}

/** Jira's log as a test wants it: with certain lines, very long, or gone. */

/** A line of it. */
export interface LogLine {
  readonly level: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";
  /** The plugin's are `io.test.jira` and those below it, which is what a line has without one. */
  readonly logger?: string;
  readonly message: string;
  /** When it was written, ISO 8601; now, if nothing is said. */
  readonly at?: string;
}

export class JiraLog {
  constructor(private readonly change: (change: object) => Promise<void>) {}

  /** Writes lines, one behind the other. */
  async write(...lines: readonly LogLine[]): Promise<void> {
    await this.change({ does: "write", lines });
  }

  /** Writes a line of each level, with a stack trace and what looks like a key. */
  async writeExamples(): Promise<void> {
    await this.change({ does: "examples" });
  }

  /** Makes it so many megabytes longer, 1000 at most, with lines of Jira's own. */
  async grow(megabytes: number): Promise<void> {
    await this.change({ does: "grow", megabytes });
  }

  /** Deletes it, until it is begun anew. */
  async delete(): Promise<void> {
    await this.change({ does: "delete" });
  }

  /** Begins it anew, with an empty file. */
  async begin(): Promise<void> {
    await this.change({ does: "begin" });
  }
}

/** What happens without the person: a second administrator, rights, Test IO. */
import { LABELS, THEIR_KEY } from "./keys.ts";
import type { Step } from "./sequence.ts";
import type { Connection, Rest } from "../support/rest.ts";
import type { Sandbox } from "../support/sandbox.ts";

/** Keys of projects. The first two have a connection at the start. */
export const PROJECTS = ["SMOK", "SHOP", "PAY", "DOCS", "HR"] as const;

/** No connection has it. */
const NOWHERE = "99999";

export class Others {
  /** Connections that somebody else has changed since it was asked. */
  readonly touched = new Set<string>();
  #labels = 0;

  constructor(
    private readonly rest: Rest,
    private readonly sandbox: Sandbox,
  ) {}

  /** The connection behind a link; the last number leads nowhere. */
  async link(number: number): Promise<string> {
    return number === 0 ? "global" : ((await this.#project(number))?.id ?? NOWHERE);
  }

  /** Does it, if it is one of theirs. */
  async act({ name, number, kind }: Step): Promise<boolean> {
    switch (name) {
      case "OthersLabel":
        this.#labels += 1;
        await this.#change(number, ({ id }) => this.rest.update(id, { accountLabel: `${LABELS[4]} ${this.#labels}` }));
        return true;
      case "OthersKey":
        await this.#change(number, ({ id }) => this.rest.update(id, { apiKey: THEIR_KEY, verify: false }));
        return true;
      case "OthersRemoveKey":
        await this.#change(number, ({ id, hasKey }) => (hasKey ? this.rest.removeKey(id) : undefined));
        return true;
      case "OthersDelete":
        await this.#change(number, ({ id, scope }) => (scope === "PROJECT" ? this.rest.delete(id) : undefined));
        return true;
      case "OthersSwitch":
        await this.#change(0, ({ id, hasKey, active }) => (hasKey ? this.rest.update(id, { active: !active }) : undefined));
        return true;
      case "OthersTest":
        await this.#change(number, ({ id, hasKey }) => (hasKey ? this.rest.test(id) : undefined));
        return true;
      case "OthersAdd":
        await this.#add(PROJECTS[number]!);
        return true;
      case "OthersArchive":
        await this.#archive(number);
        return true;
      case "Rights":
        await this.sandbox.setAdministrator("admin", kind === "true");
        return true;
      case "TestIo":
        await this.#testIo(kind);
        return true;
      default:
        return false;
    }
  }

  /** Gives the right back, and Test IO answers again. */
  async calmDown(): Promise<void> {
    await this.sandbox.clearFaults();
    await this.sandbox.setAdministrator("admin", true);
  }

  async #change(number: number, change: (connection: Connection) => Promise<unknown> | undefined): Promise<void> {
    const connection = number === 0 ? await this.rest.connection("global") : await this.#project(number);
    if (connection) {
      this.touched.add(connection.id);
      await change(connection);
    }
  }

  async #add(key: string): Promise<void> {
    // One that was archived is not found any more.
    const project = (await this.rest.projects(key)).find((found) => found.key === key);
    if (project && !(await this.rest.connectionOf(key))) {
      await this.rest.add(project);
    }
  }

  /** Jira archives a project, which changes nothing of its connection but what is told of it. */
  async #archive(number: number): Promise<void> {
    const connection = number === 0 ? undefined : await this.#project(number);
    if (connection?.project) {
      await this.sandbox.archive(connection.project.id);
    }
  }

  /** The connections in the order in which they were added. */
  async #project(number: number): Promise<Connection | undefined> {
    const connections = [...(await this.rest.connections())];
    return connections.sort((one, other) => Number(one.id) - Number(other.id))[number - 1];
  }

  async #testIo(kind: string): Promise<void> {
    await this.sandbox.clearFaults();
    if (kind === "IsDown") {
      await this.sandbox.addFault({ target: "testio", dropConnection: true });
    } else if (kind === "AsksToWait") {
      await this.sandbox.addFault({ target: "testio", status: 429, headers: { "Retry-After": "30" } });
    }
  }
}

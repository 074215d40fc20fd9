/** A sandbox process of its own for each worker, with a database that ends with it. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import type { APIRequestContext } from "@playwright/test";

import type { Access, SessionRules, WebSudoRules } from "./jira-access.ts";
import { JiraLog } from "./jira-log.ts";
import type { Jira } from "./jira.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const binary = process.env["SANDBOX_BINARY"] ?? path.join(root, "target/debug/sandbox");
const dist = path.join(root, "dist");

/** How the sandbox is filled when it starts for the first time. */
export interface Seed {
  readonly projects?: number;
  readonly connections?: number;
  /** Among how many accounts the connections are shared; without it, each has a key of its own or none. */
  readonly accounts?: number;
  /** The language whose collation sorts projects, such as `sv`; English, if none is named. */
  readonly collation?: string;
}

/** An answer that the sandbox gives instead of its own. The first fault that matches a request wins. */
export interface Fault {
  /** Below the REST base, alone or with its query; `*` stands for anything. Without it, every path. */
  readonly path?: string;
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** For how many requests; without it, until the faults are cleared. */
  readonly times?: number;
  readonly delayMs?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
  /** Whether the request takes effect although its answer is lost or replaced. */
  readonly afterCommit?: boolean;
  readonly dropConnection?: boolean;
  /** What a proxy makes of the entity tag of the real answer. */
  readonly entityTags?: "weak" | "suffixed" | "dropped";
  /** After so many bytes of its body, before they are compressed, the real answer breaks off or comes no further. */
  readonly afterBytes?: { readonly bytes: number; readonly then: "break" | "stall" };
  /** The plugin's REST API, or the Test IO API behind it. */
  readonly target?: "rest" | "testio";
}

/**
 * The way that the plugin takes to Test IO. At the end of each is what it says: the sandbox runs the servers, proxies and
 * certificates itself. All but `AS_STARTED` are over TLS, with a certificate that the plugin trusts if nothing else is said.
 */
export type Way =
  | "AS_STARTED"
  | "TLS"
  | "PROXY"
  | "UNKNOWN_HOST"
  | "CLOSED_PORT"
  | "OWN_CERTIFICATE"
  | "PROXY_PASSWORD"
  | "PROXY_REFUSES"
  | "NO_ANSWER"
  | "UNAVAILABLE"
  | "NOT_TEST_IO"
  | "CLOSED";

/** A REST request that has been answered. */
export interface LoggedRequest {
  readonly user: string | null;
  readonly method: string;
  /** Path and query below the REST base. */
  readonly path: string;
  /** The answer's status; `null` if the connection was broken off. */
  readonly status: number | null;
}

export class Sandbox implements Jira {
  /** Jira's log. A reset begins it anew. */
  readonly log = new JiraLog(async (change) => {
    await this.#control("POST", "log", change);
  });
  #process: ChildProcess | undefined;
  #url = "";

  private constructor(
    private readonly folder: string,
    private readonly seed: Seed,
    private readonly built: string,
  ) {}

  /** Starts a sandbox on a free port with an empty database. `built` is where the page is. */
  static async start(seed: Seed = {}, built = dist): Promise<Sandbox> {
    const sandbox = new Sandbox(await mkdtemp(path.join(os.tmpdir(), "testio-e2e-")), seed, built);
    await sandbox.#launch("0");
    return sandbox;
  }

  /** Jira's base URL, with the context path and without a slash at its end. */
  get url(): string {
    return this.#url;
  }

  /** The origin that all requests of the page must stay within. */
  get origin(): string {
    return new URL(this.#url).origin;
  }

  /** Ends the process and starts another one with the same database at the same address. */
  async restart(): Promise<void> {
    await this.#terminate();
    await this.#launch(new URL(this.#url).port);
  }

  /** Ends the process and removes the database. */
  async stop(): Promise<void> {
    await this.#terminate();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Back to the start: data, faults, the way to Test IO, records, and the rules for sessions, WebSudo and rights. */
  async reset(): Promise<void> {
    await this.clearFaults();
    await this.clearRequests();
    await this.#control("DELETE", "access");
    await this.#control("DELETE", "violations");
    await this.#control("POST", "reset");
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#control("POST", "faults", fault);
  }

  /** The faults that no request has met yet. One that was met for the last time is no longer there. */
  async pendingFaults(): Promise<readonly Fault[]> {
    return (await (await this.#control("GET", "faults")).json()) as Fault[];
  }

  async clearFaults(): Promise<void> {
    await this.#control("DELETE", "faults");
  }

  /** Archives a project, as only Jira itself can. */
  async archive(projectId: string): Promise<void> {
    await this.#control("POST", `projects/${projectId}`, { state: "archived" });
  }

  /** Gives a project another name, as only Jira itself can. */
  async rename(projectId: string, name: string): Promise<void> {
    await this.#control("POST", `projects/${projectId}`, { name });
  }

  /** Revokes an account's key at Test IO, and has the plugin check all stored keys, as it does by itself from time to time. */
  async revoke(account: string): Promise<void> {
    await this.#control("POST", `accounts/${encodeURIComponent(account)}`, { revoked: true });
    await this.#control("POST", "checks");
  }

  /** Has the plugin check all stored keys, which is a run of its job `CONNECTIONS_SYNC`. */
  async checkKeys(): Promise<void> {
    await this.#control("POST", "checks");
  }

  /** Has a job run now, or be over with a message. */
  async setJob(
    id: "ISSUES_SYNC" | "CONFIGURATION_VALIDATION" | "COMMENTS_SYNC" | "CONNECTIONS_SYNC",
    status: "RUNNING" | "SUCCEEDED" | "FAILED",
    message = "",
  ): Promise<void> {
    await this.#control("POST", `jobs/${id}`, { status, message });
  }

  /** Has the plugin take another way to Test IO for everything that it asks there, until the next reset. */
  async way(way: Way): Promise<void> {
    await this.#control("POST", "way", { way });
  }

  /** The rules for sessions, WebSudo and rights as they are now. */
  async access(): Promise<Access> {
    return (await (await this.#control("GET", "access")).json()) as Access;
  }

  /** Changes what holds for sessions, until the next reset. */
  async setSessions(rules: Partial<SessionRules>): Promise<void> {
    await this.#control("POST", "sessions", rules);
  }

  /** Ends every session as if its time had run out, those of REST clients too. */
  async expireSessions(): Promise<void> {
    await this.#control("DELETE", "sessions");
  }

  /** Ends the session of this context alone, such as `page.request`. Its cookie stays behind. */
  async expireSession(context: APIRequestContext): Promise<void> {
    const response = await context.delete(`${this.#url}/sandbox/sessions/current`);
    if (!response.ok()) {
      throw new Error(`there was no session to end: ${response.status()} ${await response.text()}`);
    }
  }

  /** Changes what holds for WebSudo, until the next reset. `{ enabled: true }` switches it on. */
  async setWebSudo(rules: Partial<WebSudoRules>): Promise<void> {
    await this.#control("POST", "websudo", rules);
  }

  /** Takes every WebSudo confirmation back. */
  async dropWebSudo(): Promise<void> {
    await this.#control("DELETE", "websudo");
  }

  /** Gives the password on Jira's WebSudo page for this context's session, which gets another cookie thereby. */
  async confirmAdministrator(context: APIRequestContext, password = "admin"): Promise<void> {
    const response = await context.post(`${this.#url}/secure/admin/WebSudoAuthenticate.jspa`, {
      form: { webSudoPassword: password },
      maxRedirects: 0,
    });
    if (response.headers()["x-atlassian-websudo"] !== "Has-Authentication") {
      throw new Error(`the confirmation was refused: ${response.status()}`);
    }
  }

  /** Gives somebody the right to administer Jira, or takes it away, while their session lasts. Until the next reset. */
  async setAdministrator(user: "admin" | "user", administrator: boolean): Promise<void> {
    await this.#control("POST", `users/${user}`, { administrator });
  }

  /** What was asked to be changed since the log was emptied, in its order: by the page, and by the test itself. */
  async writes(): Promise<readonly LoggedRequest[]> {
    return (await this.requests()).filter(({ method }) => method !== "GET");
  }

  /** The REST requests since the log was emptied, in the order of their answers. */
  async requests(): Promise<readonly LoggedRequest[]> {
    return (await (await this.#control("GET", "requests")).json()) as LoggedRequest[];
  }

  async clearRequests(): Promise<void> {
    await this.#control("DELETE", "requests");
  }

  /** What did not follow docs/rest-api.yaml since the last reset. */
  async violations(): Promise<unknown[]> {
    return (await (await this.#control("GET", "violations")).json()) as unknown[];
  }

  async #control(method: string, name: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.#url}/sandbox/${name}`, {
      method,
      // The sandbox ends idle connections when faults come and go; none may be about to be used then.
      headers: { Connection: "close", ...(body ? { "Content-Type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) {
      throw new Error(`${method} ${response.url} answered ${response.status}: ${await response.text()}`);
    }
    return response;
  }

  async #launch(port: string): Promise<void> {
    const options = ["--port", port, "--db", path.join(this.folder, "jira.sqlite"), "--dist", this.built];
    for (const [name, value] of Object.entries(this.seed)) {
      options.push(`--${name}`, String(value));
    }
    const child = spawn(binary, options, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    this.#process = child;
    this.#url = await readyUrl(child);
  }

  async #terminate(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child && child.exitCode === null) {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    }
  }
}

/** Waits for the line that says where the sandbox accepts requests. */
async function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      reject(new Error(`the sandbox ended before it was ready (${code ?? signal})`));
    });
    // The pipe has to be read to its end even after that line, or the sandbox would block on it.
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const ready = /^ready (\S+)/.exec(line);
      if (ready?.[1]) {
        resolve(ready[1].replace(/\/$/, ""));
      }
    });
  });
}

/** A sandbox process for each page, all with the same data, and their REST API asked directly. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import type { Candidate, Size } from "./options.ts";
import { within } from "./patience.ts";

export class Sandbox {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    /** Jira's base URL, with the context path and without a slash at its end. */
    readonly url: string,
    /** An administrator's session. */
    readonly session: string,
  ) {}

  /** Starts a sandbox that serves this page. */
  static async start(binary: string, { dist }: Candidate): Promise<Sandbox> {
    const folder = await mkdtemp(path.join(os.tmpdir(), "testio-bench-"));
    const options = ["--port", "0", "--db", path.join(folder, "jira.sqlite"), "--dist", path.resolve(dist)];
    const child = spawn(binary, options, { stdio: ["ignore", "pipe", "inherit"] });
    // Whoever interrupts the bench ends it before it could stop anything.
    process.once("exit", () => {
      child.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    });
    const url = await within("the sandbox to be ready", readyUrl(child));
    return new Sandbox(child, folder, url, await logIn(url));
  }

  async stop(): Promise<void> {
    const exited = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await exited;
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Throws all data away and makes this much anew. */
  async fill(size: Size): Promise<void> {
    await this.#fetch("POST", "/sandbox/reset", size);
  }

  /** Figures of a page that breaks the contract are not worth having. */
  async checkContract(): Promise<void> {
    const violations = (await this.#fetch("GET", "/sandbox/violations")) as unknown[];
    if (violations.length > 0) {
      throw new Error(`the page does not follow docs/rest-api.yaml: ${JSON.stringify(violations[0])}`);
    }
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#fetch("GET", `/rest/testio/1.0${path}`)) as T;
  }

  async removeKey(connectionId: string): Promise<void> {
    await this.#fetch("DELETE", `/rest/testio/1.0/connections/${connectionId}/key`);
  }

  async #fetch(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-Atlassian-Token": "no-check",
        ...(method === "DELETE" ? { "If-Match": "*" } : {}),
        Cookie: this.session,
        Origin: new URL(this.url).origin,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    }
    return text === "" ? undefined : JSON.parse(text);
  }
}

async function logIn(url: string): Promise<string> {
  const response = await fetch(`${url}/login.jsp`, {
    method: "POST",
    headers: { "X-Atlassian-Token": "no-check" },
    body: new URLSearchParams({ os_username: "admin", os_password: "admin", os_destination: "" }),
    redirect: "manual",
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) {
    throw new Error(`logging in to the sandbox answered ${response.status} without a session`);
  }
  return cookies.join("; ");
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

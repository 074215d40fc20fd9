/** The plugin's REST API, asked directly: to prepare data, and to check what the page has stored. */
import { expect, request, type APIRequestContext } from "@playwright/test";

import type { Jira } from "./jira.ts";
import type { Sandbox } from "./sandbox.ts";

export type Status =
  | "INACTIVE"
  | "KEY_MISSING"
  | "CONNECTED"
  | "UNVERIFIED"
  | "KEY_REJECTED"
  | "UNREACHABLE"
  | "PROJECT_UNAVAILABLE";

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface Connection {
  readonly id: string;
  readonly scope: "GLOBAL" | "PROJECT";
  readonly project: Project | null;
  readonly active: boolean;
  readonly hasKey: boolean;
  readonly keyHint: string | null;
  readonly accountLabel: string | null;
  readonly status: Status;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly version: number;
}

export interface Update {
  readonly apiKey?: string;
  readonly accountLabel?: string | null;
  readonly active?: boolean;
  readonly verify?: boolean;
}

/** A person who can log in to the sandbox. The name is the password. */
export type User = "admin" | "user";

/** Logs in, which puts the session's cookie into the context. */
export async function logIn(context: APIRequestContext, jira: Jira, user: User): Promise<void> {
  const response = await context.post(`${jira.url}/login.jsp`, {
    form: { os_username: user, os_password: user, os_destination: "" },
    headers: { "X-Atlassian-Token": "no-check" },
    maxRedirects: 0,
  });
  expect(response.status(), "logging in redirects").toBeLessThan(400);
}

export class Rest {
  #cookie = "";

  private constructor(
    private readonly context: APIRequestContext,
    private readonly sandbox: Sandbox,
    private readonly user: User,
  ) {}

  /** A client with a session of its own. */
  static async logIn(sandbox: Sandbox, user: User = "admin"): Promise<Rest> {
    const context = await request.newContext({
      extraHTTPHeaders: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-Atlassian-Token": "no-check",
        Origin: sandbox.origin,
        // As for the sandbox's own controls.
        Connection: "close",
      },
    });
    const rest = new Rest(context, sandbox, user);
    await rest.renewSession();
    return rest;
  }

  /** Logs in again, as after a restart of the sandbox. */
  async renewSession(): Promise<void> {
    const context = await request.newContext();
    await logIn(context, this.sandbox, this.user);
    const { cookies } = await context.storageState();
    await context.dispose();
    this.#cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  async dispose(): Promise<void> {
    await this.context.dispose();
  }

  async connection(id: string): Promise<Connection> {
    return this.#call("GET", `connections/${id}`);
  }

  /** All project connections, by project name. */
  async connections(): Promise<readonly Connection[]> {
    return (await this.#call<{ values: Connection[] }>("GET", "connections?maxResults=200")).values;
  }

  /** The connection of a project, if it has one. */
  async connectionOf(projectKey: string): Promise<Connection | undefined> {
    return (await this.connections()).find((connection) => connection.project?.key === projectKey);
  }

  /** The first projects that a search for the text gives. */
  async projects(query = ""): Promise<readonly (Project & { connectionId: string | null })[]> {
    const page = await this.#call<{ values: (Project & { connectionId: string | null })[] }>(
      "GET",
      `projects?maxResults=200&query=${encodeURIComponent(query)}`,
    );
    return page.values;
  }

  /** The project of that key. */
  async project(key: string): Promise<Project> {
    const found = (await this.projects(key)).find((project) => project.key === key);
    expect(found, `the demo data has a project ${key}`).toBeDefined();
    return found!;
  }

  /** Whatever the plugin answers at this path below the REST base. */
  async read<T extends object>(path: string): Promise<T> {
    return this.#call<T>("GET", path);
  }

  async effective(projectId: string): Promise<{ source: "PROJECT" | "GLOBAL" | "NONE" }> {
    return this.#call("GET", `projects/${projectId}/effective-connection`);
  }

  async add(project: Project, update?: Update): Promise<Connection> {
    const added = await this.#call<Connection>("POST", "connections", { projectId: project.id });
    return update ? this.update(added.id, update) : added;
  }

  async update(id: string, update: Update): Promise<Connection> {
    return this.#call("PUT", `connections/${id}`, update);
  }

  async removeKey(id: string): Promise<Connection> {
    return this.#call("DELETE", `connections/${id}/key`);
  }

  /** Asks Test IO about the stored key. */
  async test(id: string): Promise<unknown> {
    return this.#call("POST", `connections/${id}/test`, {});
  }

  /** Has the checks of the way to Test IO run, and waits until they are over. */
  async runChecks(): Promise<unknown> {
    return this.#call("POST", "maintenance/checks", {});
  }

  /** What the last run of the checks found. */
  async lastChecks(): Promise<{ steps: readonly { detail: string | null }[] }> {
    return this.#call("GET", "maintenance/checks");
  }

  async delete(id: string): Promise<void> {
    await this.#call("DELETE", `connections/${id}`);
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.context.fetch(`${this.sandbox.url}/rest/testio/1.0/${path}`, {
      method,
      headers: { Cookie: this.#cookie, ...(method === "GET" ? {} : { "If-Match": "*" }) },
      ...(body ? { data: body } : {}),
    });
    const text = await response.text();
    expect(response.ok(), `${method} ${path} answered ${response.status()}: ${text}`).toBe(true);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
}

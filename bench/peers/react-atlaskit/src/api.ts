/** The plugin's REST API, as docs/rest-api.yaml has it, as far as this page needs it. */

export type Status =
  | "INACTIVE"
  | "KEY_MISSING"
  | "CONNECTED"
  | "UNVERIFIED"
  | "KEY_REJECTED"
  | "UNREACHABLE"
  | "PROJECT_UNAVAILABLE";

export interface ConnectionProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly avatarUrl: string;
}

export interface Connection {
  readonly id: string;
  readonly project: ConnectionProject | null;
  readonly active: boolean;
  readonly hasKey: boolean;
  readonly keyHint: string | null;
  readonly keySavedAt: string | null;
  readonly keySavedBy: { readonly displayName: string } | null;
  readonly accountLabel: string | null;
  readonly status: Status;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly productCount: number;
  readonly version: number;
}

export interface Project extends ConnectionProject {
  readonly connectionId: string | null;
}

export interface Page<T> {
  readonly startAt: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly values: readonly T[];
}

export interface Summary {
  readonly connections: { readonly total: number; readonly byStatus: Readonly<Record<Status, number>> };
  readonly accounts: readonly { readonly label: string; readonly connections: number }[];
  readonly projects: { readonly total: number; readonly own: number; readonly global: number; readonly none: number };
}

export interface Filter {
  readonly query: string;
  readonly status: string;
  readonly account: string;
}

export interface Update {
  readonly apiKey?: string;
  readonly accountLabel?: string;
  readonly active?: boolean;
}

/** An answer other than 2xx. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

const contextPath = document.querySelector<HTMLMetaElement>('meta[name="ajs-context-path"]')?.content ?? "";
const base = `${contextPath}/rest/testio/1.0`;

/** The version that was last seen of each connection, for `If-Match`. */
const tags = new Map<string, string>();

interface Options {
  readonly body?: object;
  readonly signal?: AbortSignal | undefined;
  readonly ifMatch?: string;
}

async function call<T>(method: string, path: string, { body, signal, ifMatch }: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    headers["X-Atlassian-Token"] = "no-check";
  }
  if (ifMatch) {
    headers["If-Match"] = ifMatch;
  }
  const response = await fetch(`${base}${path}`, {
    method,
    headers,
    signal: signal ?? null,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const answer = text === "" ? undefined : JSON.parse(text);
  if (!response.ok) {
    const message = answer?.errorMessages?.[0] ?? `Jira answered ${response.status}.`;
    throw new ApiError(response.status, message, answer?.errors ?? {});
  }
  const tag = response.headers.get("ETag");
  if (tag && answer?.id) {
    tags.set(answer.id, tag);
  }
  return answer as T;
}

/** Reads before the first write, because the list gives no versions. */
async function versionOf(id: string): Promise<string> {
  if (!tags.has(id)) {
    await getConnection(id);
  }
  return tags.get(id) ?? "*";
}

export function getConnection(id: string, signal?: AbortSignal): Promise<Connection> {
  return call("GET", `/connections/${encodeURIComponent(id)}`, { signal });
}

export function getSummary(signal?: AbortSignal): Promise<Summary> {
  return call("GET", "/connections/summary", { signal });
}

export function listConnections(
  filter: Filter,
  startAt: number,
  maxResults: number,
  signal: AbortSignal,
): Promise<Page<Connection>> {
  const query = new URLSearchParams({ startAt: String(startAt), maxResults: String(maxResults) });
  for (const [name, value] of Object.entries(filter)) {
    if (value) {
      query.set(name, value);
    }
  }
  return call("GET", `/connections?${query}`, { signal });
}

export function listProjects(query: string, maxResults: number, signal: AbortSignal): Promise<Page<Project>> {
  const parameters = new URLSearchParams({ query, maxResults: String(maxResults) });
  return call("GET", `/projects?${parameters}`, { signal });
}

export function createConnection(projectId: string): Promise<Connection> {
  return call("POST", "/connections", { body: { projectId } });
}

export async function updateConnection(id: string, body: Update): Promise<Connection> {
  return call("PUT", `/connections/${encodeURIComponent(id)}`, { body, ifMatch: await versionOf(id) });
}

export async function removeKey(id: string): Promise<Connection> {
  return call("DELETE", `/connections/${encodeURIComponent(id)}/key`, { ifMatch: await versionOf(id) });
}

export async function deleteConnection(id: string): Promise<void> {
  await call("DELETE", `/connections/${encodeURIComponent(id)}`, { ifMatch: await versionOf(id) });
}

export async function testConnection(id: string): Promise<string> {
  const path = `/connections/${encodeURIComponent(id)}/test`;
  const { outcome } = await call<{ outcome: string }>("POST", path, { body: {} });
  // The test counts as a change, so the version that was seen is out of date.
  tags.delete(id);
  return outcome;
}

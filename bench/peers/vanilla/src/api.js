/** The plugin's REST API, as docs/rest-api.yaml has it, as far as this page needs it. */

const contextPath = document.querySelector('meta[name="ajs-context-path"]')?.content ?? "";
const base = `${contextPath}/rest/testio/1.0`;

/** The version that was last seen of each connection, for `If-Match`. */
const tags = new Map();

/** An answer other than 2xx. */
export class ApiError extends Error {
  constructor(message, fields) {
    super(message);
    this.fields = fields;
  }
}

async function call(method, path, { body, signal, ifMatch } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    headers["X-Atlassian-Token"] = "no-check";
  }
  if (ifMatch) {
    headers["If-Match"] = ifMatch;
  }
  const response = await fetch(base + path, { method, headers, signal, body: body && JSON.stringify(body) });
  const text = await response.text();
  const answer = text === "" ? undefined : JSON.parse(text);
  if (!response.ok) {
    throw new ApiError(answer?.errorMessages?.[0] ?? `Jira answered ${response.status}.`, answer?.errors ?? {});
  }
  const tag = response.headers.get("ETag");
  if (tag && answer?.id) {
    tags.set(answer.id, tag);
  }
  return answer;
}

const at = (id) => `/connections/${encodeURIComponent(id)}`;

/** Reads before the first write, because the list gives no versions. */
async function versionOf(id) {
  if (!tags.has(id)) {
    await getConnection(id);
  }
  return tags.get(id) ?? "*";
}

function pageOf(path, parameters, startAt, maxResults, signal) {
  const query = new URLSearchParams({ startAt, maxResults });
  for (const [name, value] of Object.entries(parameters)) {
    if (value) {
      query.set(name, value);
    }
  }
  return call("GET", `${path}?${query}`, { signal });
}

export const getConnection = (id, signal) => call("GET", at(id), { signal });
export const getSummary = () => call("GET", "/connections/summary");
export const listConnections = (...page) => pageOf("/connections", ...page);
export const listProjects = (...page) => pageOf("/projects", ...page);
export const createConnection = (projectId) => call("POST", "/connections", { body: { projectId } });
export const updateConnection = async (id, body) => call("PUT", at(id), { body, ifMatch: await versionOf(id) });
export const removeKey = async (id) => call("DELETE", `${at(id)}/key`, { ifMatch: await versionOf(id) });
export const deleteConnection = async (id) => call("DELETE", at(id), { ifMatch: await versionOf(id) });

/** Tests the stored key; what came of it, with the connection as it is then. */
export async function testConnection(id) {
  const { outcome } = await call("POST", `${at(id)}/test`, { body: {} });
  return { outcome, connection: await getConnection(id) };
}

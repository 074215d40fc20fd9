/** The faults of the sequences, as the sandbox makes them. */
import { kind } from "../support/fault-kinds.ts";
import type { Fault } from "../support/sandbox.ts";

export type WalkFault = Omit<Fault, "path" | "method" | "times" | "target">;

/** Seen from the server: it never gets to the request, or has done what was asked, or nobody waits for it any more. */
export type Strikes = "before" | "after" | "whileWaiting";

const JSON_TYPE = "application/json";
const HTML = "text/html;charset=UTF-8";
const XML = "<status><status-code>403</status-code><message>WebSudo required</message></status>";

const BEFORE: Readonly<Record<string, WalkFault>> = {
  OfflineBefore: { dropConnection: true },
  LoginAsJson: kind("loggedOut").answer,
  LoginPage: kind("loginPage").answer,
  LoginRedirect: { status: 302, headers: { Location: "/jira/login.jsp" }, body: "" },
  Anonymous: { status: 403, headers: { "X-AUSERNAME": "anonymous" }, contentType: JSON_TYPE, body: "{}" },
  WebSudoAsJson: kind("webSudo").answer,
  WebSudoAsXml: { status: 403, contentType: "application/xml", body: XML },
  WebSudoHeader: { status: 401, headers: { "X-Atlassian-WebSudo": "Has-Authentication" }, body: "" },
  CrossSite: kind("crossSite").answer,
  Forbidden: kind("forbidden").answer,
  BusyForSeconds: { status: 429, headers: { "Retry-After": "7" }, body: "" },
  BusyForEver: { status: 429, headers: { "Retry-After": "99999999999" }, body: "" },
  PluginDisabled: kind("noPlugin").answer,
  ExistsWithoutId: problem(409, "CONNECTION_EXISTS"),
  StaleWithoutBody: problem(412, "STALE"),
  KeyRefused: problem(422, "KEY_REJECTED"),
  TestIoDown: problem(424, "TESTIO_UNREACHABLE"),
  TestIoBusy: problem(424, "TESTIO_RATE_LIMITED"),
  ProxyError: kind("gateway502").answer,
};

const AFTER: Readonly<Record<string, WalkFault>> = {
  LostAfter: { dropConnection: true },
  StackTraceAfter: kind("stackTrace").answer,
  TruncatedAfter: kind("truncated").answer,
  EmptyAfter: { status: 200, contentType: JSON_TYPE, body: "" },
  WrongTypesAfter: { status: 200, contentType: JSON_TYPE, body: '{"version":"seven","total":[]}' },
  ProxyPageAfter: { status: 200, contentType: HTML, body: "<h1>Welcome to the proxy</h1>" },
};

/** A fault by the name that the sequences give it. */
export function faultOf(name: string): { readonly fault: WalkFault; readonly strikes: Strikes } {
  if (name.startsWith("TimedOut")) {
    return { fault: {}, strikes: "whileWaiting" };
  }
  const [before, after] = [BEFORE[name], AFTER[name]];
  if (before) {
    return { fault: before, strikes: "before" };
  }
  if (after) {
    return { fault: after, strikes: "after" };
  }
  throw new Error(`no such fault: ${name}`);
}

function problem(status: number, code: string): WalkFault {
  return { status, contentType: JSON_TYPE, body: JSON.stringify({ errorMessages: [], errors: {}, code }) };
}

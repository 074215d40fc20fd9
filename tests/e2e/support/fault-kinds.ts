/** Everything that is known to come back instead of an answer, and what the page says to it wherever it hits. */
import type { Fault } from "./sandbox.ts";
import type { ExpectedFailure } from "./watch.ts";

/** What the page shows while a request waits for a person, or for time. */
export interface Barrier {
  readonly title: string;
  /** A part of the explanation. */
  readonly text: string;
  /** The link to the page of Jira where the person removes the reason. */
  readonly link?: string;
}

/** What a person can do about it, besides asking for the same again. */
export type Remedy = "again" | "logIn" | "confirm" | "none";

export interface FaultKind {
  readonly id: string;
  /** What comes back, for people. */
  readonly name: string;
  /** What the sandbox answers in the plugin's place. */
  readonly answer: Fault;
  /** How the browser counts it, if it counts it as a failure. */
  readonly counts?: ExpectedFailure;
  /** Shown first, instead of a failure, until the reason is gone or the person does not want to wait. */
  readonly barrier?: Barrier;
  /** Why what was asked for was not done. */
  readonly words: string;
  readonly remedy: Remedy;
  /** Nobody expects such an answer, so what it was can be copied for whoever looks after Jira. */
  readonly details?: boolean;
  /** Nobody knows whether a change that this hits was made: nothing was heard of it, or nothing that says so. */
  readonly open?: "unheard" | "unsaid";
  /** Nothing comes back at all, until the page gives up. */
  readonly silent?: boolean;
}

const HTML = "text/html;charset=UTF-8";
const JSON_TYPE = "application/json";
const NOT_THE_PLUGIN =
  "The answer isn’t from the Test IO plugin. A proxy or a disabled plugin may be the reason.";
const STACK_TRACE = "java.lang.NullPointerException\n\tat io.test.jira.Connections.list(Connections.java:42)";

/** A kind of fault by its id. */
export function kind(id: string): FaultKind {
  const found = EVERYWHERE.find((fault) => fault.id === id);
  if (!found) {
    throw new Error(`no such fault: ${id}`);
  }
  return found;
}

/** What can hit every request. */
export const EVERYWHERE: readonly FaultKind[] = [
  {
    id: "loggedOut",
    name: "401, no session",
    answer: { status: 401, contentType: JSON_TYPE, body: '{"errorMessages":["You are not authenticated."],"errors":{}}' },
    counts: 401,
    barrier: { title: "You have been logged out of Jira", text: "Log in in a new tab, then come back", link: "Log in" },
    words: "You have been logged out of Jira. Log in again, then try again here.",
    remedy: "logIn",
  },
  {
    id: "loginPage",
    name: "200, the login page as HTML",
    answer: { status: 200, contentType: HTML, body: '<form action="/jira/login.jsp"><input name="os_username"></form>' },
    barrier: { title: "You have been logged out of Jira", text: "Log in in a new tab, then come back", link: "Log in" },
    words: "You have been logged out of Jira. Log in again, then try again here.",
    remedy: "logIn",
  },
  {
    id: "webSudo",
    name: "401, WebSudo",
    answer: { status: 401, contentType: JSON_TYPE, body: '{"message":"This resource requires WebSudo.","status-code":401}' },
    counts: 401,
    barrier: {
      title: "Confirm that you are an administrator",
      text: "Jira asks for your password again.",
      link: "Confirm in Jira",
    },
    words: "Jira wants you to confirm that you are an administrator. Do so, then try again here.",
    remedy: "confirm",
  },
  {
    id: "busy",
    name: "429, wait 30 seconds",
    answer: { status: 429, headers: { "Retry-After": "30" }, body: "" },
    counts: 429,
    barrier: { title: "Jira asks to wait", text: "What you asked for is sent again in" },
    words: "Jira asks to wait 30 seconds before the next attempt.",
    remedy: "again",
  },
  {
    id: "crossSite",
    name: "403, XSRF check failed",
    answer: { status: 403, contentType: "text/plain", body: "XSRF check failed" },
    counts: 403,
    words: "Jira took the request for one from another site. Check Jira’s base URL and the proxy in front of it.",
    remedy: "again",
  },
  {
    id: "forbidden",
    name: "403, the right is missing",
    answer: { status: 403, contentType: JSON_TYPE, body: '{"errorMessages":["No."],"errors":{},"code":"FORBIDDEN"}' },
    counts: 403,
    words: "You need Jira’s “Jira Administrators” permission for this.",
    remedy: "none",
  },
  {
    id: "firewall",
    name: "403, a firewall’s page as HTML",
    answer: { status: 403, contentType: HTML, body: "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>" },
    counts: 403,
    words:
      "The answer isn’t from the Test IO plugin (status 403). " +
      "A firewall or a proxy in front of Jira may have turned the request away.",
    remedy: "again",
    details: true,
  },
  {
    id: "tooLarge",
    name: "413, a proxy’s page as HTML",
    answer: { status: 413, contentType: HTML, body: "<center><h1>413 Request Entity Too Large</h1></center>" },
    counts: 413,
    words:
      "The answer isn’t from the Test IO plugin (status 413). " +
      "Something in front of Jira, such as a proxy, found the request too large.",
    remedy: "again",
    details: true,
  },
  {
    id: "noPlugin",
    name: "404, the plugin is switched off",
    answer: { status: 404, contentType: JSON_TYPE, body: '{"message":"null for uri: /rest/testio","status-code":404}' },
    counts: 404,
    words: NOT_THE_PLUGIN,
    remedy: "again",
    details: true,
  },
  {
    id: "errorPage",
    name: "500, an error page as HTML",
    answer: { status: 500, contentType: HTML, body: "<h1>Oops, you’ve found a dead link.</h1>" },
    counts: 500,
    words: "Jira failed with status 500. Its log says why.",
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  {
    id: "stackTrace",
    name: "500, JSON with a stack trace",
    answer: {
      status: 500,
      contentType: JSON_TYPE,
      body: JSON.stringify({ message: "The pool is closed.", "status-code": 500, "stack-trace": STACK_TRACE }),
    },
    counts: 500,
    words: "Jira failed with status 500. Its log says why. Jira says: The pool is closed.",
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  {
    id: "failedWithoutBody",
    name: "500, no body",
    answer: { status: 500, body: "" },
    counts: 500,
    words: "Jira failed with status 500. Its log says why.",
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  ...([502, 503, 504] as const).map(
    (status): FaultKind => ({
      id: `gateway${status}`,
      name: `${status}, a proxy’s page as HTML`,
      answer: { status, contentType: HTML, body: "<h1>nginx</h1>" },
      counts: status,
      words:
        `Jira can’t answer at the moment (status ${status}). ` +
        "It may be starting, or the proxy in front of it can’t reach it.",
      // Who isn’t there can’t have done it.
      ...(status === 503 ? {} : { open: "unsaid" as const }),
      remedy: "again",
      details: true,
    }),
  ),
  {
    id: "truncated",
    name: "200, JSON that breaks off",
    answer: { status: 200, contentType: JSON_TYPE, body: '{"id":"glo' },
    words: NOT_THE_PLUGIN,
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  {
    id: "otherTypes",
    name: "200, JSON of other types",
    answer: { status: 200, contentType: JSON_TYPE, body: '{"id":7,"scope":[],"total":"many","values":{},"outcome":true}' },
    words: NOT_THE_PLUGIN,
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  {
    id: "otherPage",
    name: "200, some page as HTML",
    answer: { status: 200, contentType: HTML, body: "<h1>Maintenance</h1>" },
    words: NOT_THE_PLUGIN,
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  {
    id: "empty",
    name: "200, no body",
    answer: { status: 200, body: "" },
    words: NOT_THE_PLUGIN,
    open: "unsaid",
    remedy: "again",
    details: true,
  },
  {
    id: "dropped",
    name: "the connection breaks",
    answer: { dropConnection: true },
    counts: "dropped",
    words: "Jira can’t be reached. Check your network.",
    open: "unheard",
    remedy: "again",
  },
  {
    id: "silent",
    name: "no answer within 20 seconds, 45 for a change",
    answer: { delayMs: 600_000 },
    silent: true,
    open: "unheard",
    words: "Jira took too long to answer.",
    remedy: "again",
  },
];

/** Who may do what in the sandbox's Jira, and how it says no. */

/** What holds for Jira's sessions. */
export interface SessionRules {
  /** After so many seconds without a request a session ends. */
  readonly lifetimeSeconds: number;
  /** What a REST request without a session gets: a 401 with either of Jira's bodies, HTML with 200, or a 302. */
  readonly answer: "UNAUTHORIZED" | "UNAUTHORIZED_STATUS" | "LOGIN_PAGE" | "LOGIN_REDIRECT";
}

/** What holds for WebSudo, Jira's secure administrator sessions. */
export interface WebSudoRules {
  readonly enabled: boolean;
  /** For how many seconds a confirmation holds, whatever is asked meanwhile. */
  readonly lifetimeSeconds: number;
  /** Which REST requests need a confirmation: what changes something or contacts Test IO, or all of them. */
  readonly protects: "CHANGES" | "EVERYTHING";
  /** What a REST request without a confirmation gets: 401 or 403, as JSON, as XML, or as a header alone. */
  readonly answer: `${"UNAUTHORIZED" | "FORBIDDEN"}_${"JSON" | "XML" | "HEADER"}`;
}

/** Everything about logging in that can be changed while the sandbox runs. */
export interface Access {
  readonly sessions: SessionRules;
  readonly webSudo: WebSudoRules;
  /** The names of those who may administer Jira. */
  readonly administrators: readonly string[];
}

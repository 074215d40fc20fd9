/** Whatever a browser takes for Jira with the plugin. */
export interface Jira {
  /** The base URL, with the context path and without a slash at its end. */
  readonly url: string;
  /** The origin that all requests of the page must stay within. */
  readonly origin: string;
}

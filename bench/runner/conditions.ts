/** What has to be the same for figures to be compared. */
import os from "node:os";

import { NETWORK } from "./network.ts";

export interface Conditions {
  /** The commit, and what was built of it. */
  readonly build: string;
  readonly browser: string;
  readonly cpu: string;
  readonly network: string;
}

/** Those of this build, this machine and this version of the browser. */
export function conditionsHere(build: string, browserVersion: string): Conditions {
  return {
    build,
    browser: `Chromium ${browserVersion}`,
    cpu: `${os.cpus().length} × ${os.cpus()[0]?.model ?? "unknown"}`,
    network: NETWORK.description,
  };
}

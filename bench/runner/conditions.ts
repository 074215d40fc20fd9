/** What has to be the same for figures to be compared. */
import os from "node:os";

import { NETWORK } from "./network.ts";

export interface Conditions {
  readonly browser: string;
  readonly cpu: string;
  readonly network: string;
}

/** Those of this machine and this version of the browser. */
export function conditionsHere(browserVersion: string): Conditions {
  return {
    browser: `Chromium ${browserVersion}`,
    cpu: `${os.cpus().length} × ${os.cpus()[0]?.model ?? "unknown"}`,
    network: NETWORK.description,
  };
}

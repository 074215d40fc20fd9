/** A sandbox for each worker with fresh data for each test, whatever the browser. */
import { test as base } from "@playwright/test";

import { Rest } from "./rest.ts";
import { Sandbox } from "./sandbox.ts";

interface WorkerFixtures {
  /** This worker's sandbox. Its data is fresh at the start of each test. */
  readonly sandbox: Sandbox;
  readonly restSession: Rest;
}

interface TestFixtures {
  /** The REST API with an administrator's session. */
  readonly rest: Rest;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
  restSession: [
    async ({ sandbox }, use) => {
      const rest = await Rest.logIn(sandbox);
      await use(rest);
      await rest.dispose();
    },
    { scope: "worker" },
  ],
  rest: async ({ sandbox, restSession }, use) => {
    await sandbox.reset();
    await restSession.renewSession();
    await use(restSession);
  },
});

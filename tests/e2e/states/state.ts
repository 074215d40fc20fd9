/** A state of the page that a person can meet, and how to get there in any language. */
import { expect, type Page } from "@playwright/test";

import { KEYS } from "../support/demo.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import type { PageName } from "../support/frame.ts";
import type { Project, Rest } from "../support/rest.ts";
import type { Sandbox } from "../support/sandbox.ts";

export interface Stage {
  readonly connectionPage: ConnectionPage;
  readonly page: Page;
  readonly rest: Rest;
  readonly sandbox: Sandbox;
}

export interface PageState {
  /** For people, and for the names of files. */
  readonly name: string;
  /** Which page it is a state of, if not of the Connection page. */
  readonly shows?: PageName;
  /** Makes the data, opens the page and brings it there. */
  readonly arrange: (stage: Stage) => Promise<void>;
}

/** Global and three projects, each with another account or none. */
export async function severalAccounts({ rest }: Stage): Promise<void> {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, accountLabel: "Globex" });
  await rest.add(await rest.project("PAY"));
}

/** Opens the page at a project's connection, which has this key. */
export async function openProject({ connectionPage, rest }: Stage, apiKey: string): Promise<Project> {
  const project = await rest.project("SMOK");
  const accountLabel = "ACME US";
  const { id } = await rest.add(project, { apiKey, accountLabel });
  await connectionPage.open();
  await connectionPage.goToFragment(`#/connections/${id}`);
  await connectionPage.heading(project.name).waitFor();
  // Only now it knows which version of the connection it shows.
  await expect(connectionPage.labelField).toHaveValue(accountLabel);
  return project;
}

/** What an act of the fault matrix is. */
import { expect, type Locator, type Page } from "@playwright/test";

import type { ConnectionPage } from "./connection-page.ts";
import type { Rest } from "./rest.ts";
import type { Sandbox } from "./sandbox.ts";

export interface Stage {
  readonly connectionPage: ConnectionPage;
  readonly page: Page;
  readonly rest: Rest;
  readonly sandbox: Sandbox;
}

/** A request being made again and again, on one page. */
export interface Act {
  /** Takes the opened page to where the request can be made, at the start and after it was led elsewhere. */
  open(): Promise<void>;
  /** Types what there is to type. */
  type(): Promise<void>;
  /** Makes the request. */
  step(): Promise<void>;
  /** The part of the page in which a failure with this text is said. */
  place(text: string): Locator;
  /** What was typed, or shown, is still there. */
  kept(): Promise<void>;
  /** Has a look where a failure would be, when that is not in sight by itself. */
  look(): Promise<void>;
  /** Back to before anything was typed. */
  leave(): Promise<void>;
  /** Lets somebody else's change stand, which is such a way back too. */
  takeTheirs(): Promise<void>;
  /** What the request would change on the server. */
  state(): Promise<unknown>;
  /** Presses what asks again. */
  again(): Promise<void>;
  /** The page shows that it was done. */
  done(): Promise<void>;
  /** Somebody else changes the connection, or adds it. */
  meanwhile(): Promise<void>;
}

/** Everything that hardly any act needs. */
export function act(own: Pick<Act, "step" | "place" | "state"> & Partial<Act>): Act {
  const nothing = async () => {};
  const rest = { look: nothing, leave: nothing, takeTheirs: nothing, again: nothing, done: nothing, meanwhile: nothing };
  return { open: nothing, type: nothing, kept: nothing, ...rest, ...own };
}

export function alert(within: Locator, text: string): Locator {
  return within.getByRole("alert").filter({ hasText: text });
}

export async function cancel(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
}

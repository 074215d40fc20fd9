/** What the page promises: after every step, and once everything has been answered as it should be. */
import { expect } from "../fixtures.ts";
import { KEYS } from "./keys.ts";
import type { Others } from "./others.ts";
import type { Person, Typed } from "./person.ts";
import type { Wire } from "./wire.ts";
import { hintOf } from "../support/demo.ts";
import type { ConnectionPage, StatusWord } from "../support/connection-page.ts";
import type { Connection, Rest, Status } from "../support/rest.ts";

const WORDS: Readonly<Record<Status, StatusWord>> = {
  INACTIVE: "Inactive",
  KEY_MISSING: "Key missing",
  CONNECTED: "Connected",
  UNVERIFIED: "Not verified",
  KEY_REJECTED: "Key rejected",
  UNREACHABLE: "Unreachable",
  PROJECT_UNAVAILABLE: "Project unavailable",
};

/** What the server says of an account. */
interface StoredAccount {
  readonly keyHint: string | null;
  readonly labels: readonly { readonly label: string | null }[];
  readonly connections: number;
}

/** All that a walk is about. */
export interface Stage {
  readonly view: ConnectionPage;
  readonly rest: Rest;
  readonly wire: Wire;
  readonly person: Person;
  readonly others: Others;
}

/** What must hold after every step. */
export async function expectKept(stage: Stage): Promise<void> {
  const { person, wire } = stage;
  expect(wire.taken, "every press changes something at most once").toBeLessThanOrEqual(person.presses);
  const { typed } = person;
  if (typed && !(await isThere(stage, typed))) {
    // What the page does with an answer, it may do a moment after the answer.
    await expect
      .poll(async () => (await isThere(stage, typed)) || (await isSaved(stage, typed)), "what was typed is there or saved")
      .toBe(true);
    person.typed = (await isThere(stage, typed)) ? typed : undefined;
  }
  await expectNoForgottenKey(stage);
}

/** A key that was saved or given up stands in no field any more. */
async function expectNoForgottenKey({ view, person }: Stage): Promise<void> {
  const left = async () => {
    const fields = await view.frame.evaluate(() =>
      [...document.querySelectorAll("input")].map((field) => ({ value: field.value, asked: field.closest("dialog") !== null })),
    );
    const keys = fields.filter(({ value }) => KEYS.some((key) => key === value));
    return keys.filter(({ value, asked }) => value !== (asked ? person.tools.firstKey : person.typed?.key));
  };
  if ((await left()).length > 0) {
    await expect.poll(left, "no field has a key that nobody is about to save").toEqual([]);
  }
}

/** Lets a walk come to rest, and compares everything that is shown with what is stored. */
export async function expectAgreement(stage: Stage): Promise<void> {
  const { view, wire, person, rest, others } = stage;
  await others.calmDown();
  await wire.pass();
  await person.sendAgain();
  await expectKept(stage);
  await leaveDialogs(stage);
  for (const step of ["retry", "return", "retry"]) {
    await (step === "return" ? person.comeBack(true) : person.retryLoads());
    await person.sendAgain();
  }
  await expect(view.frame.locator("[aria-busy=true]:visible"), "nothing is busy any more").toHaveCount(0);
  const connections = await rest.connections();
  // The filter comes and goes with the number of connections: once that is told, the filter is as it will be.
  const counted = new RegExp(`^Jira Project specific \\((\\d+ of )?${connections.length}\\)$`);
  await expect(view.list.getByRole("heading", { name: counted })).toBeVisible();
  await person.showAll();

  const global = await rest.connection("global");
  await expect(view.globalRow).toContainText(WORDS[global.status]);
  await expect(view.projectRows).toContainText(connections.map(({ project }) => project!.name));
  await expect(view.projectRows).toContainText(connections.map(({ status }) => WORDS[status]));
  await expectPane(stage, [global, ...connections]);
  await expectPicker(stage, connections);
  if (person.tools.concernsAccounts) {
    await expectAccounts(stage);
  }
}

async function expectPane({ view, person }: Stage, connections: readonly Connection[]): Promise<void> {
  const shown = idOf(await view.fragment());
  const connection = connections.find(({ id }) => id === shown);
  const gone = view.detail.getByText("This connection is gone");
  if (!connection) {
    await expect(gone).toBeVisible();
  } else if (!person.typed && !(await gone.isVisible())) {
    await view.expectStatus(WORDS[connection.status]);
    await expect(view.labelField).toHaveValue(connection.accountLabel ?? "");
    const replacing = await view.keyField.isVisible();
    await expect(view.detail.getByText(`•••• ${connection.keyHint ?? ""}`)).toHaveCount(connection.keyHint && !replacing ? 1 : 0);
  }
}

async function expectPicker({ view }: Stage, connections: readonly Connection[]): Promise<void> {
  const dialog = await view.openAddDialog();
  const picker = dialog.getByRole("combobox", { name: "Jira project" });
  // Another dialog may say until then that it is coming, or that it can't be had, if that was asked for before all went well.
  const notHad = dialog.getByRole("alert").filter({ hasText: "This part of the page couldn’t be loaded" });
  await expect(picker.or(notHad)).toBeVisible();
  if (await notHad.isVisible()) {
    await dialog.getByRole("button", { name: "Try again" }).click();
  }
  await expect(picker).toBeVisible();
  // Archived projects are not offered at all.
  for (const { project } of connections.filter(({ status }) => status !== "PROJECT_UNAVAILABLE")) {
    await picker.fill(project!.key);
    await expect(view.option(project!.name)).toHaveAttribute("aria-disabled", "true");
  }
  await dialog.getByRole("button", { name: "Cancel" }).click();
}

/** The accounts are those that the stored keys make. */
async function expectAccounts({ view, rest }: Stage): Promise<void> {
  const { values } = await rest.read<{ values: readonly StoredAccount[] }>("accounts?maxResults=200");
  await view.frame.getByRole("button", { name: "More", exact: true }).click();
  await view.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = view.dialog("Test IO accounts");
  await expect(dialog.getByRole("heading", { level: 3 })).toHaveCount(values.length);
  for (const { keyHint, labels, connections } of values) {
    const label = labels.find((used) => used.label !== null)?.label ?? "No label";
    const card = dialog.getByRole("listitem").filter({ hasText: `${label} ••••\u00a0${keyHint ?? ""}` });
    await expect(card.first()).toContainText(`${connections} connection`);
  }
  await dialog.getByRole("button", { name: "Close" }).click();
}

/** Says no to whatever is asked, also in a dialog that takes the place of the one which says that it is coming. */
async function leaveDialogs({ view }: Stage): Promise<void> {
  const dialog = view.frame.locator("dialog:modal").last();
  // A form within a dialog has one of its own.
  const no = dialog.getByRole("button", { name: /^(Cancel|Close|Keep editing|Stop)$/ }).last();
  while ((await dialog.count()) > 0) {
    await no.click();
    await view.nextFrames(1);
  }
}

async function isThere({ view }: Stage, { fragment, key, label }: Typed): Promise<boolean> {
  const found = await view.frame.evaluate(() => ({
    fragment: location.hash,
    asked: document.querySelector("dialog:modal") !== null,
    fields: [...document.querySelectorAll<HTMLInputElement>("main form input")].map(({ value }) => value),
  }));
  const has = (text: string | undefined) => text === undefined || found.fields.includes(text);
  return (found.asked || idOf(found.fragment) === idOf(fragment)) && has(key) && has(label);
}

async function isSaved({ rest, wire, others }: Stage, { fragment, key, label }: Typed): Promise<boolean> {
  const id = idOf(fragment);
  const stored = [await rest.connection("global"), ...(await rest.connections())].find((known) => known.id === id);
  if (!stored) {
    return true;
  }
  const sent = wire.sent.some(({ path, body }) => path === `/connections/${id}` && body.includes(JSON.stringify(key ?? label?.trim())));
  const keyStored = key === undefined || stored.keyHint === hintOf(key) || (stored.hasKey && stored.keyHint === null);
  const labelStored = label === undefined || (stored.accountLabel ?? "") === label.trim();
  return sent && ((keyStored && labelStored) || others.touched.has(id));
}

function idOf(fragment: string): string {
  return fragment.split("/").at(-1) || "global";
}

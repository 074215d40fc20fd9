/**
 * Jira turns a request away until somebody logs in or confirms to be an administrator. The page says so, and sends
 * the very same request again once the person is back: once, and with everything that was typed.
 */
import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { hintOf, KEYS } from "../support/demo.ts";
import { confirmThrough, logInThrough } from "../support/jira-tabs.ts";
import type { Rest } from "../support/rest.ts";
import type { SessionRules, WebSudoRules } from "../support/jira-access.ts";
import type { Sandbox } from "../support/sandbox.ts";

const LOGGED_OUT = "You have been logged out of Jira";
const NOT_CONFIRMED = "Confirm that you are an administrator";

interface Stage {
  readonly connectionPage: ConnectionPage;
  readonly rest: Rest;
  readonly sandbox: Sandbox;
}

/** What somebody is doing when Jira turns a request away. */
interface Situation {
  readonly name: string;
  /** Up to where everything is still well. */
  readonly before?: (stage: Stage) => Promise<void>;
  /** The step whose request is turned away. */
  readonly step: (stage: Stage) => Promise<void>;
  /** What was typed is still there. */
  readonly kept: (stage: Stage) => Promise<void>;
  /** What the page shows in its place when nobody wants to wait. */
  readonly givenUp: (stage: Stage) => Promise<void>;
  /** The step was done after all, and once: the other attempts were turned away. */
  readonly done: (stage: Stage, attempts: number) => Promise<void>;
}

const SAVING: Situation = {
  name: "saving a typed key",
  before: async ({ connectionPage }) => connectionPage.open(),
  step: async ({ connectionPage }) => {
    await connectionPage.labelField.fill("ACME EU");
    await connectionPage.saveKey(KEYS.acmeEu);
  },
  kept: async ({ connectionPage }) => {
    await expect(connectionPage.keyField).toHaveValue(KEYS.acmeEu);
    await expect(connectionPage.labelField).toHaveValue("ACME EU");
  },
  givenUp: async ({ connectionPage, rest }) => {
    await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText(/^Not saved.*What you entered is still here\./);
    await expect(connectionPage.button("Try again")).toBeVisible();
    expect(await rest.connection("global")).toMatchObject({ hasKey: false, version: 1 });
  },
  done: async ({ connectionPage, rest, sandbox }, attempts) => {
    await connectionPage.expectStatus("Connected");
    const saved = { keyHint: hintOf(KEYS.acmeEu), accountLabel: "ACME EU", version: 2 };
    expect(await rest.connection("global")).toMatchObject(saved);
    expect(await sandbox.writes(), "each turned away but the last").toHaveLength(attempts);
  },
};

const LOADING: Situation = {
  name: "loading the page",
  step: async ({ connectionPage }) => connectionPage.visit(),
  kept: async () => {},
  givenUp: async ({ connectionPage }) => {
    await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText("This couldn’t be loaded");
    await expect(connectionPage.list.getByRole("alert")).toContainText("This couldn’t be loaded");
    await expect(connectionPage.button("Try again")).toBeVisible();
  },
  done: async ({ connectionPage }) => {
    await expect(connectionPage.globalRow).toBeVisible();
    await expect(connectionPage.heading("Global (default)")).toBeVisible();
    await expect(connectionPage.list.getByText("No project has its own connection")).toBeVisible();
  },
};

const ADDING: Situation = {
  name: "adding a connection",
  before: async ({ connectionPage }) => {
    await connectionPage.open();
    const dialog = await connectionPage.openAddDialog();
    await dialog.getByRole("combobox", { name: "Jira project" }).fill("SMOK");
    await connectionPage.option("SMOK").click();
  },
  step: async ({ connectionPage }) => addButton(connectionPage).click(),
  kept: async ({ connectionPage, rest }) => {
    const field = connectionPage.dialog("Select Jira project").getByRole("combobox", { name: "Jira project" });
    await expect(field).toHaveValue((await rest.project("SMOK")).name);
  },
  givenUp: async ({ connectionPage, rest }) => {
    const dialog = connectionPage.dialog("Select Jira project");
    await expect(dialog.getByRole("alert").filter({ hasText: "The connection wasn’t added" })).toBeVisible();
    await expect(addButton(connectionPage)).toBeEnabled();
    expect(await rest.connections()).toEqual([]);
  },
  done: async ({ connectionPage, rest, sandbox }, attempts) => {
    const { name } = await rest.project("SMOK");
    await expect(connectionPage.heading(name)).toBeVisible();
    await expect(connectionPage.keyField).toBeFocused();
    await expect(connectionPage.row(name)).toBeVisible();
    expect(await rest.connections()).toHaveLength(1);
    expect(await sandbox.writes(), "each turned away but the last").toHaveLength(attempts);
  },
};

function addButton(connectionPage: ConnectionPage) {
  return connectionPage.dialog("Select Jira project").getByRole("button", { name: "Add connection" });
}

const SESSION_ANSWERS: readonly { answer: SessionRules["answer"]; status?: number }[] = [
  { answer: "UNAUTHORIZED", status: 401 },
  { answer: "UNAUTHORIZED_STATUS", status: 401 },
  { answer: "LOGIN_PAGE" },
  { answer: "LOGIN_REDIRECT" },
];

const WEB_SUDO_ANSWERS: readonly { answer: WebSudoRules["answer"]; status: number }[] = [
  { answer: "UNAUTHORIZED_JSON", status: 401 },
  { answer: "UNAUTHORIZED_XML", status: 401 },
  { answer: "UNAUTHORIZED_HEADER", status: 401 },
  { answer: "FORBIDDEN_JSON", status: 403 },
  { answer: "FORBIDDEN_XML", status: 403 },
  { answer: "FORBIDDEN_HEADER", status: 403 },
];

/** Takes a situation to where its request waits for a login. */
async function untilLoggedOut(stage: Stage, situation: Situation, answer: SessionRules["answer"]): Promise<void> {
  const { page } = stage.connectionPage;
  await stage.sandbox.setSessions({ answer });
  await situation.before?.(stage);
  await stage.connectionPage.allAnswered();
  // Not before the page asks: without a session Jira would not even show its frame.
  const ended = once(() => stage.sandbox.expireSession(page.request));
  await page.route(/\/rest\/testio\//, async (route) => {
    await ended();
    await route.continue();
  });
  await situation.step(stage);
  await expect(stage.connectionPage.banner(LOGGED_OUT)).toContainText("Nothing you entered is lost.");
  await page.unroute(/\/rest\/testio\//);
}

/** Takes a situation to where its request waits for a confirmation. */
async function untilAsked(stage: Stage, situation: Situation, answer: WebSudoRules["answer"]): Promise<void> {
  await situation.before?.(stage);
  await stage.connectionPage.allAnswered();
  await stage.sandbox.setWebSudo({ enabled: true, answer, protects: "EVERYTHING" });
  await situation.step(stage);
  await expect(stage.connectionPage.banner(NOT_CONFIRMED)).toContainText("Jira asks for your password again.");
}

/** The test's own requests need no confirmation; after it the page's have theirs. */
async function endWebSudo(sandbox: Sandbox): Promise<void> {
  await sandbox.setWebSudo({ enabled: false });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let started: Promise<void> | undefined;
  return () => (started ??= work());
}

for (const situation of [SAVING, LOADING, ADDING]) {
  for (const { answer, status } of SESSION_ANSWERS) {
    test(`${situation.name}, logged out (${answer}): goes on after the login`, async (
      { connectionPage, rest, sandbox, expectFailure },
    ) => {
      const stage = { connectionPage, rest, sandbox };
      expectFailure(...(status ? [status] : []));
      await untilLoggedOut(stage, situation, answer);
      await situation.kept(stage);
      await logInThrough(connectionPage.banner(LOGGED_OUT).getByRole("link", { name: /^Log in/ }));
      await situation.kept(stage);
      await connectionPage.comeBack();
      await situation.done(stage, 2);
      await expect(connectionPage.banner(LOGGED_OUT)).toBeHidden();
    });
  }

  for (const { answer, status } of WEB_SUDO_ANSWERS) {
    test(`${situation.name}, WebSudo (${answer}): goes on after the confirmation`, async (
      { connectionPage, rest, sandbox, expectFailure },
    ) => {
      const stage = { connectionPage, rest, sandbox };
      expectFailure(status);
      await untilAsked(stage, situation, answer);
      await confirmThrough(connectionPage.banner(NOT_CONFIRMED).getByRole("link", { name: /^Confirm in Jira/ }));
      await connectionPage.comeBack();
      await expect(connectionPage.banner(NOT_CONFIRMED)).toBeHidden();
      await endWebSudo(sandbox);
      await situation.done(stage, 2);
    });
  }

  test(`${situation.name}, logged out: the button sends it again too, and nothing before the login`, async (
    { connectionPage, rest, sandbox, expectFailure },
  ) => {
    const stage = { connectionPage, rest, sandbox };
    expectFailure(401);
    await untilLoggedOut(stage, situation, "UNAUTHORIZED");
    const banner = connectionPage.banner(LOGGED_OUT);
    await banner.getByRole("button", { name: "Try again now" }).click();
    await expect(banner).toBeVisible();
    await situation.kept(stage);
    await logInThrough(banner.getByRole("link", { name: /^Log in/ }));
    await banner.getByRole("button", { name: "Try again now" }).click();
    // Without a session nothing is sent but the question who is there.
    await situation.done(stage, 2);
  });

  test(`${situation.name}, logged out: whoever does not want to wait sees it in its place`, async (
    { connectionPage, rest, sandbox, expectFailure },
  ) => {
    const stage = { connectionPage, rest, sandbox };
    expectFailure(401);
    await untilLoggedOut(stage, situation, "UNAUTHORIZED");
    await connectionPage.banner(LOGGED_OUT).getByRole("button", { name: "Don’t wait" }).click();
    await expect(connectionPage.banner(LOGGED_OUT)).toBeHidden();
    await situation.givenUp(stage);
    await situation.kept(stage);
  });
}

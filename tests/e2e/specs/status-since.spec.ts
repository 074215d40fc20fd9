/** Since when a connection is in its state: beside each state, and as true after hours as at first. */
import type { Locator } from "@playwright/test";

import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import type { Connection, Rest } from "../support/rest.ts";

const since = async (rest: Rest, id: string) =>
  (await rest.read<Connection & { readonly statusSince: string }>(`connections/${id}`)).statusSince;

/** It has the exact time for people and for programs. */
async function expectExact(time: Locator, instant: string): Promise<void> {
  await expect(time).toHaveAttribute("datetime", instant);
  await expect(time).toHaveAttribute("title", /\d{4}.*:\d\d:\d\d/);
}

test("the open connection says for how long, while it is looked at", async ({ connectionPage, page, rest }) => {
  const project = await rest.project("SMOK");
  const { id } = await rest.add(project, { apiKey: KEYS.revoked, verify: false });
  await rest.test(id);
  await page.clock.install();
  await connectionPage.open();
  await connectionPage.select(project.name);
  await connectionPage.expectStatus("Key rejected");
  const time = connectionPage.detail.locator(".tio-detail__header time");
  await expect(time).toHaveText("for less than a minute");
  await expectExact(time, await since(rest, id));
  await page.clock.fastForward(3 * 3_600_000);
  await expect(time).toHaveText("for 3 hours");

  await connectionPage.globalRow.click();
  await expectExact(time, await since(rest, "global"));
});

test("another state begins anew, the same one goes on", async ({ connectionPage, page, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  const time = connectionPage.detail.locator(".tio-detail__header time");
  const connected = await since(rest, "global");
  await connectionPage.button("Test connection").click();
  await expect(connectionPage.detail.getByText(/^Test IO accepts the saved key/)).toBeVisible();
  await expectExact(time, connected);
  // The server tells times to the second.
  await expect.poll(() => page.evaluate(() => Date.now())).toBeGreaterThan(Date.parse(connected) + 1_000);
  await connectionPage.switchGlobalOff();
  await connectionPage.expectStatus("Inactive");
  const inactive = await since(rest, "global");
  expect(inactive).not.toBe(connected);
  await expectExact(time, inactive);
});

test("a row of the list tells it to whoever points at its state", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  const state = connectionPage.row(project.name).getByTitle(/^since /);
  await expect(state).toHaveText("Key missing");
  await expect(state).toHaveAttribute("title", /\d{4}.*:\d\d:\d\d/);
});

test("who may only look reads it too, in German", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await sandbox.setAdministrator("admin", false);
  await connectionPage.useLocale("de_DE");
  await connectionPage.visit();
  const fact = connectionPage.frame.getByRole("definition").filter({ hasText: "Verbunden" });
  await expect(fact).toContainText("seit weniger als einer Minute");
  await expectExact(fact.locator("time"), await since(rest, "global"));
});

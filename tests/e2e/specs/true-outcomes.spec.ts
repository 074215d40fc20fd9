/** What the page says of an outcome is true, and looks like it. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test("what never left an offline browser is not called perhaps done", async (
  { connectionPage, context, rest, sandbox, expectFailure },
) => {
  expectFailure("dropped");
  await connectionPage.open();
  await connectionPage.labelField.fill("ACME EU");
  await context.setOffline(true);
  await connectionPage.saveKey(KEYS.acmeEu);
  const failure = connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ });
  await expect(failure).toContainText("Not saved");
  await expect(failure).toContainText("Your browser is offline, so nothing was sent.");
  await expect(failure).not.toContainText("may have been done");
  await context.setOffline(false);
  await connectionPage.button("Try again").click();
  await connectionPage.expectStatus("Connected");
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU", version: 2 });
  expect(await sandbox.writes()).toHaveLength(1);
});

test("a key that was saved without being checked is not called good news", async (
  { connectionPage, rest, sandbox, expectFailure },
) => {
  expectFailure(424);
  await connectionPage.open();
  await sandbox.addFault({ target: "testio", dropConnection: true });
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.button("Save without verifying").click();
  await connectionPage.expectStatus("Not verified");
  const saved = connectionPage.detail.locator(".tio-message").filter({ hasText: "Saved." });
  await expect(saved).toHaveClass(/tio-tone--info/);
  await connectionPage.button("Test connection").click();
  await connectionPage.expectStatus("Unreachable");
  await connectionPage.labelField.fill("ACME EU");
  await connectionPage.saveButton.click();
  await expect(saved).toHaveClass(/tio-tone--warning/);
  await sandbox.clearFaults();
  expect(await rest.connection("global")).toMatchObject({ accountLabel: "ACME EU" });
});

test("a server’s words have no part of the key that was typed", async (
  { connectionPage, sandbox, expectFailure },
) => {
  expectFailure(400);
  await connectionPage.open();
  const part = KEYS.acmeEu.slice(0, 16);
  const quoted = `Unexpected end-of-input: {"apiKey":"${part}"[truncated 24 chars]`;
  const body = JSON.stringify({ errorMessages: [quoted], errors: {}, code: "BAD_REQUEST" });
  const fault = { status: 400, contentType: "application/json", body };
  await sandbox.addFault({ path: "/connections/global", method: "PUT", ...fault });
  await connectionPage.saveKey(KEYS.acmeEu);
  const failure = connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ });
  await expect(failure).toContainText('Unexpected end-of-input: {"apiKey":"…"[truncated 24 chars]');
  await expect(failure).not.toContainText(part.slice(0, 8));
});

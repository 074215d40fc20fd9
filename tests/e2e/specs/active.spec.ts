/** The Global connection's switch, which is apart from its key. */
import { expect, test } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import { kind } from "../support/fault-kinds.ts";
import type { Rest } from "../support/rest.ts";

const question = (connectionPage: ConnectionPage) => connectionPage.dialog("Switch the Global connection off?");

/** How many projects use Global, as the server counts them. */
async function served(rest: Rest): Promise<number> {
  return (await rest.read<{ projects: { global: number } }>("connections/summary")).projects.global;
}

test("off keeps the key, and on needs no new one", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  const active = connectionPage.activeSwitch;
  await expect(active).toBeChecked();

  await connectionPage.switchGlobalOff();
  await expect(active).not.toBeChecked();
  await connectionPage.expectStatus("Inactive");
  expect(await rest.connection("global")).toMatchObject({ active: false, hasKey: true, status: "INACTIVE" });
  expect(await rest.effective(project.id)).toMatchObject({ source: "NONE" });

  await active.click();
  await expect(active).toBeChecked();
  await connectionPage.expectStatus("Connected");
  expect(await rest.effective(project.id)).toMatchObject({ source: "GLOBAL" });
});

test("off asks first, and says how many projects lose their connection", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await rest.add(await rest.project("SMOK"));
  await connectionPage.open();
  await sandbox.clearRequests();
  const asked = question(connectionPage);
  for (const no of ["Cancel", "Escape"]) {
    await connectionPage.activeSwitch.click();
    await expect(asked).toContainText(`${await served(rest)} projects use it and lose their connection to Test IO.`);
    await expect(asked).toContainText("Switching it off keeps the API key.");
    await expect(asked.getByRole("button", { name: "Cancel" })).toBeFocused();
    await (no === "Cancel" ? asked.getByRole("button", { name: no }).click() : connectionPage.page.keyboard.press(no));
    await expect(asked).toBeHidden();
    await expect(connectionPage.activeSwitch).toBeChecked();
    await expect(connectionPage.activeSwitch).toBeFocused();
  }
  expect(await sandbox.writes(), "nothing is sent").toEqual([]);
});

test("what was switched off is on again with Undo", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.open();
  await sandbox.clearRequests();
  await connectionPage.switchGlobalOff();
  const message = connectionPage.detail.getByRole("status").filter({ hasText: "The Global connection is off." });
  await message.getByRole("button", { name: "Undo" }).click();
  await expect(connectionPage.activeSwitch).toBeChecked();
  await expect(message).toBeHidden();
  await expect(connectionPage.detail.getByText("The Global connection is active.")).toBeVisible();
  expect(await rest.connection("global")).toMatchObject({ active: true, status: "CONNECTED" });
  expect(await sandbox.writes()).toHaveLength(2);
});

test("where no project uses it, off is off at once", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  for (const project of await rest.projects()) {
    await rest.add(project);
  }
  expect(await served(rest)).toBe(0);
  await connectionPage.open();
  await expect(connectionPage.frame.getByText(/projects have their own$/)).toBeVisible();
  await connectionPage.activeSwitch.click();
  await expect(connectionPage.activeSwitch).not.toBeChecked();
  await expect(question(connectionPage)).toBeHidden();
});

test("what is not known is asked about without a number", async ({ connectionPage, rest, sandbox, expectFailure }) => {
  expectFailure(503);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await sandbox.addFault({ path: "/connections/summary", method: "GET", ...kind("gateway503").answer });
  await connectionPage.open();
  await connectionPage.activeSwitch.click();
  const asked = question(connectionPage);
  await expect(asked).toContainText("Projects without a connection of their own lose their connection to Test IO.");
  await asked.getByRole("button", { name: "Switch off" }).click();
  await expect(connectionPage.activeSwitch).not.toBeChecked();
});

test("on with a key that is rejected says so", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.revoked, verify: false });
  await rest.test("global");
  await rest.update("global", { active: false });
  await connectionPage.open();
  await connectionPage.activeSwitch.click();
  await connectionPage.expectStatus("Key rejected");
  const message = connectionPage.detail.getByRole("status").filter({ hasText: "The Global connection is active." });
  await expect(message).toContainText("Test IO no longer accepts the API key. Replace it with a current one.");
});

test("who may not change anything has no switch, and nothing to undo", async ({ connectionPage, rest, sandbox }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await connectionPage.page.clock.install();
  await connectionPage.open();
  await connectionPage.switchGlobalOff();
  await expect(connectionPage.button("Undo")).toBeEnabled();
  await connectionPage.allAnswered();
  await sandbox.setAdministrator("admin", false);
  await connectionPage.page.clock.fastForward(60_000);
  await connectionPage.comeBack();
  await expect(connectionPage.activeSwitch).toHaveCount(0);
  await expect(connectionPage.button("Undo")).toBeDisabled();
});

test("without a key it cannot be switched on, and says why", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const active = connectionPage.activeSwitch;
  await expect(active).toBeDisabled();
  await expect(active).toHaveAccessibleDescription(/Save an API key first/);
  expect(await rest.connection("global")).toMatchObject({ active: false });
});

test("a project connection has no switch", async ({ connectionPage, rest }) => {
  const project = await rest.project("SMOK");
  await rest.add(project);
  await connectionPage.open();
  await connectionPage.select(project.name);
  await expect(connectionPage.detail.getByRole("switch")).toHaveCount(0);
});

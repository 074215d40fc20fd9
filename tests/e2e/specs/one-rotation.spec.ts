/** Three hundred connections of four accounts: a key that ninety of them hold is revoked, and replaced once. */
import { expect, test as base } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { Sandbox } from "../support/sandbox.ts";

const test = base.extend<object, { readonly sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start({ projects: 400, connections: 300, accounts: 4 });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
});

for (const by of ["mouse", "keyboard"] as const) {
  test(`by ${by}, with one question to Test IO`, async ({ connectionPage, page, rest, sandbox }) => {
    const accounts = await rest.read<{ values: { labels: { label: string }[]; connections: number }[] }>("accounts");
    const account = accounts.values.find(({ connections }) => connections === 90)!;
    await sandbox.revoke(account.labels[0]!.label);
    await connectionPage.open();
    const chip = connectionPage.frame.getByRole("button", { name: "90 connections need attention" });
    const press = async (name: string) => {
      const button = connectionPage.button(name);
      await (by === "mouse" ? button.click() : button.press("Enter"));
    };
    await (by === "mouse" ? chip.click() : chip.press("Enter"));
    await connectionPage.expectStatus("Key rejected");
    await press("Replace key");
    await expect(connectionPage.detail.getByLabel("Also replace it in the 89 other connections with the same key")).toBeChecked();
    await expect(connectionPage.keyField).toBeFocused();
    await page.keyboard.insertText(KEYS.acmeEu);
    // Each question to Test IO uses one up.
    await sandbox.addFault({ target: "testio", delayMs: 1, times: 2 });
    await sandbox.clearRequests();
    await press("Save in 90 connections");
    await expect(connectionPage.detail.getByText("Saved in 90 connections.")).toBeVisible();
    await expect(chip).toBeHidden();
    await expect(connectionPage.detail.getByText("All is well: no connection needs attention any more.")).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
    expect(await sandbox.pendingFaults()).toMatchObject([{ times: 1 }]);
    const after = (await rest.read<typeof accounts>("accounts")).values.map(({ connections }) => connections);
    expect(after, "they belong to the other account now").not.toContain(90);
    expect(Math.max(...after)).toBeGreaterThanOrEqual(210);
  });
}

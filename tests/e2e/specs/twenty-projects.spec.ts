/** A customer's account serves twenty projects: its key is typed once, and Test IO is asked once for each. */
import { expect, test } from "../fixtures.ts";
import { hintOf, KEYS } from "../support/demo.ts";

const COUNT = 20;

/** More questions than there are, each of which uses one up. */
const QUESTIONS = 100;

for (const by of ["mouse", "keyboard"] as const) {
  test(`by ${by}`, async ({ connectionPage, page, rest, sandbox }) => {
    const all = await rest.projects();
    // Those that their key alone finds.
    const found = (query: string) => all.filter(({ key, name }) => `${key} ${name}`.toUpperCase().includes(query));
    const projects = all.filter(({ key }) => found(key).length === 1).slice(0, COUNT);
    expect(projects).toHaveLength(COUNT);
    await connectionPage.open();
    await sandbox.addFault({ target: "testio", delayMs: 1, times: QUESTIONS });
    await sandbox.clearRequests();
    const add = connectionPage.list.getByRole("button", { name: "Add connection" });
    await (by === "mouse" ? add.click() : add.press("Enter"));
    const dialog = connectionPage.dialog("Select Jira project");
    const project = dialog.getByRole("combobox", { name: "Jira project" });
    const another = dialog.getByRole("button", { name: "Add another" });
    for (const [index, { key, name }] of projects.entries()) {
      await expect(project).toBeFocused();
      await expect(project).toHaveValue("");
      await page.keyboard.insertText(key);
      const option = connectionPage.option(key);
      await expect(option).toBeVisible();
      if (by === "mouse") {
        await option.click();
      } else {
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
      }
      await expect(project).toHaveValue(name);
      if (index === 0) {
        await dialog.getByLabel("API key", { exact: true }).focus();
        await page.keyboard.insertText(KEYS.acmeUs);
      }
      await (by === "mouse" ? another.click() : another.press("Enter"));
      await expect(dialog.getByRole("status").filter({ hasText: `${name} has its own connection now.` })).toBeVisible();
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(connectionPage.list.getByRole("heading", { name: `Jira Project specific (${COUNT})` })).toBeVisible();
    const writes = await sandbox.writes();
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(COUNT).fill("POST /connections"));
    expect(await sandbox.pendingFaults()).toMatchObject([{ times: QUESTIONS - COUNT }]);
    const added = await rest.connections();
    expect(added).toHaveLength(COUNT);
    for (const connection of added) {
      expect(connection).toMatchObject({ status: "CONNECTED", keyHint: hintOf(KEYS.acmeUs) });
    }
  });
}

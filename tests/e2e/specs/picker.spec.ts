/** The picker of a project, in windows that are too low for all of its dialog. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { expectInView } from "../support/in-view.ts";

for (const size of [{ width: 1366, height: 625 }, { width: 640, height: 360 }, { width: 1280, height: 480 }]) {
  test(`the active option of the picker stays in view, ${size.width} × ${size.height}`, async ({ connectionPage, page, rest }) => {
    await page.setViewportSize(size);
    await rest.update("global", { apiKey: KEYS.acmeEu });
    await connectionPage.open();
    const dialog = await connectionPage.openAddDialog();
    await dialog.getByRole("combobox", { name: "Jira project" }).fill("a");
    await expect(connectionPage.frame.getByRole("listbox").getByRole("option").first()).toContainText(/\w/);
    const active = dialog.locator("[role=option][aria-selected=true]");
    for (const key of [...Array<string>(10).fill("ArrowDown"), "ArrowUp", "ArrowUp", "End", "Home"]) {
      await page.keyboard.press(key === "End" || key === "Home" ? `Control+${key}` : key);
      if (await active.count() > 0) {
        await expectInView(active, `the active option after ${key}`);
      }
    }
  });
}

test("what begins with the words comes first, and Enter chooses the only match", async ({ connectionPage, rest }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  const field = dialog.getByRole("combobox", { name: "Jira project" });
  const names = async (query: string) => {
    await field.fill(query);
    const { length } = await rest.projects(query);
    const options = dialog.getByRole("listbox").getByRole("option");
    await expect(options.first()).toHaveAttribute("aria-setsize", String(length));
    await expect(options.first()).toContainText(new RegExp(query, "i"));
    return options.locator("bdi").allTextContents();
  };
  const rank = (name: string) => (/^p/i.test(name) ? 0 : /[\s\p{P}\p{S}]p/iu.test(name) ? 1 : 2);
  const found = (await names("p")).map(rank);
  expect(new Set(found).size, found.join()).toBeGreaterThan(1);
  expect(found, "names that begin so, words that do, the rest").toEqual([...found].sort());
  expect((await names("billing"))[0]).toBe("Billing");

  await field.fill("billing united");
  await field.press("Enter");
  await expect(field).toHaveValue("Billing United States");
  await expect(dialog, "Enter did not add it yet").toBeVisible();
  await field.press("Enter");
  await expect(connectionPage.heading("Billing United States")).toBeVisible();
  expect(await rest.connectionOf("BILLUS")).toMatchObject({ status: "KEY_MISSING" });
});

test("the only match that has no connection is chosen by Enter typed right behind it", async ({ connectionPage, page, rest }) => {
  await rest.add(await rest.project("BILL"));
  await rest.add(await rest.project("BILLEU"));
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).focus();
  await page.keyboard.type("billing\n");
  await expect(dialog.getByRole("combobox", { name: "Jira project" })).toHaveValue("Billing United States");
});

test("the dialog keeps its height, however many projects match", async ({ connectionPage }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  const heights: number[] = [];
  for (const [query, matches] of [["a", /\w/], ["smok", /Smoke/]] as const) {
    await dialog.getByRole("combobox", { name: "Jira project" }).fill(query);
    await expect(connectionPage.frame.getByRole("listbox").getByRole("option").first()).toContainText(matches);
    heights.push((await dialog.boundingBox())!.height);
  }
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("nothing like it");
  await expect(dialog.getByText("No project matches.").last()).toBeVisible();
  heights.push((await dialog.boundingBox())!.height);
  expect(new Set(heights).size, heights.join(", ")).toBe(1);
});

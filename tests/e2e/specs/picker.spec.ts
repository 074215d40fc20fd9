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
    await dialog.getByRole("combobox").fill("a");
    await expect(connectionPage.frame.getByRole("option").first()).toContainText(/\w/);
    const active = dialog.locator("[role=option][aria-selected=true]");
    for (const key of [...Array<string>(10).fill("ArrowDown"), "ArrowUp", "ArrowUp", "End", "Home"]) {
      await page.keyboard.press(key === "End" || key === "Home" ? `Control+${key}` : key);
      if (await active.count() > 0) {
        await expectInView(active, `the active option after ${key}`);
      }
    }
  });
}

test("the dialog keeps its height, however many projects match", async ({ connectionPage }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  const heights: number[] = [];
  for (const [query, matches] of [["a", /\w/], ["smok", /Smoke/]] as const) {
    await dialog.getByRole("combobox").fill(query);
    await expect(connectionPage.frame.getByRole("option").first()).toContainText(matches);
    heights.push((await dialog.boundingBox())!.height);
  }
  await dialog.getByRole("combobox").fill("nothing like it");
  await expect(dialog.getByText("No project matches.").last()).toBeVisible();
  heights.push((await dialog.boundingBox())!.height);
  expect(new Set(heights).size, heights.join(", ")).toBe(1);
});

/** What has the focus stays in view in a window that becomes small, and the host is scrolled where it has to be. */
import { expect, test } from "../fixtures.ts";
import { DIALOGS } from "../states/dialogs.ts";
import { expectInView } from "../support/in-view.ts";

/** What remains of a laptop's window when its page is zoomed to 200 % and 400 %. */
const SMALL = [{ width: 640, height: 400 }, { width: 320, height: 256 }] as const;

for (const { name, arrange } of DIALOGS) {
  test(name, async ({ connectionPage, page, rest, sandbox, watch }) => {
    watch.tolerateFailures();
    await arrange({ connectionPage, page, rest, sandbox });
    const focused = connectionPage.frame.locator(":focus");
    await expect(focused).toHaveCount(1);
    for (const size of SMALL) {
      await page.setViewportSize(size);
      await expectInView(focused, `what has the focus at ${size.width} px`);
    }
  });
}

test("every control that Tab leads to in a question", async ({ connectionPage, page, rest, sandbox }) => {
  await page.setViewportSize(SMALL[0]);
  await DIALOGS.find(({ name }) => name === "deleting a connection")!.arrange({ connectionPage, page, rest, sandbox });
  const question = connectionPage.frame.getByRole("alertdialog");
  for (const name of ["Cancel", "Delete connection"]) {
    await expect(question.getByRole("button", { name })).toBeFocused();
    await expectInView(question.getByRole("button", { name }), name);
    await page.keyboard.press("Shift+Tab");
  }
});

/**
 * Where a question does not fit into a small window, its controls are scrolled into view, also by the host. That what has the
 * focus stays in view while a window becomes small is seen in every state (`accessibility.spec.ts`).
 */
import { expect, test } from "../fixtures.ts";
import { DIALOGS } from "../states/dialogs.ts";
import { expectInView } from "../support/in-view.ts";

test("every control that Tab leads to in a question", async ({ connectionPage, page, rest, sandbox }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await DIALOGS.find(({ name }) => name === "deleting a connection")!.arrange({ connectionPage, page, rest, sandbox });
  const question = connectionPage.frame.getByRole("alertdialog");
  for (const name of ["Cancel", "Delete connection"]) {
    await expect(question.getByRole("button", { name })).toBeFocused();
    await expectInView(question.getByRole("button", { name }), name);
    await page.keyboard.press("Shift+Tab");
  }
});

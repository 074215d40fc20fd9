/** Extensions that take comments out of the document, by which Leptos finds its places: the page goes on, or says that it can't. */
import { expect, test } from "../fixtures.ts";
import { severalAccounts } from "../states/state.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { stopped } from "../support/module.ts";

/** Takes all comments away within an element, as one script does. */
async function takeComments({ frame }: ConnectionPage, within: string): Promise<void> {
  const left = await frame.locator(within).evaluate((part) => {
    const comments = document.createTreeWalker(part, NodeFilter.SHOW_COMMENT);
    const found: Node[] = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    found.forEach((comment) => comment.parentNode!.removeChild(comment));
    return found.length;
  });
  expect(left, "there were comments").toBeGreaterThan(0);
}

for (const within of ["body", "nav", ".tio-header", "main > section"]) {
  test(`comments taken away within ${within}: every part of the page goes on`, async ({ connectionPage, page, rest, sandbox }) => {
    await severalAccounts({ connectionPage, page, rest, sandbox });
    await connectionPage.open();
    await expect(connectionPage.projectRows).toHaveCount(3);
    await takeComments(connectionPage, within);

    await connectionPage.filterField.fill("nothing like it");
    await expect(connectionPage.list.getByText("No connection matches")).toBeVisible();
    await expect(connectionPage.projectRows).toHaveCount(0);
    await connectionPage.filterField.fill("");
    await expect(connectionPage.projectRows).toHaveCount(3);
    await connectionPage.select("Smoke testing");
    await takeComments(connectionPage, within);
    await connectionPage.button("Replace key").click();
    await expect(connectionPage.keyField).toBeFocused();
    await connectionPage.button("Cancel").click();
    await expect(connectionPage.keyField).toHaveCount(0);
    await connectionPage.addConnection("DOCS");
    await expect(connectionPage.projectRows).toHaveCount(4);
    await expect(connectionPage.list.getByRole("heading", { name: "Jira Project specific (4)" })).toBeVisible();
    await expect(connectionPage.frame.getByRole("banner")).toContainText("4 projects");
    await expect(stopped(connectionPage.frame)).toBeHidden();
  });
}

test("comments taken away again and again: the page says that it has stopped, and offers to reload", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.frame.locator("body").evaluate((body) => {
    const take = () => {
      const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
      const found: Node[] = [];
      while (comments.nextNode()) found.push(comments.currentNode);
      found.forEach((comment) => comment.parentNode!.removeChild(comment));
    };
    new MutationObserver(take).observe(body, { childList: true, subtree: true });
    take();
  });
  await expect(stopped(connectionPage.frame)).toBeVisible();
  await connectionPage.frame.getByRole("button", { name: "Reload" }).click();
  await expect(connectionPage.globalRow).toBeVisible();
});

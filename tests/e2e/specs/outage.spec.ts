/** Jira was down when the page was opened, and is back. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

for (const place of ["below the title", "in the list", "in the right column"] as const) {
  test(`one Try again, ${place}, loads whatever failed`, async ({ connectionPage, rest, sandbox, expectFailure }) => {
    expectFailure(503);
    await rest.update("global", { apiKey: KEYS.acmeEu });
    await rest.add(await rest.project("SMOK"));
    await sandbox.addFault({ method: "GET", status: 503, contentType: "text/html", body: "Down" });
    await connectionPage.visit();
    const failed = connectionPage.frame.getByText(/Jira can’t answer at the moment/);
    await expect(failed).toHaveCount(3);
    await sandbox.clearFaults();
    const again = {
      "below the title": connectionPage.frame.getByRole("button", { name: "Try again" }).first(),
      "in the list": connectionPage.list.getByRole("button", { name: "Try again" }),
      "in the right column": connectionPage.detail.getByRole("button", { name: "Try again" }),
    }[place];
    await again.click();
    await expect(connectionPage.heading("Global (default)")).toBeVisible();
    await expect(connectionPage.projectRows).toHaveCount(1);
    await expect(connectionPage.frame.getByText("Global connection active")).toBeVisible();
    await expect(failed).toHaveCount(0);
  });
}

test("nothing is said of a Global connection that is not known", async (
  { connectionPage, rest, sandbox, expectFailure },
) => {
  expectFailure(503);
  await rest.update("global", { apiKey: KEYS.acmeEu });
  await sandbox.addFault({ path: "/connections/global", method: "GET", status: 503, body: "" });
  await connectionPage.visit();
  await expect(connectionPage.detail.getByRole("alert").filter({ hasText: /\S/ })).toContainText("This couldn’t be loaded");
  await expect(connectionPage.frame.getByText(/Global connection (in)?active/)).toHaveCount(0);
});

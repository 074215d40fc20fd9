/** The pictures in the README, taken anew by each run. */
import path from "node:path";

import { test, expect } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../../docs/images");

test.use({ viewport: { width: 1280, height: 820 } });

/** Takes a picture, once the projects' own are there. */
async function picture({ frame, page }: ConnectionPage, name: string): Promise<void> {
  const images = frame.locator("img");
  const areThere = (): Promise<boolean> => images.evaluateAll((all: HTMLImageElement[]) => all.every(({ complete }) => complete));
  await expect.poll(areThere).toBe(true);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: "disabled", caret: "hide" });
}

test.beforeEach(async ({ rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("SHOP"), { apiKey: KEYS.globex, accountLabel: "Globex" });
  await rest.add(await rest.project("CHK"), { apiKey: KEYS.globex, accountLabel: "Globex" });
  const billing = await rest.add(await rest.project("BILL"), { apiKey: KEYS.revoked, accountLabel: "ACME US", verify: false });
  await rest.test(billing.id);
  await rest.add(await rest.project("PAY"));
});

test("all connections", async ({ connectionPage }) => {
  await connectionPage.open();
  await connectionPage.expectStatus("Connected");
  await expect(connectionPage.projectRows).toHaveCount(5);
  await picture(connectionPage, "overview");
});

test("a project connection, dark", async ({ connectionPage, rest }) => {
  const { name } = await rest.project("SMOK");
  await connectionPage.useTheme("dark");
  await connectionPage.open();
  await connectionPage.select(name);
  await connectionPage.button("Test connection").click();
  await expect(connectionPage.detail.getByText("Test IO accepts the saved key: 3 products.")).toBeVisible();
  await picture(connectionPage, "project-dark");
});

test("choosing a project", async ({ connectionPage }) => {
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill("sho");
  await expect(connectionPage.option("already connected")).toBeVisible();
  await picture(connectionPage, "select-project");
});

test("a refused key in a narrow window", async ({ connectionPage, page, rest, expectFailure }) => {
  expectFailure(422);
  const { name } = await rest.project("PAY");
  await page.setViewportSize({ width: 560, height: 720 });
  await connectionPage.open();
  await connectionPage.select(name);
  await connectionPage.saveKey(KEYS.revoked);
  await connectionPage.expectFieldError(connectionPage.keyField, "Test IO didn’t accept this API key");
  await picture(connectionPage, "key-refused-narrow");
});

/** Proxies that compress change the header `ETag` or drop it. The page must not need it. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

const PROXIES = { weak: "as nginx does", suffixed: "as Apache does", dropped: "altogether" } as const;

for (const [entityTags, words] of Object.entries(PROXIES)) {
  test(`behind a proxy that changes entity tags ${words} everything can be saved, and nobody is blamed`, async (
    { connectionPage, rest, sandbox },
  ) => {
    const project = await rest.project("SMOK");
    await rest.add(project, { apiKey: KEYS.acmeEu });
    await sandbox.addFault({ entityTags: entityTags as keyof typeof PROXIES });
    await connectionPage.open();
    await connectionPage.select(project.name);

    await connectionPage.labelField.fill("ACME EU");
    await connectionPage.saveButton.click();
    await expect(connectionPage.detail.getByText("Saved.")).toBeVisible();

    await connectionPage.button("Replace key").click();
    await connectionPage.keyField.fill(KEYS.acmeUs);
    await connectionPage.saveButton.click();
    await expect(connectionPage.detail.getByText(`API key ending in ${KEYS.acmeUs.slice(-4)}`)).toBeVisible();
    await connectionPage.button("Test connection").click();
    await expect(connectionPage.detail.getByText(/accepted the API key/)).toBeVisible();
    await connectionPage.labelField.fill("ACME US");
    await connectionPage.saveButton.click();
    await expect(connectionPage.detail.getByText("Saved.")).toBeVisible();

    await connectionPage.chooseAction("Remove key…");
    await connectionPage.dialog(`Remove the API key of ${project.name}?`).getByRole("button", { name: "Remove key" }).click();
    await expect(connectionPage.row(project.name)).toContainText("Key missing");
    await connectionPage.chooseAction("Delete connection…");
    await connectionPage.dialog(`Delete the connection of ${project.name}?`).getByRole("button", { name: "Delete connection" }).click();
    await expect(connectionPage.row(project.name)).toBeHidden();
    expect((await sandbox.requests()).filter(({ status }) => status !== null && status >= 400)).toEqual([]);
  });
}

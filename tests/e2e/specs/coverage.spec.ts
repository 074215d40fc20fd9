/** Which connection Jira's projects use, as a picture with words. */
import { expect, test } from "../fixtures.ts";
import { expectAccessible } from "../support/axe.ts";
import { KEYS } from "../support/demo.ts";

test("without a Global connection, only what was added is connected", async ({ connectionPage, rest }) => {
  const all = (await rest.projects()).length;
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs });
  await connectionPage.open();
  const header = connectionPage.frame.getByRole("banner");
  await expect(header.getByText("Global connection inactive")).toBeVisible();
  await expect(header.getByText("1 project has its own")).toBeVisible();
  await expect(header.getByText(`${all - 1} projects have none`)).toBeVisible();
  const picture = header.getByRole("img", {
    name: `Connections of ${all} projects: 1 with its own, 0 with Global, ${all - 1} with none`,
  });
  await expect(picture).toBeVisible();
  await expectAccessible(connectionPage.frame);
});

test("it follows what is saved", async ({ connectionPage, rest }) => {
  const all = (await rest.projects()).length;
  await connectionPage.open();
  await connectionPage.saveKey(KEYS.acmeEu);
  const header = connectionPage.frame.getByRole("banner");
  await expect(header.getByText("Global connection active")).toBeVisible();
  await expect(header.getByText(`${all} projects use Global`)).toBeVisible();
  await expect(header.getByRole("img", { name: new RegExp(`0 with its own, ${all} with Global`) })).toBeVisible();
});

/** The order of names is that of Jira's database, which the page cannot know. */
import { expect, test as base } from "../fixtures.ts";
import { asked } from "../support/asked.ts";
import type { Connection } from "../support/rest.ts";
import { Sandbox } from "../support/sandbox.ts";

/** In Swedish Ü comes with Y and Ä behind Z, in English with U and A. */
const test = base.extend<object, { readonly sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start({ projects: 400, connections: 300, collation: "sv" });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
});

test("a link leads to its row wherever the server sorts it", async ({ connectionPage, page, rest }) => {
  const found = await rest.read<{ values: Connection[] }>("connections?query=%C3%BCbergr%C3%B6%C3%9Fen");
  const wanted = found.values[0]!;
  const all = await rest.read<{ values: Connection[] }>("connections?startAt=200&maxResults=200");
  expect(all.values.map(({ id }) => id), "it is far down").toContain(wanted.id);
  const pages = asked(page, "connections?startAt=");
  await connectionPage.visitAt(`#/connections/${wanted.id}`);
  await expect(connectionPage.heading(wanted.project!.name)).toBeVisible();
  const row = connectionPage.row(wanted.project!.name);
  await expect(row).toBeInViewport();
  await connectionPage.expectSelected(row);
  expect(pages.length).toBeLessThan(5);
});

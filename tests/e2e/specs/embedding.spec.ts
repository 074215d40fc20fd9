/** docs/embedding.md, done by somebody who has nothing but the package. */
import type { Locator } from "@playwright/test";

import { expect, test } from "../plugin-fixtures.ts";
import { iframe } from "../support/frame.ts";
import { KEYS } from "../support/demo.ts";

test("as written, the page works under any context path", async ({ connectionPage, page, plugin, rest }) => {
  const { name } = await rest.project("SMOK");
  await connectionPage.open();
  await expect(page).toHaveURL(`${plugin.url}/plugins/servlet/testio/connection#/global`);
  await connectionPage.saveKey(KEYS.acmeEu);
  await connectionPage.expectStatus("Connected");
  await connectionPage.addConnection("SMOK");
  await connectionPage.saveKey(KEYS.acmeUs);
  await connectionPage.expectStatus("Connected");
  await connectionPage.chooseAction("Test connection");
  await expect(connectionPage.detail.getByText(/^Test IO accepts the saved key/)).toBeVisible();
  await connectionPage.chooseAction("Delete connection…");
  const dialog = connectionPage.dialog(`Delete the connection of ${name}?`);
  await dialog.getByRole("button", { name: "Delete connection" }).click();
  await expect(connectionPage.row(name)).toBeHidden();
  expect(await rest.connection("global")).toMatchObject({ status: "CONNECTED" });
  expect(await rest.connections()).toEqual([]);
});

test("without the slash at its end, the address of the page leads to it", async ({ connectionPage, page, plugin }) => {
  await connectionPage.open();
  await page.goto(`${plugin.url}/plugins/servlet/testio/page/connection`);
  await expect(page.getByRole("link", { name: "All Jira projects" })).toBeVisible();
});

test.describe("where nothing tells the context path", () => {
  for (const frame of ["servlet", "resources"] as const) {
    test.describe(`with the files from the ${frame}`, () => {
      test.use({ changes: { frame, change: (_, answer) => withoutMeta(answer, "ajs-context-path") } });

      test("it is what stands in the address before Jira's own part", async ({ connectionPage }) => {
        await connectionPage.open();
        await connectionPage.saveKey(KEYS.acmeEu);
        await connectionPage.expectStatus("Connected");
      });
    });
  }
});

test.describe("with another content type for the module", () => {
  test.use({
    changes: {
      change: (name, answer) => {
        if (name.endsWith(".wasm")) {
          answer.headers["content-type"] = "application/octet-stream";
        }
      },
    },
  });

  test("the page works all the same", async ({ connectionPage }) => {
    await connectionPage.open();
    await connectionPage.expectStatus("Inactive");
    const dialog = await connectionPage.openAddDialog();
    await expect(dialog.getByRole("combobox", { name: "Jira project" })).toBeVisible();
  });
});

test.describe("with addresses of its own", () => {
  const configuration = "/any/context/path/secure/Elsewhere.jspa";
  test.use({
    changes: {
      metas: {
        "testio-rest-base": "/any/context/path/rest/testio/1.0",
        "testio-configuration-url": configuration,
        "testio-help-url": "https://help.example/connection",
        "ajs-context-path": "/wrong",
        "ajs-user-locale": "de_DE",
      },
      hostMetas: { "testio-configuration-url": "/not/this", "ajs-user-locale": "en_US" },
    },
  });

  test("the page's own meta elements come before the host's", async ({ connectionPage, rest }) => {
    await rest.update("global", { apiKey: KEYS.acmeEu });
    await connectionPage.visit();
    const { frame } = connectionPage;
    await expect(frame.getByRole("link", { name: "Zur Konfiguration" })).toHaveAttribute("href", configuration);
    await expect(frame.getByRole("link", { name: /^Hilfe/ })).toHaveAttribute("href", "https://help.example/connection");
    await expect(frame.locator("html")).toHaveAttribute("lang", "de");
  });
});

test.describe("with the name of a page", () => {
  test.use({ changes: { metas: { "testio-page": "maintenance", "testio-connection-url": "/any/context/path/elsewhere" } } });

  test("that page is shown, with its links where they are wanted", async ({ connectionPage, rest }) => {
    const project = await rest.project("SMOK");
    const { id } = await rest.add(project, { apiKey: KEYS.revoked, verify: false });
    await connectionPage.visit();
    const { frame } = connectionPage;
    await expect(frame.getByRole("heading", { name: "Maintenance" })).toBeVisible();
    await frame.getByRole("button", { name: "Run checks" }).click();
    await expect(frame.getByRole("link", { name: project.name })).toHaveAttribute(
      "href",
      `/any/context/path/elsewhere#/connections/${id}`,
    );
  });
});

test.describe("with a locale that has no texts", () => {
  test.use({ changes: { hostMetas: { "ajs-user-locale": "fr_FR" } } });

  test("the page is in English, and so are its dates", async ({ connectionPage, rest }) => {
    await rest.update("global", { apiKey: KEYS.acmeEu });
    await connectionPage.open();
    await connectionPage.expectStatus("Connected");
    const month = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(new Date());
    await expect(connectionPage.detail.getByText(new RegExp(`saved .*${month}`))).toBeVisible();
  });
});

test("the theme is that of the element around the iframe, live", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const root = connectionPage.frame.locator("html");
  for (const [name, value] of [
    ["data-color-mode", "dark"],
    ["data-theme", "dark:x"],
    ["data-color-mode-auto", ""],
    ["data-contrast-mode", "more"],
  ]) {
    await page.locator("html").evaluate((html, set) => html.setAttribute(set[0]!, set[1]!), [name, value]);
    await expect(root).toHaveAttribute(name!, value!);
    await page.locator("html").evaluate((html, gone) => html.removeAttribute(gone!), name);
    await expect(root).not.toHaveAttribute(name!);
  }
});

test("the page fits into the iframe, and the admin page need not scroll", async ({ connectionPage, page }) => {
  await connectionPage.open();
  const fits = (locator: Locator) => locator.evaluate((html) => html.scrollHeight <= html.clientHeight);
  expect(await fits(connectionPage.frame.locator("html"))).toBe(true);
  expect(await fits(page.locator("html"))).toBe(true);
});

test.describe("with height messages", () => {
  test.use({ changes: { hostMetas: { "testio-height": "messages" } } });

  test("the iframe gets as high as the page, and as low again", async ({ connectionPage, page, dist, rest }) => {
    await page.addInitScript({ content: dist.embedding.section("Height messages").code("js") });
    await connectionPage.open();
    const element = page.locator(iframe("connection"));
    const height = async () => (await element.boundingBox())!.height;
    const content = () => connectionPage.frame.locator("#testio-connection");
    const ofContent = async () => Math.ceil((await content().boundingBox())!.height);
    await expect.poll(async () => (await height()) === (await ofContent())).toBe(true);
    const before = await height();

    await rest.update("global", { apiKey: KEYS.acmeEu });
    await page.reload();
    await connectionPage.expectStatus("Connected");
    await expect.poll(height, "something else to show").not.toBe(before);
    await expect.poll(async () => (await height()) === (await ofContent())).toBe(true);
    const connected = await height();
    await connectionPage.chooseAction("Remove key…");
    const dialog = connectionPage.frame.getByRole("alertdialog");
    await expect(dialog).toBeInViewport({ ratio: 1 });
    await dialog.getByRole("button", { name: "Remove key" }).click();
    await connectionPage.expectStatus("Inactive");
    await expect.poll(height, "something else to show").not.toBe(connected);
    await expect.poll(async () => (await height()) === (await ofContent())).toBe(true);
  });
});

// The watch fails a test for any error in the console.
test("without height messages, none are posted", async ({ connectionPage, page }) => {
  await page.addInitScript(() => addEventListener("message", ({ data }) => console.error("heard", data)));
  await connectionPage.open();
  await connectionPage.labelField.fill("something to do meanwhile");
});

function withoutMeta(answer: { body: Buffer }, name: string): void {
  answer.body = Buffer.from(answer.body.toString("latin1").replace(new RegExp(`<meta name="${name}"[^>]*>`), ""), "latin1");
}

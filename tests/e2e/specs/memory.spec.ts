/** What the page does again and again leaves nothing in its memory. The bench has a bar for long work of all kinds. */
import { expect, test as base } from "../fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { Sandbox } from "../support/sandbox.ts";
import { memorySize, Traces } from "../support/traces.ts";

/** The steps in which the memory of a module grows. */
const PAGE_BYTES = 65_536;

const test = base.extend<object, { readonly sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start({ projects: 600, connections: 300 });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
});

// Many rows in view, so that few answers are enough.
test.use({ viewport: { width: 1280, height: 3000 } });

/** Has the rows in view show other connections, and those from before again. */
async function refill({ list, projectRows }: ConnectionPage): Promise<void> {
  const status = list.getByLabel("Status");
  const text = await projectRows.first().innerText();
  await status.selectOption("KEY_MISSING");
  await expect(projectRows.first()).not.toHaveText(text, { useInnerText: true });
  await status.selectOption("");
  await expect(projectRows.first()).toHaveText(text, { useInnerText: true });
}

test("rows forget what they have shown", async ({ connectionPage, context, page }) => {
  await Traces.of(page, context);
  await connectionPage.open();
  const sizeAfter = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await refill(connectionPage);
    }
    return memorySize(connectionPage.frame);
  };
  // What comes first makes room for all that is shown at once.
  const before = await sizeAfter(4);
  expect(before).toBeGreaterThan(0);
  expect((await sizeAfter(10)) - before).toBeLessThan(PAGE_BYTES * 2);
});

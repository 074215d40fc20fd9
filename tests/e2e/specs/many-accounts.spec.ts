/** Three hundred connections of 260 different keys: more accounts than one answer can have. */
import { expect, test as base } from "../fixtures.ts";
import { Sandbox } from "../support/sandbox.ts";

const KEYS = 260;

/** Requests that the test sends at the same time. */
const AT_ONCE = 20;

const test = base.extend<object, { readonly sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start({ projects: 400, connections: 300 });
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
});

test("all of them can be looked through, those with odd labels first", async ({ connectionPage, page, rest }) => {
  const { values } = await rest.read<{ values: { id: string }[] }>("connections?maxResults=200");
  const { values: others } = await rest.read<{ values: { id: string }[] }>("connections?maxResults=200&startAt=200");
  const all = [...values, ...others];
  const update = async (id: string, index: number) => {
    const number = String(index % KEYS).padStart(4, "0");
    const label = index % KEYS === KEYS - 1 ? "Customer 0007" : `Customer ${number}`;
    await rest.update(id, { apiKey: `key-of-customer-number-${number}`, accountLabel: label, verify: false });
  };
  await update("global", 0);
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const some = all.slice(first, first + AT_ONCE);
    await Promise.all(some.map(({ id }, index) => update(id, first + index)));
  }
  await connectionPage.open();
  await connectionPage.frame.getByRole("button", { name: "More", exact: true }).click();
  await connectionPage.frame.getByRole("menuitem", { name: "Test IO accounts…" }).click();
  const dialog = connectionPage.dialog("Test IO accounts");
  await expect(dialog.getByText("Check 2 account labels")).toBeVisible();
  const cards = dialog.getByRole("heading", { level: 3 });
  await expect(cards).toHaveCount(50);
  await expect(cards).toContainText(["Customer 0007", "Customer 0007", "Customer 0000", "Customer 0001"]);
  const more = dialog.getByRole("button", { name: /^Show \d+ more accounts$/ });
  for (const count of [100, 150, 200, 250, KEYS]) {
    await more.press("Enter");
    await expect(cards).toHaveCount(count);
    await expect(cards.nth(Math.min(count, KEYS) - (count === KEYS ? 10 : 50))).toBeFocused();
  }
  await expect(more).toBeHidden();
  await expect(cards.last()).toContainText("Customer 0258");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

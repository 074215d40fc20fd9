/** The page as assistive technology sees it: roles, names and order. */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";

test("first visit", async ({ connectionPage }) => {
  await connectionPage.open();
  await expect(connectionPage.list).toMatchAriaSnapshot(`
    - navigation "Connections":
      - heading "Global (default)" [level=2]
      - link "All Jira projects Inactive"
      - heading "Jira Project specific (0)" [level=2]
      - paragraph: No project has its own connection
      - button "Add connection"
  `);
  await expect(connectionPage.detail).toMatchAriaSnapshot(`
    - main:
      - article "Global (default)":
        - heading "Global (default)" [level=2]
        - text: Inactive
        - button "More actions for Global (default)"
        - switch "Active" [disabled]
        - textbox "API key"
        - button "Test this key" [disabled]
        - textbox "Account label"
        - button "Save" [disabled]
  `);
});

test("connected, with project connections", async ({ connectionPage, rest }) => {
  await rest.update("global", { apiKey: KEYS.acmeEu, accountLabel: "ACME EU" });
  await rest.add(await rest.project("SMOK"), { apiKey: KEYS.acmeUs, accountLabel: "ACME US" });
  await rest.add(await rest.project("PAY"));
  await connectionPage.open();
  await expect(connectionPage.list).toMatchAriaSnapshot(`
    - navigation "Connections":
      - link "All Jira projects ACME EU Connected"
      - heading "Jira Project specific (2)" [level=2]
      - search:
        - searchbox "Filter connections"
        - combobox "Status"
        - combobox "Account"
      - list "Jira Project specific":
        - listitem:
          - link "Payments PAY Key missing"
        - listitem:
          - link /Smoke testing SMOK.*ACME US Connected/
      - button "Add connection"
  `);
  await expect(connectionPage.detail).toMatchAriaSnapshot(`
    - main:
      - article "Global (default)":
        - text: Connected
        - switch "Active" [checked]
        - paragraph: /API key ending in 4a2f saved .* by Ana Admin/
        - button "Replace key"
        - button "Test connection"
        - textbox "Account label": ACME EU
        - button "Save" [disabled]
        - term: Test IO products
        - paragraph:
          - link "Go to Configuration"
  `);
});

test("the dialog that adds a connection", async ({ connectionPage, rest }) => {
  const { key } = await rest.project("SMOK");
  await connectionPage.open();
  const dialog = await connectionPage.openAddDialog();
  await dialog.getByRole("combobox", { name: "Jira project" }).fill(key);
  await expect(connectionPage.option(key)).toBeVisible();
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Select Jira project":
      - heading "Select Jira project" [level=2]
      - combobox "Jira project" [expanded]: SMOK
      - listbox "Jira project":
        - option "Smoke testing SMOK"
      - status: 1 project
      - button "Add connection"
      - button "Cancel"
  `);
});

/**
 * In a language that nobody speaks, longer than any and in brackets: every text comes from a catalog, and has its room in
 * every width.
 */
import { expect, test as base } from "../fixtures.ts";
import { STATES } from "../states/index.ts";
import { LOGGED } from "../states/maintenance-tools.ts";
import { ConnectionPage } from "../support/connection-page.ts";
import { ACME_US, hintOf, KEYS } from "../support/demo.ts";
import { frameOf } from "../support/frame.ts";
import { LOCALES } from "../support/language.ts";
import { logIn, Rest } from "../support/rest.ts";
import { cutOff } from "../support/room.ts";
import { Sandbox } from "../support/sandbox.ts";
import { hardCoded } from "../support/texts.ts";

/** A sandbox with the page that knows this language. */
const test = base.extend<object, { sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const built = process.env["E2E_PSEUDO_DIST"];
      if (built === undefined) {
        throw new Error("cargo xtask test e2e builds the page with the pseudo-locale and names its folder");
      }
      const sandbox = await Sandbox.start({}, built);
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
});

/** What the page may still show of a connection that somebody else has changed. */
const EARLIER = [hintOf(KEYS.acmeUs), ACME_US.label, ...ACME_US.products, ...LOGGED];

for (const { name, arrange, shows } of STATES) {
  test(name, async ({ page, rest, sandbox, watch }) => {
    watch.tolerateFailures();
    await logIn(page.context().request, sandbox, "admin");
    const connectionPage = new ConnectionPage(page, sandbox, "pseudo");
    await connectionPage.useLocale(LOCALES.pseudo);
    await arrange({ connectionPage, page, rest, sandbox });
    const frame = frameOf(page);
    await sandbox.clearFaults();
    const known = [...(await data(rest)), ...(shows === "maintenance" ? await maintenanceData(rest) : []), ...EARLIER];
    expect(await hardCoded(frame, known), "texts that are in no catalog").toEqual([]);
    for (const width of [1440, 1024, 768, 600, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cutOff(frame), `texts without room at ${width} px`).toEqual([]);
    }
  });
}

/** Whatever the server has said, which is no text of the page. */
async function data(rest: Rest): Promise<readonly string[]> {
  const connections = [await rest.connection("global"), ...(await rest.connections())];
  const projects = await rest.projects();
  const of = ({ accountLabel, keyHint, products, project }: (typeof connections)[number]) => [
    accountLabel ?? "",
    keyHint ?? "",
    project?.key ?? "",
    project?.name ?? "",
    ...products.map((product) => product.name),
  ];
  return [...connections.flatMap(of), ...projects.flatMap(({ key, name }) => [key, name])];
}

/** What it has said on the Maintenance page, which only administrators may read. */
async function maintenanceData(rest: Rest): Promise<readonly string[]> {
  const { jobs } = await rest.read<{ jobs: { runs: { message: string }[] }[] }>("maintenance/jobs");
  const { steps } = await rest.lastChecks();
  return [...jobs.flatMap((job) => job.runs.map(({ message }) => message)), ...steps.map(({ detail }) => detail ?? "")];
}

/**
 * The sequences of the native model test, taken by the real page: what a person does, answers in any order, faults, a
 * second administrator, and now and then dialogs that can't be fetched.
 */
import { expect, test } from "../fixtures.ts";
import { KEYS } from "../support/demo.ts";
import { Rest } from "../support/rest.ts";
import type { Sandbox } from "../support/sandbox.ts";
import { Others, PROJECTS } from "../walk/others.ts";
import { Person } from "../walk/person.ts";
import { expectAgreement, expectKept, type Stage } from "../walk/promises.ts";
import { sequences, type Sequence, type Step } from "../walk/sequence.ts";
import { Wire } from "../walk/wire.ts";

/** In one sequence of so many the dialogs can't be fetched until everything is answered. */
const WITHOUT_DIALOGS = 5;

/** Sequences to a test: starting a browser's context takes as long as one of them. */
const AT_ONCE = 10;

const ALL = sequences();

for (let first = 0; first < ALL.length; first += AT_ONCE) {
  const some = ALL.slice(first, first + AT_ONCE);
  test(`sequences ${first + 1} to ${first + some.length}`, async ({ page, connectionPage, sandbox, rest, watch }) => {
    test.setTimeout(240_000);
    watch.tolerateFailures();
    await page.clock.install();
    page.on("dialog", (dialog) => void dialog.accept());
    const other = await Rest.logIn(sandbox, "user");
    for (const [index, sequence] of some.entries()) {
      await begin(sandbox, rest);
      const wire = new Wire(page, sandbox);
      if (index % WITHOUT_DIALOGS === WITHOUT_DIALOGS - 1) {
        await wire.keepPartsAway(first + index);
      }
      const others = new Others(other, sandbox);
      const stage: Stage = { view: connectionPage, rest: other, wire, others, person: new Person(page, connectionPage, others) };
      await test.step(`sequence ${first + index + 1}`, () => take(stage, sequence));
      await wire.end();
    }
    await other.dispose();
  });
}

/** Two projects have a connection, one of them a key. */
async function begin(sandbox: Sandbox, rest: Rest): Promise<void> {
  await sandbox.reset();
  await sandbox.setAdministrator("user", true);
  await rest.add(await rest.project(PROJECTS[0]), { apiKey: KEYS.acmeEu, accountLabel: "ACME" });
  await rest.add(await rest.project(PROJECTS[1]));
}

async function take(stage: Stage, { impatient, steps }: Sequence): Promise<void> {
  const { view, wire } = stage;
  await wire.install();
  wire.passing = !impatient;
  await view.visit();
  if (impatient) {
    await expect.poll(() => wire.open, "the page asks something").toBeGreaterThan(0);
  } else {
    await expect(view.projectRows).toHaveCount(2);
    await expect(view.detail.getByRole("heading", { level: 2 })).toBeVisible();
  }
  wire.passing = false;
  for (const [index, step] of steps.entries()) {
    await test.step(`${index + 1}. ${step.words}`, async () => {
      await happen(stage, step);
      await expectKept(stage);
    });
  }
  await test.step("everything is answered", () => expectAgreement(stage));
}

async function happen({ wire, others, person }: Stage, step: Step): Promise<void> {
  switch (step.name) {
    case "AnswerAll":
      return wire.answerAll();
    case "Answer":
      return wire.answer(step.number);
    case "Serve":
      return wire.serve(step.number);
    case "Fail":
      return wire.fail(step.number, step.kind);
    default:
      if (!(await others.act(step))) {
        await person.act(step);
      }
  }
}

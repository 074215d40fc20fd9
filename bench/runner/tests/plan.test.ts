/** Which visits are made, and that they come to an end. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { readOptions } from "../options.ts";
import { Budget, memoryVisits, personVisits } from "../plan.ts";

const PAGES = ["ours", "react-atlaskit", "vanilla"];

function options(...words: string[]) {
  const candidates = PAGES.flatMap((name) => ["--candidate", `${name}=dist`]);
  return readOptions([...candidates, ...words], { SANDBOX_BINARY: "sandbox" });
}

test("a turn has each page once in each setting", () => {
  const turn = personVisits(options("--sizes", "60x5,600x50", "--slowdowns", "1,4"), 1);
  const names = turn.map(({ key }) => `${key.page} ${key.connections} ${key.slowdown}`);
  assert.equal(new Set(names).size, PAGES.length * 4);
  assert.equal(names.length, PAGES.length * 4);
});

test("each turn begins with another page", () => {
  const first = [1, 2, 3].map((number) => personVisits(options(), number)[0]?.key.page);
  assert.deepEqual(new Set(first), new Set(PAGES));
});

test("a visit in which less is done is another one", () => {
  const scenario = (...words: string[]) => personVisits(options(...words), 1)[0]?.key.scenario;
  assert.equal(scenario("--only", "filter,load"), "load, filter");
  assert.equal(scenario("--only", "memory"), undefined);
  assert.notEqual(scenario(), scenario("--only", "load"));
});

test("the first page alone is visited for the memory of many rounds, and fewer rounds are another visit", () => {
  const [full, few] = [memoryVisits(options()), memoryVisits(options("--rounds", "20"))];
  assert.deepEqual(full.map(({ key }) => key.page), ["ours"]);
  assert.notEqual(full[0]?.key.scenario, few[0]?.key.scenario);
});

test("no turn is begun that would end too late", () => {
  const budget = new Budget(10);
  budget.spend({ seconds: 100 });
  assert.ok(budget.allows, "nobody knows yet how long one takes");
  budget.turned([{ seconds: 100 }, { seconds: 100 }]);
  assert.ok(budget.allows, "500 of 600 seconds after the next one");
  budget.turned([{ seconds: 150 }]);
  assert.ok(!budget.allows, "650 of 600 seconds after one as long as the longest");
});

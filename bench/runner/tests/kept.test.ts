/** That an interrupted run is taken up again where it was. */
import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";

import { Kept, type Figures, type Key } from "../kept.ts";

const FIGURES: Figures = { seconds: 20, observed: { coldUsable: [1200], selectWork: [40, 44, 41] } };

function visit(number: number, page = "ours"): Key {
  return { page, scenario: "load, select", projects: 600, connections: 50, slowdown: 4, number };
}

let folder = "";
let file = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "testio-bench-test-"));
  file = path.join(folder, "not there yet", "visits.jsonl");
});

afterEach(() => rm(folder, { recursive: true }));

test("a visit is on the disk as soon as it is made, in a line of its own", async () => {
  const kept = await Kept.open(file, "build 1", false);
  await kept.add(visit(1), FIGURES);
  await kept.add(visit(2), FIGURES);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  assert.deepEqual(lines.map((line) => JSON.parse(line).number), [1, 2]);
});

test("the same build finds its visits again, and no others", async () => {
  await (await Kept.open(file, "build 1", false)).add(visit(1), FIGURES);
  const again = await Kept.open(file, "build 1", false);
  assert.deepEqual(again.find(visit(1))?.observed, FIGURES.observed);
  assert.equal(again.find(visit(2)), undefined);
  assert.equal(again.find(visit(1, "vanilla")), undefined);
  assert.equal(again.find({ ...visit(1), scenario: "load" }), undefined, "other things were done in it");
});

test("another build starts anew, and leaves what is there to the one before", async () => {
  await (await Kept.open(file, "build 1", false)).add(visit(1), FIGURES);
  const other = await Kept.open(file, "build 2", false);
  assert.equal(other.find(visit(1)), undefined);
  await other.add(visit(1), { ...FIGURES, seconds: 30 });
  assert.equal((await Kept.open(file, "build 1", false)).find(visit(1))?.seconds, 20);
  assert.equal((await Kept.open(file, "build 2", false)).find(visit(1))?.seconds, 30);
});

test("whoever wants it fresh gets it so for this build alone", async () => {
  await (await Kept.open(file, "build 1", false)).add(visit(1), FIGURES);
  await (await Kept.open(file, "build 2", false)).add(visit(1), FIGURES);
  assert.equal((await Kept.open(file, "build 2", true)).find(visit(1)), undefined);
  assert.equal((await Kept.open(file, "build 2", false)).find(visit(1)), undefined, "it is gone for good");
  assert.notEqual((await Kept.open(file, "build 1", false)).find(visit(1)), undefined);
});

test("a line that was cut off is one visit less, and spoils no other", async () => {
  await (await Kept.open(file, "build 1", false)).add(visit(1), FIGURES);
  await appendFile(file, '{"under":"build 1","page":"ours","numb');
  const again = await Kept.open(file, "build 1", false);
  await again.add(visit(2), FIGURES);
  const last = await Kept.open(file, "build 1", false);
  assert.notEqual(last.find(visit(1)), undefined);
  assert.notEqual(last.find(visit(2)), undefined);
});

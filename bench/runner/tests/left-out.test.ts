/** What of a heap is not the page's. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { leftOut } from "../left-out.ts";

test("what DevTools keeps and what is compiled is left out, by kind and name", () => {
  const meta = { node_fields: ["type", "name", "id", "self_size"], node_types: [["object", "native", "code"], "string"] };
  const strings = ["PerformanceMark", "blink::NetworkResourcesData::ResourceData", "HTMLElement"];
  const nodes = [
    [1, 0, 1, 100],
    [1, 1, 2, 20],
    [2, 2, 3, 3],
    // An element, and an object of the page's own that is called like one of the browser's.
    [1, 2, 4, 5_000],
    [0, 0, 5, 60_000],
  ].flat();
  assert.equal(leftOut({ snapshot: { meta }, nodes, strings }), 123);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { boxOf, parseBox, writtenBox } from "../../../geo/web/scripts/boxes.js";

// As Python does: tests/basics/test_boxes.py takes the same table.
const { rules, shown: cases } = JSON.parse(readFileSync(new URL("../../boxes.json", import.meta.url), "utf8"));

test("what a map shows is made fit for an address, and read from it again", () => {
  for (const { shown, box } of cases) {
    const found = boxOf(shown, rules);
    found.forEach((degrees, at) => assert.ok(Math.abs(degrees - box[at]) < 0.011, `${shown}: ${found}`));
    assert.deepEqual(parseBox(writtenBox(found), rules), found);
  }
});

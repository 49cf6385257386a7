import assert from "node:assert/strict";
import { test } from "node:test";

import { fetchJson } from "../../../geo/web/scripts/fetch.js";

/** @param {any[]} answers what comes, one after the other: an Error, a status, or a document */
function line(answers) {
  /** @type {number[]} */
  const pauses = [];
  const ask = async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    if (typeof answer === "number") return /** @type {any} */ ({ ok: false, status: answer });
    return /** @type {any} */ ({ ok: true, json: async () => answer });
  };
  return { pauses, means: { ask, rest: async (/** @type {number} */ ms) => void pauses.push(ms) } };
}

test("what does not come is asked for again, each time later, and that is said", async () => {
  const { pauses, means } = line([new Error("cut"), 503, 429, ...Array(4).fill(new Error("cut")), { here: 1 }]);
  let said = 0;
  assert.deepEqual(await fetchJson("/file", () => { said += 1; }, means), { here: 1 });
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  assert.equal(said, 7);
});

test("what the server does not have is asked for once", async () => {
  const { pauses, means } = line([404]);
  await assert.rejects(fetchJson("/file", () => {}, means), /404/);
  assert.deepEqual(pauses, []);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { byProgramme, toldOf } from "../../../geo/web/scripts/panel/programmes.js";
import { byItself, counted, figure, inShort, inWords, speakAs } from "../../../geo/web/scripts/speech.js";
import { ended, fill } from "../../../geo/web/scripts/words.js";

test("names in braces are filled in, as often as they stand there, and what is filled in stays as it is", () => {
  assert.equal(fill("{day}: {count} of {count}", { day: "3 Feb 2026", count: 2 }), "3 Feb 2026: 2 of 2");
  assert.equal(fill("on {day}", { day: "$& {count}" }), "on $& {count}");
});

test("one thing is told from more", () => {
  const words = { one: "{count} fact", other: "{count} facts" };
  assert.deepEqual([0, 1, 2].map((count) => counted(words, count)), ["0 facts", "1 fact", "2 facts"]);
});

const fact = (programme, stage, from) => ({ programme, stage, from, state: "POL", when: from, says: `${stage} ${from}`, sources: [] });

test("the programmes of the flank come first, then the one with the newest fact", () => {
  const facts = [fact("Fence", "built", "2024-01-01"), fact("Mines", "announced", "2025-01-01"), fact("Shield", "built", "2023-01-01"), fact("Fence", "laid", "2022-01-01")];
  const found = byProgramme([...facts, fact("", "position", "2026-01-01")], ["Shield"]);
  assert.deepEqual(found.map(([name, of]) => [name, of.length]), [["Shield", 1], ["Mines", 1], ["Fence", 2]]);
});

test("of every stage the newest fact is told, though others are newer", () => {
  const facts = [
    fact("Shield", "built", "2021-01-01"), fact("Shield", "built", "2020-01-01"),
    fact("Shield", "announced", "2025-01-01"), fact("Shield", "announced", "2024-01-01"), fact("Shield", "announced", "2023-01-01"),
  ];
  const { groups, rest } = toldOf(facts, 3);
  assert.deepEqual(groups.map((group) => group.map((each) => each.from)), [["2021-01-01"], ["2025-01-01", "2024-01-01"]]);
  assert.deepEqual(rest.map((each) => each.from), ["2023-01-01", "2020-01-01"]);
});

test("a text that a date ends with a point gets no second one", () => {
  assert.deepEqual(["3 Mar 2026", "3 бер. 2026 р."].map(ended), ["3 Mar 2026.", "3 бер. 2026 р."]);
});

test("days, numbers and counts are written as the language of a document has them", () => {
  const months = (text) => Array.from({ length: 12 }, () => text);
  speakAs({ speech: { language: "pl", group: "\u00a0", on: months("{day} lutego {year} r."), alone: months("{day} lutego {year}"), short: months("{year}-{day2}") } });
  const words = /** @type {any} */ ({ one: "{count} fakt", few: "{count} fakty", many: "{count} faktów" });
  assert.equal(byItself("2026-02-05"), "5 lutego 2026");
  assert.deepEqual([inWords("2026-02-05"), inShort("2026-02-05"), figure(3833)], ["5 lutego 2026 r.", "2026-05", "3\u00a0833"]);
  assert.deepEqual([1, 3, 5, 22].map((count) => counted(words, count)), ["1 fakt", "3 fakty", "5 faktów", "22 fakty"]);
  speakAs({});
  assert.equal(byItself("2026-02-05"), "5 February 2026");
  assert.deepEqual([inWords("2026-02-05"), inShort("2026-02-05"), figure(3833)], ["5 February 2026", "5 Feb 2026", "3,833"]);
  assert.equal(counted(words, 5), "5 faktów"); // told while English is on its way
});

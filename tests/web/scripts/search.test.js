import assert from "node:assert/strict";
import { test } from "node:test";

import { Search } from "../../../geo/web/scripts/search.js";

const row = (name, state, codes, names = [], others = [], says = "") => ({ name, state, says, area: state, codes, names, others });
const search = new Search({
  rows: [
    row("Guinea", "GIN", ["GIN", "GN"], ["Guinea-Conakry"]), row("Guinea-Bissau", "GNB", ["GNB"]), row("Papua New Guinea", "PNG", ["PNG"]),
    row("Poland", "POL", ["POL", "PL"], [], ["Polska"]), row("Portugal", "PRT", ["PRT", "PT"]), row("Türkiye", "TUR", ["TUR"], ["Turkey"]),
    row("Kosovo", "", ["XKX"], [], [], "Kosovo: no status."),
  ],
  words: /** @type {any} */ ({ unknown: "“{value}” is none.", near: "Did you mean {names}?", several: "“{value}” may be {names}." }),
});
const like = (text) => search.like(text).map(({ row: { name } }) => name);

test("what is typed finds its names, the whole and the beginning before the rest", () => {
  assert.deepEqual(like("guinea"), ["Guinea", "Guinea-Bissau", "Papua New Guinea"]);
  assert.deepEqual(like("new g"), ["Papua New Guinea"]);
  assert.deepEqual(like("PL"), ["Poland"]);
  assert.deepEqual(like("polsk"), ["Poland"]);
  assert.deepEqual(like("turkiye"), ["Türkiye"]);
  assert.deepEqual(like("qqq"), []);
  assert.equal(like("").length, 7);
});

test("it is told by which name a country was found, and why one has no status", () => {
  assert.equal(search.like("turk")[0].via, "");
  assert.equal(search.like("turkey")[0].via, "Turkey");
  assert.equal(search.like("kosovo")[0].row.says, "Kosovo: no status.");
});

test("a whole name or code means one country", () => {
  for (const text of ["poland", "POL", "pl", "Polska", " POLSKA "]) assert.deepEqual(search.find(text).map(({ state }) => state), ["POL"]);
  assert.deepEqual(search.find("Pol."), search.find("pol"));
  assert.deepEqual(search.find(""), []);
  assert.equal(search.named("TUR")?.name, "Türkiye");
});

test("a misspelled name is answered with those that are like it", () => {
  const said = (text) => search.notOne(text, ({ name }) => name);
  assert.equal(said("Polnad"), "“Polnad” is none. Did you mean Poland?");
  assert.equal(said("Guines"), "“Guines” is none. Did you mean Guinea?");
  assert.equal(said("x".repeat(5000)), `“${"x".repeat(30)}” is none.`);
});

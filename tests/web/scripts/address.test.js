import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { naming, understood } from "../../../geo/web/scripts/address.js";
import { LATEST, today } from "../../../geo/web/scripts/days.js";
import { Codes, Search } from "../../../geo/web/scripts/search.js";
import { clamp } from "../../../geo/web/scripts/time.js";

// As Python reads them: tests/answers/test_permalink.py takes the same table.
const cases = JSON.parse(readFileSync(new URL("../../addresses.json", import.meta.url), "utf8"));
const words = { not_a_day: "date", outside: "date", not_known: "{name}", no_state: "{says}", twice: "{name}", not_a_box: "bounds", supposed_elsewhere: "elsewhere", no_such_name: "{value}", instead: "shown {shown}", no_country: "none", more: { one: "{count} more", other: "{count} more" } };
const names = ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref", "_gl"];
const boxes = JSON.parse(readFileSync(new URL("../../boxes.json", import.meta.url), "utf8")).rules;
const config = /** @type {any} */ ({
  address: words, landing_day: "2026-02-20", worldview: "un", extents: { flank: [], europe: [], world: [] },
  tracking: { prefixes: ["utm_"], names }, ranges: ["1997-01-01", "2025-01-01"], boxes,
});
const row = (state, codes, names, says = "") => ({ name: names[0], state, says, area: state, codes, names, others: [] });
const search = new Search({
  rows: [
    row("POL", ["POL", "PL"], ["Poland", "Polska", "Polen"]), row("NOR", ["NOR"], ["Norway"]), row("TUR", ["TUR"], ["Türkiye", "Turkey"]),
    row("DNK", ["DNK"], ["Denmark"]), row("", ["XKX"], ["Kosovo"], "country"), row("DNK", ["GRL"], ["Greenland"], "country"),
    row("USA", ["VIR"], ["US Virgin Islands", "Virgin Islands"], "country"), row("GBR", ["VGB"], ["British Virgin Islands", "Virgin Islands"], "country"),
  ],
  words: /** @type {any} */ ({ several: "country", unknown: "country", near: "" }),
});
const whole = { first: "1997-01-01", last: "2026-11-26" };

for (const part of ["search", "hash"]) {
  test(`an address is understood or complained about, in its ${part}`, () => {
    for (const { query, not_understood: wrong, ...asked } of cases) {
      const address = { search: "", hash: "", [part]: `${part === "search" ? "?" : "#"}${query}` };
      const { place, complaints } = understood(address, config, search, whole);
      const expected = { date: "2026-02-20", country: "", worldview: "un", view: "flank", range: "", bounds: null, ...asked };
      if (expected.date === LATEST) expected.date = clamp(today(), whole);
      assert.deepEqual(place, expected, query);
      assert.deepEqual(complaints.map((said) => said.split(" ")[0]), wrong, query);
    }
  });
}

test("a reader is told of a few things, and how many more there are", () => {
  const query = `?${Array.from({ length: 9 }, (_, n) => `x${n}=1`).join("&")}`;
  const { complaints } = understood({ search: query, hash: "" }, config, search, whole);
  assert.deepEqual(complaints, ["x0", "x1", "x2", "x3", "x4", "4 more"]);
});

test("what was put before the fragment does not hide the place in it", () => {
  const address = { search: "?fbclid=1", hash: "#date=2025-01-01" };
  assert.equal(understood(address, config, search, whole).place.date, "2025-01-01");
  const place = { date: "2024-05-05", country: "", view: "world", range: "1997", bounds: /** @type {any} */ ([19.5, 53, 28, 59]) };
  assert.equal(naming(address, place, config.tracking), "#date=2024-05-05&view=world&range=1997&bounds=19.5,53,28,59");
});

test("a mark on the page is no place", () => {
  const address = { search: "?date=2025-01-01", hash: "#country" };
  assert.deepEqual(understood(address, config, search, whole).complaints, []);
  const place = { date: "2024-05-05", country: "POL", view: "flank", range: "", bounds: null };
  assert.equal(naming(address, place, config.tracking), "?date=2024-05-05&country=POL");
});

test("the address that is left names the place, and keeps what is not the reader's", () => {
  const address = { search: "?DATE=1&country=pol&frozen=0&utm_source=a", hash: "" };
  const place = { date: "2024-05-05", country: "", view: "flank", range: "", bounds: null };
  assert.equal(naming(address, place, config.tracking), "?frozen=0&utm_source=a&date=2024-05-05");
});

test("another day is read as the day is, and left out where the day would be moved", () => {
  const ofAFile = { ...config, lines: { lines: {} } };
  const cases = [
    ["2025-01-01", "2025-01-01", []], [LATEST, clamp(today(), whole), []], ["1996-12-31", undefined, ["date"]],
    ["2041-01-01", undefined, ["date"]], ["2026-02-30", undefined, ["date"]], ["", undefined, ["date"]],
  ];
  for (const [asked, other, wrong] of cases) {
    const { place, complaints } = understood({ search: `?compare=${asked}`, hash: "" }, ofAFile, search, whole);
    assert.deepEqual([place.compare, complaints, place.date], [other, wrong, "2026-02-20"], asked);
  }
});

test("before names have come, a country goes by its code and no other is complained about", () => {
  const codes = new Codes(/** @type {any} */ ({ POL: { name: "Poland" } }));
  const read = (query) => understood({ search: query, hash: "" }, config, codes, whole);
  assert.equal(read("?country=POL").place.country, "POL");
  assert.deepEqual(read("?country=Polska"), read(""));
});

test("what is supposed stands where the page was made of it, and is complained about elsewhere", () => {
  const address = { search: "?what_if=NOR:withdrawal_notice:2026-12-01", hash: "" };
  assert.deepEqual(understood(address, config, search, whole).complaints, ["elsewhere"]);
  const made = { ...config, what_if: "NOR:withdrawal_notice:2026-12-01" };
  assert.deepEqual(understood(address, made, search, whole).complaints, []);
  const place = { date: "2024-05-05", country: "", view: "flank", range: "", bounds: null };
  assert.match(naming(address, place, config.tracking), /what_if=NOR.*date=2024-05-05/);
});

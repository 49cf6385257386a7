import assert from "node:assert/strict";
import { test } from "node:test";

import { addMonths, boundIn, current, isDay, lookOf, toDay, toNumber } from "../../../geo/web/scripts/days.js";
import { inShort, inWords } from "../../../geo/web/scripts/speech.js";

test("a day and its number lead to each other", () => {
  assert.equal(toNumber("1970-01-01"), 0);
  for (const day of ["1997-01-01", "2000-02-29", "2026-03-29", "2026-10-25"]) assert.equal(toDay(toNumber(day)), day);
});

test("only days of the calendar are days", () => {
  assert.ok(isDay("2024-02-29"));
  for (const text of ["", "2025-02-29", "2025-2-1", "2025-13-01", "20250101", "today", "2025-01-01T00:00"]) assert.ok(!isDay(text), text);
});

test("days are written long and short", () => {
  assert.equal(inWords("2026-02-03"), "3 February 2026");
  assert.equal(inShort("2025-09-03"), "3 Sep 2025");
});

test("a month on is the same day, or the last of a shorter month", () => {
  for (const [day, months, then] of [
    ["2025-12-31", 1, "2026-01-31"], ["2026-01-31", 1, "2026-02-28"], ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-31", -1, "2026-02-28"], ["2026-01-15", -1, "2025-12-15"], ["2026-02-28", 1, "2026-03-28"],
  ]) assert.equal(addMonths(String(day), Number(months)), then);
});

test("what holds on a day is the last that has begun, and at first the first", () => {
  const spans = [{ from: "1997-01-01" }, { from: "1999-03-01" }, { from: "2026-02-20" }];
  for (const [day, from] of [["1990-01-01", "1997-01-01"], ["1999-02-28", "1997-01-01"], ["1999-03-01", "1999-03-01"], ["2030-01-01", "2026-02-20"]]) {
    assert.equal(current(spans, day).from, from);
  }
});

test("whether a state is bound is told only where every status it may have agrees", () => {
  assert.equal(boundIn({ status: "party" }), true);
  assert.equal(boundIn({ status: "withdrawal_notified" }), true);
  assert.equal(boundIn({ status: "signatory" }), false);
  assert.equal(boundIn({ status: "not_known", possible: ["consented", "party"] }), null);
  assert.equal(boundIn({ status: "not_known", possible: ["not_party", "consented"] }), false);
});

test("a span looks like its status and practice, or like the ends of what it may be", () => {
  assert.equal(lookOf({ status: "party", practice: "none" }), "party");
  assert.equal(lookOf({ status: "party", practice: "suspension_declared" }), "party suspension_declared");
  assert.equal(lookOf({ status: "not_known", possible: ["consented", "party"], practice: "none" }), "not_known from-consented to-party");
});

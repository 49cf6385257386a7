import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Playback, along, clamp, inside, narrowest, next, previous, yearsOf } from "../../../geo/web/scripts/time.js";

const RANGE = { first: "2025-01-01", last: "2025-12-31" };
const EVENTS = ["1999-03-01", "2025-06-27", "2025-07-10", "2025-12-27", "2026-02-20"];

test("a day beyond a range becomes its end", () => {
  assert.equal(clamp("1997-01-01", RANGE), "2025-01-01");
  assert.equal(clamp("2025-03-03", RANGE), "2025-03-03");
  assert.equal(clamp("2026-01-01", RANGE), "2025-12-31");
});

test("both ends of a range lie inside it", () => {
  assert.deepEqual(inside(["2024-12-31", ...Object.values(RANGE), "2026-01-01"], RANGE), Object.values(RANGE));
});

test("the next and the last event are never the day itself, and may be missing", () => {
  assert.equal(next(EVENTS, "2025-06-27"), "2025-07-10");
  assert.equal(next(EVENTS, "2025-06-26"), "2025-06-27");
  assert.equal(next(EVENTS, "2026-02-20"), undefined);
  assert.equal(previous(EVENTS, "2025-06-27"), "1999-03-01");
  assert.equal(previous(EVENTS, "1999-03-01"), undefined);
});

test("the narrowest range that holds a day is chosen", () => {
  const firsts = ["1997-01-01", "2025-01-01"];
  assert.equal(narrowest(firsts, "2025-01-01"), "2025-01-01");
  assert.equal(narrowest(firsts, "2024-12-31"), "1997-01-01");
  assert.equal(narrowest(firsts, "1990-01-01"), "1997-01-01");
});

test("marks lie along a range by their day", () => {
  const range = { first: "2025-01-01", last: "2025-01-11" };
  assert.deepEqual(["2025-01-01", "2025-01-06", "2025-01-11"].map((day) => along(day, range)), [0, 0.5, 1]);
});

test("every year is written under a short range, every fourth under a long one", () => {
  assert.deepEqual(yearsOf({ first: "2025-01-01", last: "2026-11-26" }), ["2025-01-01", "2026-01-01"]);
  assert.deepEqual(yearsOf({ first: "1997-01-01", last: "2007-11-26" }), ["1997-01-01", "2001-01-01", "2005-01-01"]);
});

/* Time that is told when to pass. */
class Hands {
  constructor() { this.now = 0; this.waiting = []; }

  after(run, ms) { return this.at(this.now + ms, run); }

  frame(run) { return this.at(this.now + 16, () => run(this.now)); }

  at(when, run) {
    const entry = { when, run };
    this.waiting.push(entry);
    return () => { this.waiting = this.waiting.filter((each) => each !== entry); };
  }

  pass(ms) {
    const until = this.now + ms;
    for (;;) {
      const [first] = this.waiting.filter(({ when }) => when <= until).sort((a, b) => a.when - b.when);
      if (!first) break;
      this.waiting = this.waiting.filter((each) => each !== first);
      this.now = first.when;
      first.run();
    }
    this.now = until;
  }
}

let hands, days, turns, day, playback;

beforeEach(() => {
  [hands, days, turns, day] = [new Hands(), [], [], "2025-06-01"];
  playback = new Playback({
    day: () => day,
    range: () => RANGE,
    events: () => EVENTS,
    atEnd: () => day >= RANGE.last,
    go: (to) => { day = to; days.push(to); },
    turned: (playing, at) => turns.push([playing, at]),
  }, hands);
});

test("it goes at once to the next event, then by its pace, and stops after the last in the range", () => {
  playback.play({ speed: 1, msPerEvent: 1000 });
  assert.deepEqual([days, playback.playing], [["2025-06-27"], true]);
  hands.pass(999);
  assert.equal(days.length, 1);
  hands.pass(1);
  assert.equal(day, "2025-07-10");
  hands.pass(5000);
  assert.deepEqual(days, ["2025-06-27", "2025-07-10", "2025-12-27"]);
  assert.deepEqual(turns, [[true, "2025-06-27"], [false, "2025-12-27"]]);
  assert.equal(playback.playing, false);
});

test("twice the speed is half the time", () => {
  playback.play({ speed: 2, msPerEvent: 1000 });
  hands.pass(500);
  assert.equal(day, "2025-07-10");
});

test("a pause holds it where it is and is told once", () => {
  playback.play({ speed: 1, msPerEvent: 1000 });
  playback.pause();
  playback.pause();
  hands.pass(10000);
  assert.deepEqual(days, ["2025-06-27"]);
  assert.deepEqual(turns, [[true, "2025-06-27"], [false, "2025-06-27"]]);
});

test("with no event to come it never begins", () => {
  day = "2025-12-28";
  playback.play({ speed: 1, msPerEvent: 1000 });
  assert.deepEqual([days, turns, playback.playing], [[], [], false]);
});

test("at the end it begins again, and the first day has its time", () => {
  day = RANGE.last;
  playback.play({ speed: 1, msPerEvent: 1000 });
  assert.deepEqual(days, [RANGE.first]);
  hands.pass(1000);
  assert.equal(day, "2025-06-27");
});

test("evenly it takes its time for the whole range, and ends on the last day", () => {
  day = RANGE.first;
  playback.play({ speed: 1, msPerEvent: 1000, msPerSweep: 10000 });
  hands.pass(5016);
  assert.ok(day > "2025-06-20" && day < "2025-07-15", day);
  assert.deepEqual(days, [...days].sort());
  hands.pass(6000);
  assert.equal(day, RANGE.last);
  assert.deepEqual(turns.at(-1), [false, RANGE.last]);
});

/* What changed between two days, in a sentence and a table, as the server says it (geo/answers/words/comparison.py): of the
 * flank, or of the border line that the reader has chosen.
 */

import { boundIn, current } from "./days.js";
import { byName, counted, figure, inWords } from "./speech.js";
import { fill } from "./words.js";

/** @import { ComparisonFile, ComparisonWords, LensFile, Span, Timeline } from "./documents.d.ts" */

/** What a status is a step to, where it is another than before and binds or frees nobody. */
const STEPS = { consented: "consented", signatory: "signed", withdrawal_notified: "notified" };

/**
 * How a state stands otherwise than before, empty for no change.
 * @param {Span} before
 * @param {Span} after
 */
function change(before, after) {
  const same = before.status === after.status && String(before.possible) === String(after.possible);
  if (same && before.practice === after.practice) return "";
  const was = boundIn(before), is = boundIn(after);
  if (was === null || is === null) return "not_known";
  if (was !== is) return is ? "in" : "out";
  if (same) return after.practice === "none" ? "other" : "declared";
  if (after.possible) return !is && after.possible.includes("consented") ? "perhaps_consented" : "other";
  return STEPS[after.status] || "other";
}

/**
 * What differs between two days, in either order: of which states and how, and of which the being bound.
 * @param {Timeline} timeline
 * @param {LensFile | null} lens a border line, whose states alone count
 * @param {string} one
 * @param {string} other
 */
function between({ states }, lens, one, other) {
  const [first, last] = [one, other].sort();
  /** @type {Map<string, [boolean | null, boolean | null]>} */
  const bound = new Map();
  /** @type {Map<string, string>} */
  const all = new Map();
  for (const [iso, { spans }] of Object.entries(states)) {
    const before = current(spans, first), after = current(spans, last);
    const how = before === after ? "" : change(before, after);
    if (!how) continue;
    all.set(iso, how);
    bound.set(iso, [boundIn(before), boundIn(after)]);
  }
  const there = lens?.scope ? lens.borders.map(({ properties }) => properties).filter(({ spans }) => current(spans, last).sides !== "outside") : null;
  const near = there && new Set(there.flatMap(({ owner, neighbour }) => [owner, neighbour]));
  const changes = near ? new Map([...all].filter(([iso]) => near.has(iso))) : all;
  const differs = (/** @type {string} */ iso) => bound.has(iso) && bound.get(iso)[0] !== bound.get(iso)[1];
  return { first, last, bound, changes, there, differs };
}

/** @typedef {ReturnType<typeof between>} Difference */

/**
 * @param {ComparisonWords} words
 * @param {string[]} parts
 */
function listed(words, parts) {
  const last = parts[parts.length - 1];
  return parts.length > 1 ? fill(words.listed, { others: parts.slice(0, -1).join(", "), last }) : last;
}

/**
 * @param {ComparisonWords} words
 * @param {string[]} changes
 */
function ofStates(words, changes) {
  const counts = (/** @type {string} */ kind) => changes.filter((each) => each === kind).length;
  /** @param {import("./documents.d.ts").Counted} clause */
  const said = (clause, /** @type {number} */ count, more = {}) => counted(clause, count, { count: words.numbers[count] ?? count, ...more });
  const done = Object.entries(words.done).filter(([kind]) => counts(kind)).map(([kind, clause]) => said(clause, counts(kind)));
  const told = done.length ? fill(words.some, { done: listed(words, done) }) : words.none;
  const unknown = counts("not_known");
  return unknown ? said(words.unknown, unknown, { told }) : told;
}

/**
 * The sentence on two days.
 * @param {ComparisonFile} file
 * @param {LensFile | null} lens
 * @param {Difference} difference
 */
function sentence({ openings, flank, words }, lens, { first, last, bound, changes, there, differs }) {
  const told = (/** @type {string} */ cover) => fill(words.whole, {
    opening: fill(current(openings, last).words, { first: inWords(first), last: inWords(last) }), states: ofStates(words, [...changes.values()]), cover,
  });
  if (there) {
    const km = there.filter(({ owner, neighbour }) => differs(owner) || differs(neighbour)).reduce((sum, border) => sum + border.km, 0);
    return told(fill(km ? words.line_changed : words.line_same, { km: figure(km), scope: lens.scope }));
  }
  const sums = { lost: 0, gained: 0, not_known: 0 };
  let whole = 0;
  for (const [owner, km] of flank) {
    whole += km;
    if (!differs(owner)) continue;
    const [was, is] = bound.get(owner);
    sums[was === null || is === null ? "not_known" : is ? "gained" : "lost"] += km;
  }
  const parts = Object.entries(sums).filter(([, km]) => km).map(([kind, km]) => fill(words[kind], { km: figure(km) }));
  return told(fill(words.flank, { km: figure(whole), parts: parts.length ? listed(words, parts) : words.as_before }));
}

/**
 * The rows of the table of what changed, in the order of names: name, what, since when, km of border that stands otherwise.
 * @param {ComparisonFile} file
 * @param {Timeline} timeline
 * @param {Difference} difference
 */
function rows({ table, since, declared, borders }, { states }, { last, changes, differs }) {
  const inOrder = [...changes].sort(([a], [b]) => byName(states[a].name, states[b].name));
  return inOrder.map(([iso, how]) => {
    const other = borders.filter(([a, b]) => (a === iso || b === iso) && (differs(a) || differs(b)));
    const km = other.reduce((sum, [, , each]) => sum + each, 0);
    return [states[iso].name, table.changes[how], current((how === "declared" ? declared : since)[iso], last).words, figure(Math.round(10 * km) / 10)];
  });
}

/**
 * Two days, in either order: the sentence, and what stands in the table and below it, which is worked out where it is shown.
 * @param {ComparisonFile} file
 * @param {Timeline} timeline
 * @param {LensFile | null} lens
 * @param {string} one
 * @param {string} other
 */
export function compared(file, timeline, lens, one, other) {
  const difference = between(timeline, lens, one, other);
  return {
    sentence: sentence(file, lens, difference),
    changes() {
      const [before, after] = [difference.first, difference.last].map((day) => current(timeline.moments, day).bound);
      return { heads: file.table.heads, rows: rows(file, timeline, difference), counts: fill(file.table.counts, { before, after }) };
    },
  };
}

/** @typedef {ReturnType<typeof compared>} Compared */

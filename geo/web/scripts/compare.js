/* What changed between two days in one sentence, as the server says it (geo/answers/words/comparison.py): of the flank, or of
 * the border line that the reader has chosen.
 */

import { boundIn, current } from "./days.js";
import { counted, figure, inWords } from "./speech.js";
import { fill } from "./words.js";

/** @import { ComparisonFile, ComparisonWords, LensFile, Span, Timeline } from "./documents.d.ts" */

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
  return !same && after.status === "withdrawal_notified" ? "notified" : "other";
}

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
 * The sentence on two days, in either order.
 * @param {ComparisonFile} file
 * @param {Timeline} timeline
 * @param {LensFile | null} lens
 * @param {string} one
 * @param {string} other
 */
export function compared({ openings, flank, words }, { states }, lens, one, other) {
  const [first, last] = [one, other].sort();
  /** @type {Map<string, [boolean | null, boolean | null]>} */
  const bound = new Map();
  /** @type {Map<string, string>} */
  const changes = new Map();
  for (const [iso, { spans }] of Object.entries(states)) {
    const before = current(spans, first), after = current(spans, last);
    if (before === after) continue;
    changes.set(iso, change(before, after));
    bound.set(iso, [boundIn(before), boundIn(after)]);
  }
  const differs = (/** @type {string} */ iso) => bound.has(iso) && bound.get(iso)[0] !== bound.get(iso)[1];
  const told = (/** @type {Iterable<string>} */ changed, /** @type {string} */ cover) => fill(words.whole, {
    opening: fill(current(openings, last).words, { first: inWords(first), last: inWords(last) }), states: ofStates(words, [...changed]), cover,
  });
  if (lens?.scope) {
    const there = lens.borders.map(({ properties }) => properties).filter(({ spans }) => current(spans, last).sides !== "outside");
    const near = new Set(there.flatMap(({ owner, neighbour }) => [owner, neighbour]));
    const km = there.filter(({ owner, neighbour }) => differs(owner) || differs(neighbour)).reduce((sum, border) => sum + border.km, 0);
    const cover = fill(km ? words.line_changed : words.line_same, { km: figure(km), scope: lens.scope });
    return told([...changes].filter(([iso]) => near.has(iso)).map(([, how]) => how), cover);
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
  return told(changes.values(), fill(words.flank, { km: figure(whole), parts: parts.length ? listed(words, parts) : words.as_before }));
}

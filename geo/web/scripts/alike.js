/* How much alike two names are, as Python's difflib has it, so that a page asks back as the API does. */

/**
 * The longest run of signs that stand in both: where in each, and how many; none has the length 0.
 * @param {string} one
 * @param {string} other
 */
function longestRun(one, other) {
  let best = { at: 0, there: 0, length: 0 };
  /** @type {number[]} by place in the other, the length of the run that ends there */
  let before = [];
  for (let at = 0; at < one.length; at += 1) {
    /** @type {number[]} */
    const ends = [];
    for (let there = 0; there < other.length; there += 1) {
      if (one[at] !== other[there]) continue;
      const length = (before[there - 1] ?? 0) + 1;
      ends[there] = length;
      if (length > best.length) best = { at: at - length + 1, there: there - length + 1, length };
    }
    before = ends;
  }
  return best;
}

/**
 * How many signs the two have in common, in the same order, run by run.
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function common(one, other) {
  const { at, there, length } = longestRun(one, other);
  if (!length) return 0;
  return length + common(one.slice(0, at), other.slice(0, there)) + common(one.slice(at + length), other.slice(there + length));
}

/**
 * The names most like what is asked, the likest first.
 * @param {string} asked
 * @param {string[]} names
 * @param {{ cutoff: number, most: number }} within how much alike they must be, from 0 to 1, and how many are told
 */
export function likest(asked, names, { cutoff, most }) {
  const close = [];
  for (const name of names) {
    const whole = name.length + asked.length;
    if (2 * Math.min(name.length, asked.length) < cutoff * whole) continue; // no need to look
    const alike = (2 * common(name, asked)) / whole;
    if (alike >= cutoff) close.push({ name, alike });
  }
  close.sort((a, b) => b.alike - a.alike || (a.name < b.name ? 1 : -1));
  return close.slice(0, most).map(({ name }) => name);
}

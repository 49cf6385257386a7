/* What people call a state leads to it: which names a text means, and which it may come to mean while it is typed. The
 * names, their order and what is said of them come with the page (geo/answers/search.py).
 */

import { likest } from "./alike.js";
import { folded, squeezed } from "./folding.js";
import { either } from "./speech.js";
import { fill } from "./words.js";

/** @import { NamedRow, NamesDocument } from "./documents.d.ts" */

/**
 * @typedef {object} Hit
 * @property {NamedRow} row
 * @property {string} via the name by which it was found, empty for its own
 * @property {number} rank
 */

const NEVER = 9;
const NEAR = 3, CODE = 3; // how many of those that may have been meant are named; how long a code is
const ALIKE = 0.75, ALIKE_CODE = 0.6; // how much alike two names must be, and two codes, in which a slip of the pen weighs more
const SHOWN = 30; // no more of what is typed than fits a line

/**
 * How well a name answers what is typed: 0 as a whole, 1 by its beginning, 2 by the beginnings of its words, 3 by a part.
 * @param {string} name folded
 * @param {string} asked folded
 */
function rank(name, asked) {
  const tight = name.replaceAll(" ", ""), wanted = asked.replaceAll(" ", "");
  if (tight === wanted) return 0;
  if (name.startsWith(asked) || tight.startsWith(wanted)) return 1;
  const words = name.split(" ");
  if (asked.split(" ").every((part) => words.some((word) => word.startsWith(part)))) return 2;
  return wanted.length > 2 && tight.includes(wanted) ? 3 : NEVER;
}

export class Search {
  /** @param {NamesDocument} document */
  constructor({ rows, words }) {
    this.rows = rows;
    this.words = words;
    /** @type {Map<string, NamedRow[]>[] | undefined} */
    this.made = undefined;
    this.entries = rows.map((row) => ({
      row,
      names: [[row.name], row.names, row.others].flatMap((names, tier) => names.map((name) => ({ name, late: 0.2 * tier, key: folded(name) }))),
      codes: row.codes.map(squeezed),
    }));
  }

  /**
   * The state of a code.
   * @param {string} state
   */
  named(state) { return this.rows.find((row) => row.state === state && !row.says); }

  /**
   * What is meant by a whole name or code: one, several where it is not clear which, or none. A code goes before a name,
   * and an English name before one of another language.
   * @param {string} text
   */
  find(text) {
    const [before, ...after] = text.split(",");
    const keys = [squeezed(text), ...(after.length ? [squeezed(`${after.join(",")} ${before}`)] : [])].filter(Boolean);
    for (const tier of this.tiers) {
      const key = keys.find((each) => tier.has(each));
      if (key !== undefined) return tier.get(key);
    }
    return [];
  }

  /**
   * What may have been meant by a name that is not known, the likeliest first.
   * @param {string} text
   * @returns {NamedRow[]}
   */
  near(text) {
    const short = text.slice(0, SHOWN), key = squeezed(short), parts = folded(short).split(" ");
    const within = this.rows.filter(({ name }) => key && parts.every((part) => folded(name).split(" ").includes(part)));
    const [codes, names] = this.tiers;
    const known = new Map([...names, ...codes]);
    if (/^\p{Nd}+$/u.test(key)) return [];
    const begun = this.rows.filter(({ name }) => key && squeezed(name).startsWith(key));
    const close = likest(key, [...known.keys()], { cutoff: key.length > CODE ? ALIKE : ALIKE_CODE, most: NEAR });
    return [...new Set([...within, ...begun, ...close.flatMap((name) => known.get(name))])].slice(0, NEAR);
  }

  /**
   * What is said of a text that means none, or several.
   * @param {string} text
   * @param {(row: NamedRow) => string} called what those are called that may be meant
   */
  notOne(text, called) {
    const found = this.find(text), value = text.slice(0, SHOWN);
    if (found.length) return fill(this.words.several, { value, names: either(found.map(called)) });
    const near = this.near(text).map(called);
    const unknown = fill(this.words.unknown, { value });
    return near.length ? `${unknown} ${fill(this.words.near, { names: either(near) })}` : unknown;
  }

  /* What the codes mean, then the names in English or the page's language, then those in others; made when first needed. */
  get tiers() {
    this.made ??= [({ codes }) => codes, ({ name, names }) => [name, ...names], ({ others }) => others].map((called) => {
      /** @type {Map<string, NamedRow[]>} */
      const tier = new Map();
      for (const row of this.rows) {
        for (const key of new Set(called(row).map(squeezed))) tier.set(key, [...(tier.get(key) ?? []), row]);
      }
      return tier;
    });
    return this.made;
  }

  /**
   * What may be meant by what is typed so far, the likeliest first; everything where nothing is typed.
   * @param {string} text
   * @returns {Hit[]}
   */
  like(text) {
    const asked = folded(text);
    if (!asked) return this.rows.map((row) => ({ row, via: "", rank: 0 }));
    /** @type {Hit[]} */
    const hits = [];
    for (const { row, names, codes } of this.entries) {
      let best = { rank: codes.includes(asked.replaceAll(" ", "")) ? 0.1 : NEVER, via: "" };
      for (const { name, key, late } of names) {
        const found = rank(key, asked) + late;
        if (found < best.rank) best = { rank: found, via: name === row.name ? "" : name };
      }
      if (best.rank < NEVER) hits.push({ row, ...best });
    }
    return hits.sort((a, b) => a.rank - b.rank); // which keeps the order of the rows among equals
  }
}

/** The states by their codes alone, until their names have come. */
export class Codes {
  /** @param {import("./documents.d.ts").Timeline["states"]} states */
  constructor(states) { this.states = states; }

  /** @param {string} state */
  named(state) { return this.find(state)[0]; }

  /**
   * @param {string} text
   * @returns {NamedRow[]}
   */
  find(text) {
    if (!Object.hasOwn(this.states, text)) return [];
    return [{ name: this.states[text].name, state: text, says: "", area: text, codes: [text], names: [], others: [] }];
  }
}

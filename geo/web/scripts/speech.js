/* The language of the page: how its days, numbers and counts are written. English by itself; another language comes with
 * the documents that are written in it (geo/web/documents/speech.py).
 */

import { fill } from "./words.js";

/** @import { Counted, Speech } from "./documents.d.ts" */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]; // browsers do not agree on these
const inFull = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

const LONG = MONTHS.map((_, month) => `{day} ${inFull.format(Date.UTC(2000, month, 1))} {year}`);

/** @type {Speech} */
const ENGLISH = {
  language: "en",
  group: ",",
  on: LONG,
  alone: LONG,
  short: MONTHS.map((month) => `{day} ${month} {year}`),
};

// As Python rounds, so that a length is the same on a page that the server sets.
const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0, roundingMode: "halfEven" });

let speech = ENGLISH;
let kinds = new Intl.PluralRules("en");
let names = new Intl.Collator("en");
let lists = new Intl.ListFormat("en-GB", { type: "disjunction" });

/**
 * Speaks the language of a document from now on; English where it has none.
 * @param {{ speech?: Speech }} document
 */
export function speakAs({ speech: other = ENGLISH }) {
  if (other.language === speech.language) return;
  speech = other;
  const known = [speech.language, "uk"]; // Chromium has no Belarusian, whose letters have that order, and whose word for "or" is that
  kinds = new Intl.PluralRules(speech.language);
  names = new Intl.Collator(known);
  lists = new Intl.ListFormat(known, { type: "disjunction" });
}

/**
 * @param {string[]} months
 * @param {string} day
 */
function written(months, day) {
  const [year, month, date] = day.split("-");
  return fill(months[Number(month) - 1], { year, day: Number(date), day2: date });
}

/**
 * The day on which something is so: 20 February 2026.
 * @param {string} day
 */
export function inWords(day) { return written(speech.on, day); }

/**
 * A day by itself, its month in full: 20 February 2026.
 * @param {string} day
 */
export function byItself(day) { return written(speech.alone, day); }

/**
 * A day by itself: 20 Feb 2026.
 * @param {string} day
 */
export function inShort(day) { return written(speech.short, day); }

/**
 * A number without decimals, its thousands apart: 3,833.
 * @param {number} number
 */
export function figure(number) { return whole.format(number).replaceAll(",", speech.group); }

/**
 * The text for so many things. While another language is on its way, words of the last may still be told.
 * @param {Counted} words
 * @param {number} count
 * @param {object} [more] of its places
 */
export function counted(words, count, more = {}) { return fill(words[kinds.select(count)] ?? Object.values(words).at(-1), { count, ...more }); }

/** Whether what sources say is in the language of the page. */
export const isEnglish = () => speech.language === "en";

/**
 * The order of two names.
 * @param {string} a
 * @param {string} b
 */
export function byName(a, b) { return names.compare(a, b); }

/**
 * One of several: A, B or C.
 * @param {string[]} words
 */
export function either(words) { return lists.format(words); }

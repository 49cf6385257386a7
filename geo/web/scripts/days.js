/* Days, as ISO strings and as whole days since 1970, and what holds on one of them. Knows no page. */

/** @import { LensFile, Moment, Span, Timeline } from "./documents.d.ts" */

const DAY_MS = 86400000;

/** @param {string} day */
export const toNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** @param {number} number */
export const toDay = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** @param {string} text */
export const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && toDay(toNumber(text)) === text;

/** The day it is by UTC, as the server says it (geo/basics/dates.py), wherever the reader's machine stands. */
export const today = () => toDay(Math.floor(Date.now() / DAY_MS));

/** What an address may say in place of a day, for today (geo/basics/choices.py). */
export const LATEST = "latest";

/**
 * The same day so many months later (or, below 0, earlier); a month too short gives its last day.
 * @param {string} day
 * @param {number} months
 */
export function addMonths(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * The last entry of `list` (ascending by .from) that has begun on `day`; the first where none has.
 * @template {{ from: string }} Entry
 * @param {Entry[]} list
 * @param {string} day
 * @returns {Entry}
 */
export function current(list, day) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].from <= day) low = middle + 1; else high = middle;
  }
  return list[Math.max(0, low - 1)];
}

/**
 * What holds on a day: a moment of the timeline and, over it, that of a border line which the reader has chosen.
 * @param {Timeline} timeline
 * @param {LensFile | null | undefined} lens
 * @param {string} day
 * @returns {Moment}
 */
export function momentOn({ moments }, lens, day) {
  const { headline } = current(moments.filter((each) => each.headline), day); // it is written where it is new
  const moment = { ...current(moments, day), headline };
  return lens ? { ...moment, ...current(lens.moments, day) } : moment;
}

const BOUND = ["party", "withdrawal_notified"];

/**
 * Whether the state of a span is bound: true, false, or null where that is not known.
 * @param {Pick<Span, "status" | "possible">} span
 */
export function boundIn({ status, possible = [status] }) {
  const bound = possible.filter((each) => BOUND.includes(each)).length;
  return bound === possible.length || (bound ? null : false);
}

/**
 * The classes of a span: its status and practice, or the first and the last of the statuses it may have.
 * @param {Pick<Span, "status" | "possible" | "practice">} span
 */
export function lookOf({ status, possible, practice }) {
  const of = possible ? [`from-${possible[0]}`, `to-${possible[possible.length - 1]}`] : [];
  return [status, ...of, practice === "none" ? "" : practice].filter(Boolean).join(" ");
}

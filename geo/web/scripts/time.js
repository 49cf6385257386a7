/* A reader's way through time, without a page: ranges and their marks, the events before and after a day, and time that
 * runs by itself. Days are ISO strings.
 */

import { toDay, toNumber } from "./days.js";

/**
 * @typedef {object} Range The first and the last day of a slider.
 * @property {string} first
 * @property {string} last
 */

/**
 * @typedef {object} Pace How time runs by itself, at speed 1: from event to event, or evenly through the whole range.
 * @property {number} speed
 * @property {number} msPerEvent
 * @property {number} [msPerSweep] only where it runs evenly
 */

/**
 * @typedef {object} Traveller Whose day it is that moves.
 * @property {() => string} day the day now
 * @property {() => Range} range
 * @property {() => string[]} events
 * @property {() => boolean} atEnd whether there is nothing to come, so that play begins again
 * @property {(day: string) => void} go move to a day
 * @property {(playing: boolean, day: string) => void} turned hears when time begins to run and when it has stopped, on which day
 */

/**
 * The day itself, or the end of the range beyond which it lies.
 * @param {string} day
 * @param {Range} range
 */
export function clamp(day, { first, last }) { return day < first ? first : day > last ? last : day; }

/**
 * The days that lie in a range.
 * @param {string[]} days
 * @param {Range} range
 */
export function inside(days, { first, last }) { return days.filter((day) => first <= day && day <= last); }

/**
 * The nearest event after a day; undefined where there is none. Events are ascending.
 * @param {string[]} events
 * @param {string} day
 */
export function next(events, day) { return events.find((event) => event > day); }

/**
 * The nearest event before a day; undefined where there is none.
 * @param {string[]} events
 * @param {string} day
 */
export function previous(events, day) { return events.findLast((event) => event < day); }

/**
 * The first day of the narrowest range that holds a day. `firsts` are ascending.
 * @param {string[]} firsts
 * @param {string} day
 */
export function narrowest(firsts, day) { return firsts.findLast((first) => first <= day) ?? firsts[0]; }

/**
 * How far along a range a day lies, 0 to 1.
 * @param {string} day
 * @param {Range} range
 */
export function along(day, { first, last }) {
  const start = toNumber(first);
  return (toNumber(day) - start) / (toNumber(last) - start);
}

/**
 * First days of the years to be written under a range; every fourth one where there are many.
 * @param {Range} range
 */
export function yearsOf({ first, last }) {
  const from = Number(first.slice(0, 4)), to = Number(last.slice(0, 4));
  const every = to - from > 6 ? 4 : 1;
  const years = [];
  for (let year = from; year <= to; year += every) years.push(`${year}-01-01`);
  return years;
}

/**
 * @typedef {object} Clock Each gives a function that calls the thing off.
 * @property {(run: () => void, ms: number) => () => void} after
 * @property {(run: (now: number) => void) => () => void} frame
 */

/** @type {Clock} */
const BROWSER = {
  after(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  frame(run) {
    const frame = requestAnimationFrame(run);
    return () => cancelAnimationFrame(frame);
  },
};

/** Time that runs by itself, from event to event or evenly, until it is told to pause or the range ends. */
export class Playback {
  /**
   * @param {Traveller} traveller
   * @param {Clock} clock
   */
  constructor(traveller, clock = BROWSER) {
    this.traveller = traveller;
    this.clock = clock;
    /** @type {(() => void) | null} */
    this.callOff = null;
    this.day = "";
  }

  get playing() { return this.callOff !== null; }

  /** @param {Pace} pace */
  play(pace) {
    const { traveller } = this;
    const move = pace.msPerSweep ? () => this.sweep(pace) : () => this.step(pace);
    this.day = traveller.day();
    if (!traveller.atEnd()) move();
    else {
      this.go(traveller.range().first);
      this.wait(this.clock.after(move, pace.msPerEvent / pace.speed));
    }
  }

  pause() {
    if (!this.callOff) return;
    this.callOff();
    this.callOff = null;
    this.traveller.turned(false, this.day);
  }

  /** @param {string} day */
  go(day) {
    this.day = day;
    this.traveller.go(day);
  }

  /** @param {() => void} callOff */
  wait(callOff) {
    const begins = !this.playing;
    this.callOff = callOff;
    if (begins) this.traveller.turned(true, this.day);
  }

  /** @param {Pace} pace */
  step(pace) {
    const { traveller } = this;
    const day = next(inside(traveller.events(), traveller.range()), this.day);
    if (day === undefined) this.pause();
    else {
      this.go(day);
      this.wait(this.clock.after(() => this.step(pace), pace.msPerEvent / pace.speed));
    }
  }

  /** @param {Pace} pace */
  sweep({ msPerSweep, speed }) {
    const range = this.traveller.range();
    const end = toNumber(range.last);
    const perMs = ((end - toNumber(range.first)) / msPerSweep) * speed;
    let at = toNumber(this.day), before = NaN;
    /** @param {number} now */
    const move = (now) => {
      at = Math.min(at + perMs * (now - (before || now)), end);
      before = now;
      this.go(toDay(Math.round(at)));
      if (at >= end) this.pause();
      else this.wait(this.clock.frame(move));
    };
    this.wait(this.clock.frame(move));
  }
}

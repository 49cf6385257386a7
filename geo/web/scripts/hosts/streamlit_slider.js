/* The slider of the Streamlit page, its thumb and the buttons of the steps beside it: all that the atlas knows of their
 * markup and ways.
 */

import { toDay, toNumber } from "../days.js";
import { within } from "../dom.js";
import { inShort } from "../speech.js";

/** @import { Range } from "../time.js" */

export const SLIDER = ".st-key-date input[type=range]";
const DAY_MICROS = 86400e6; // the slider counts microseconds since 1970
const NEAR_PX = 16; // the thumb is higher than the track it runs on
const RECONNECT_LOOK_MS = 200;

/** @param {number} micros */
const dayOf = (micros) => toDay(Math.floor(micros / DAY_MICROS));

/**
 * The day of the slider; null where its markup is not what we know.
 * @param {Document} page
 */
export function sliderDay(page) {
  const input = page.querySelector(SLIDER);
  const micros = input && input.hasAttribute("aria-valuetext") ? Number(input.getAttribute("value")) : NaN;
  return Number.isFinite(micros) && micros !== 0 ? dayOf(micros) : null;
}

/**
 * The day to which the reader has gone, until the server has answered and the slider has followed; null where that is no
 * other than the slider's.
 * @param {Document} page
 */
export const dayAhead = (page) => page.documentElement.dataset.ahead ?? null;

const setNativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

/** The slider of the page, whichever element it is now. */
export const slider = {
  get input() { return /** @type {HTMLInputElement | null} */ (document.querySelector(SLIDER)); },

  /** @returns {Range} */
  get range() { return { first: dayOf(Number(this.input.min)), last: dayOf(Number(this.input.max)) }; },

  get ahead() { return dayAhead(document); },

  get day() { return this.ahead ?? this.own; },

  get own() { return dayOf(Number(this.input.getAttribute("value"))); },

  /** The part of it that lies under the thumb. */
  get thumb() { return /** @type {HTMLElement} */ (this.input.closest("[style*='left']")); },

  /**
   * Moves the thumb, so that all follow as they do a finger; on to no day that it cannot reach.
   * @param {string} day
   */
  moveTo(day) {
    const { input, range } = this;
    if (this.ahead) document.documentElement.dataset.ahead = day;
    if (day < range.first || day > range.last) return;
    setNativeValue.call(input, String(toNumber(day) * DAY_MICROS));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  },
};

/** Tells the page that the thumb is on its way, or that it has come to rest. */
export function hold(on) {
  if (on) document.documentElement.dataset.held = "";
  else delete document.documentElement.dataset.held;
}

/**
 * A drag of the thumb, told to the map at once: the slider's own word for it comes a frame later, and not at all while the
 * connection is down, when Streamlit disables its widgets. Such a drag goes on here and is committed once the slider is
 * back. The arithmetic is the slider's: from where the thumb was, by as much as the pointer moved.
 */
export class Drag {
  /** @param {(day: string) => void} commit */
  constructor(commit) {
    this.commit = commit;
    /** @type {{ x: number, part: number, width: number, first: number, days: number } | null} */
    this.from = null;
    /** @type {string | null} */
    this.stranded = null;
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button !== 0 || !within(event.target, ".st-key-date") || !slider.input) return;
    const { thumb, range } = slider;
    const first = toNumber(range.first);
    const track = thumb.parentElement.getBoundingClientRect();
    if (event.clientY < track.top - NEAR_PX || event.clientY > track.bottom + NEAR_PX) return;
    const days = toNumber(range.last) - first;
    const part = thumb.contains(/** @type {Node} */ (event.target))
      ? (toNumber(slider.day) - first) / days
      : Math.round(((event.clientX - track.left) / track.width) * days) / days; // the thumb jumps to a whole day
    this.from = { x: event.clientX, part, width: track.width, first, days };
    hold(true);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.from || !slider.input) return;
    const { x, width, first, days } = this.from;
    const part = Math.min(Math.max(this.from.part + (event.clientX - x) / width, 0), 1);
    const day = toDay(first + Math.round(part * days));
    document.documentElement.dataset.thumb = day;
    // Cut off once, the slider has let the finger go, though it may be back before the release.
    if (!slider.input.disabled && !this.stranded) return;
    this.stranded = day;
    const { thumb } = slider;
    thumb.style.left = `${100 * part}%`;
    const label = thumb.querySelector("[data-testid=stSliderThumbValue] p");
    if (label) label.firstChild.nodeValue = inShort(day);
  }

  release() {
    if (!this.from) return;
    this.from = null;
    hold(false);
    if (this.stranded) this.waiting = setInterval(() => this.land(), RECONNECT_LOOK_MS);
    else requestAnimationFrame(() => requestAnimationFrame(() => this.rest())); // the slider has caught up
  }

  rest() {
    if (slider.ahead) this.commit(slider.own); // where the finger has left it, not where the reader was before
    this.hush();
  }

  hush() { if (!this.from) delete document.documentElement.dataset.thumb; }

  land() {
    if (!slider.input || slider.input.disabled) return;
    clearInterval(this.waiting);
    slider.moveTo(this.stranded);
    this.commit(this.stranded);
    this.stranded = null;
    this.hush();
  }
}

/** Whether an event happened to the controls of time, the player left out. */
export const isControl = ({ target }) => within(target, ".st-key-controls") && !within(target, ".st-key-player");

/** The buttons of the steps, and which of them an event happened to. */
export const stepButtons = {
  get previous() { return /** @type {HTMLElement | null} */ (document.querySelector(".st-key-previous button")); },
  get next() { return /** @type {HTMLElement | null} */ (document.querySelector(".st-key-next button")); },

  /** @returns {"previous" | "next" | null} */
  pressed({ target }) {
    if (within(target, ".st-key-previous button")) return "previous";
    return within(target, ".st-key-next button") ? "next" : null;
  },
};

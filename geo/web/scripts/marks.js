/* What stands under the slider of the stand-alone page: events, those that are marked on every page taller, and years. A
 * mark is a button that names itself, where it does not lie over another. */

import { draw, make } from "./dom.js";
import { inShort } from "./speech.js";
import { along, inside, yearsOf } from "./time.js";

/** @import { MarkRow } from "./documents.d.ts" */
/** @import { Range } from "./time.js" */

const BUTTON_PX = 24;
const LAST_YEAR_AT = 0.985; // a year further along would stand out of the page

/**
 * @param {Range} range
 * @param {string[]} events
 * @param {string[]} marked
 */
export function drawMarks(range, events, marked) {
  const lines = (days, top) => inside(days, range).map((day) => `M${(1000 * along(day, range)).toFixed(1)} ${top}V10`).join("");
  const others = events.filter((day) => !marked.includes(day));
  document.querySelector(".marks").replaceChildren(
    draw("path", { class: "", d: lines(others, 6) }), draw("path", { class: "main", d: lines(marked, 0) }));
  const years = yearsOf(range).filter((day) => along(day, range) < LAST_YEAR_AT);
  document.querySelector(".years").replaceChildren(...years.map((day) => {
    const label = make("span", "", day.slice(0, 4));
    label.style.left = `${100 * along(day, range)}%`;
    return label;
  }));
}

/** The buttons of the marks: the latest where there is no room for all. */
export class MarkButtons {
  /**
   * @param {MarkRow[]} marks
   * @param {(day: string) => void} go
   */
  constructor(marks, go) {
    this.marks = marks;
    this.box = /** @type {HTMLElement} */ (document.querySelector(".tick-buttons"));
    this.box.addEventListener("click", ({ target }) => {
      const { day } = /** @type {HTMLElement} */ (target).dataset;
      if (day) go(day);
    });
    new ResizeObserver(() => this.show(this.range)).observe(this.box);
  }

  /** @param {Range} range */
  show(range) {
    this.range = range;
    const least = BUTTON_PX / (this.box.clientWidth || 1);
    /** @type {{ at: number, day: string, words: string }[]} */
    const apart = [];
    for (const { day, words } of this.marks.toReversed()) {
      const at = along(day, range);
      if (inside([day], range).length && apart.every((other) => Math.abs(at - other.at) >= least)) apart.unshift({ at, day, words });
    }
    this.box.replaceChildren(...apart.map(({ at, day, words }) => {
      const button = make("button");
      button.type = "button";
      button.dataset.day = day;
      button.style.left = `${100 * at}%`;
      button.title = button.ariaLabel = `${inShort(day)}: ${words}`;
      return button;
    }));
  }
}

/* What stands under the slider of the stand-alone page. */

import { draw, make } from "../dom.js";
import { along, inside, yearsOf } from "../time.js";

/** @import { Range } from "../time.js" */

const LAST_YEAR_AT = 0.985; // a year further along would stand out of the page

/**
 * Draws events, those that are marked on every page taller, and years.
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

/* The course of the whole time above the track of a slider, from lines that stand in the page (geo/web/course.py): a unit to
 * the right is a day since the first of the atlas.
 */

import { toNumber } from "./days.js";
import { draw } from "./dom.js";
import { along } from "./time.js";

/** @import { Range } from "./time.js" */

const FIRST = toNumber("1997-01-01");
const HEIGHT = 100;

/**
 * Shows that part of it which the slider spans, and on it the day under the thumb.
 * @param {Range} range
 * @param {string} day
 */
export function showCourse(range, day) {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".course"));
  if (!box) return;
  if (!box.querySelector("svg")) drawLines(box);
  const svg = box.querySelector("svg");
  const begins = toNumber(range.first);
  const span = `${begins - FIRST} 0 ${toNumber(range.last) - begins} ${HEIGHT}`;
  if (svg.getAttribute("viewBox") !== span) svg.setAttribute("viewBox", span); // under the thumb it stays as it is
  box.style.setProperty("--at", along(day, range).toFixed(4));
}

/** @param {HTMLElement} box */
function drawLines(box) {
  const svg = draw("svg", { preserveAspectRatio: "none" }, box);
  for (const line of ["covered", "bound"]) draw("path", { class: line, d: box.dataset[line] }, svg);
}

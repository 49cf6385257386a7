/* A border line that the reader has chosen, in place of the flank's: how each of its borders is drawn on a day, what its tip
 * says, and the rows of the legend. All words come with its document.
 */

import { current } from "../days.js";
import { make } from "../dom.js";
import { figure } from "../speech.js";
import { fill } from "../words.js";
import { swatch, tipNode } from "./legend.js";

/** @import { LensBorder, LensFile, LensSpan } from "../documents.d.ts" */

const lookOf = (sides) => `side-${sides}`;

/**
 * The class of a border on a day.
 * @param {LensSpan[]} spans
 * @param {string} day
 */
export const lookOn = (spans, day) => lookOf(current(spans, day).sides);

/**
 * What a border says of itself on a day.
 * @param {LensFile} lens
 * @param {LensBorder["properties"]} border
 * @param {string} day
 */
export function lineTip({ words }, { title, leading_km, computed_km, spans }, day) {
  const km = figure(leading_km ?? computed_km);
  return tipNode(title, fill(words.tip, { km, words: current(spans, day).words }));
}

/**
 * Puts the rows of a line into the legend in place of those of the flank; of the flank again where there is none.
 * @param {HTMLElement} box the legend
 * @param {LensFile | null} lens
 * @param {string} mark
 */
export function showLineKey(box, lens, mark) {
  for (const row of box.querySelectorAll(".of-line")) row.remove();
  box.classList.toggle("through-lens", lens !== null);
  if (!lens) return;
  const drawn = new Set(lens.borders.flatMap(({ properties }) => properties.spans.map(({ sides }) => sides)));
  const rows = lens.legend.filter(({ sides }) => drawn.has(sides));
  box.querySelector("ul").append(...rows.map(({ sides, words }) => make("li", "of-line", swatch(lookOf(sides), mark), make("span", "", words))));
}

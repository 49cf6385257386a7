/* The sentence of the day and its figures, wherever a page shows them. */

import { figure, inWords } from "./speech.js";
import { fill } from "./words.js";

/** @import { Moment } from "./documents.d.ts" */

function write(page, name, text) {
  for (const node of page.querySelectorAll(`[data-live="${name}"]`)) {
    if (node.textContent !== text) node.textContent = text;
  }
}

/**
 * Writes what a moment of the timeline says of a day.
 * @param {Document} page
 * @param {Moment} moment
 * @param {string} day
 */
export function tell(page, moment, day) {
  write(page, "headline", fill(moment.headline, { day: inWords(day) }));
  write(page, "bound", String(moment.bound));
  write(page, "flank", moment.covered_words || figure(moment.covered_km));
  write(page, "length", figure(moment.flank_km));
  const bar = /** @type {HTMLElement | null} */ (page.querySelector('[data-live-width="covered"]'));
  if (bar) bar.style.width = `${(100 * moment.covered_km) / (moment.flank_km || 1)}%`;
}

/* A box of rows that follow the day: the panel of a country, the table of the flank's borders. It is set anew only
 * when something in it is different; what the reader has unfolded, and how far it is scrolled, stays.
 */

import { Flank } from "./flank.js";
import { Line } from "./line.js";
import { inShort } from "../speech.js";

/** @import { Dossiers } from "./dossier.js" */

const PACE_MS = 120; // while the thumb moves, the frames belong to the map
const LATEST_MS = 120;
// eslint-disable-next-line compat/compat, baseline/use-baseline -- Safari has no spare moments and draws at once
const inASpareMoment = window.requestIdleCallback || /** @type {any} */ ((draw) => draw());

export class RowsOfDay {
  /**
   * @param {HTMLElement} box
   * @param {object} drawn
   * @param {(country: string, day: string) => string} drawn.key a text that differs when the rows do
   * @param {(country: string, day: string) => Node[]} drawn.rows
   * @param {(country: string, day: string) => string} [drawn.sentence] what stands in a node marked data-said
   */
  constructor(box, { key, rows, sentence = () => "" }) {
    this.box = box;
    this.key = key;
    this.rows = rows;
    this.sentence = sentence;
    /** @type {ReturnType<typeof setTimeout> | null} */
    this.timer = null;
    this.scrolled = 0; // known beforehand: asked for while the rows are set, the browser would lay the page out for it
    box.onscroll = () => { this.scrolled = box.scrollTop; };
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  /* Show a day: at once, or soon where the thumb is still moving, between two of its frames. */
  show(country, day, soon = false) {
    this.wanted = { country, day };
    if (!soon) this.draw();
    else if (!this.timer) this.timer = setTimeout(() => inASpareMoment(() => { if (this.timer) this.draw(); }, { timeout: LATEST_MS }), PACE_MS);
  }

  draw() {
    clearTimeout(this.timer);
    this.timer = null;
    const { country, day } = this.wanted;
    const key = this.key(country, day);
    if (key !== this.shown?.key) this.set(country, day);
    this.shown = { key, country };
    for (const node of this.box.querySelectorAll("[data-said]")) node.textContent = this.sentence(country, day);
    for (const node of this.box.querySelectorAll("[data-day=short]")) node.textContent = inShort(day);
  }

  set(country, day) {
    const same = this.shown?.country === country;
    const open = new Map(same ? [...this.folds()].map((fold) => [fold.dataset.key, fold.open]) : []);
    const { scrolled } = this;
    const at = this.stops().findIndex((stop) => stop === document.activeElement), was = this.stops()[at];
    this.box.replaceChildren(...this.rows(country, day));
    for (const fold of this.folds()) fold.open = open.get(fold.dataset.key) ?? fold.open;
    if (was) this.focus(at, same ? was.textContent : null);
    if (scrolled) this.box.scrollTop = same ? scrolled : 0;
  }

  /** @returns {HTMLElement[]} */
  stops() { return [...this.box.querySelectorAll("a[href], button, summary")].map((stop) => /** @type {HTMLElement} */ (stop)); }

  /* Where the keyboard was before the rows were set anew, or else at their head. */
  focus(at, words) {
    const alike = this.stops().filter((stop) => stop.textContent === words);
    const head = /** @type {HTMLElement} */ (this.box.querySelector("h2,h3"));
    head.tabIndex = -1;
    (alike.find((stop) => stop === this.stops()[at]) ?? alike[0] ?? head).focus({ preventScroll: words !== null });
  }

  folds() { return this.box.querySelectorAll("details"); }
}

/** @param {Dossiers} dossiers */
const lineOf = (dossiers) => (dossiers.lens ? new Line(dossiers.lens) : new Flank(dossiers));

/**
 * The panel: a country's dossier, or the overview of the flank, or of the line that the reader has chosen.
 * @param {HTMLElement} box
 * @param {Dossiers} dossiers
 */
export function panelSheet(box, dossiers) {
  const line = lineOf(dossiers);
  return new RowsOfDay(box, {
    key: (country, day) => dossiers.key(country, day),
    rows: (country, day) => (country ? dossiers.of(country, day) : line.overview(day, dossiers.paper())).filter(Boolean),
    sentence: (country, day) => dossiers.sentence(country, day),
  });
}

/**
 * The table of the borders of the flank, or of that line.
 * @param {HTMLElement} box
 * @param {Dossiers} dossiers
 */
export function bordersSheet(box, dossiers) {
  const line = lineOf(dossiers);
  return new RowsOfDay(box, {
    key: (_country, day) => dossiers.momentKey(day),
    rows: (_country, day) => line.table(day),
  });
}

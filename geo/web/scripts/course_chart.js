/* The chart of a border line over time: states bound above, kilometres by how they stand below. A day of it is read where
 * the pointer is; by keyboard at each change, with a slider that those who hear the page are told the same by.
 */

import { current, toDay, toNumber } from "./days.js";
import { draw, make } from "./dom.js";
import { figure, inWords, speakAs } from "./speech.js";
import { along, clamp, yearsOf } from "./time.js";
import { fill } from "./words.js";

/** @import { ChartDocument, ChartStep } from "./documents.d.ts" */

const HEIGHT = 100; // of a plot; a unit to the right is a day

export class CourseChart {
  /**
   * @param {HTMLElement} box
   * @param {ChartDocument} chart
   */
  constructor(box, chart) {
    speakAs(chart);
    this.chart = chart;
    this.box = box;
    this.days = toNumber(chart.last) - toNumber(chart.first);
    this.day = chart.last; // the page's own
    const { words, bands, bound_ticks, km_ticks, title } = chart;
    this.said = make("p", "read");
    this.slider = this.field();
    const plots = make("div", "plots", this.slider,
      ...this.plot(words.bound, "states", bound_ticks, this.bound()), ...this.plot(words.km, "km", km_ticks, this.bands()), this.years());
    const legend = make("ul", "bands", bands.toReversed().map(({ kind, words: said }) => make("li", "", make("span", `swatch band-${kind}`), said)));
    const drawn = make("figure", "course-chart", make("h3", "", title), this.said, plots, legend, make("p", "note", words.keys));
    drawn.setAttribute("aria-label", title);
    plots.addEventListener("pointermove", (event) => this.read(this.dayAt(event)));
    plots.addEventListener("pointerdown", (event) => this.read(this.dayAt(event)));
    plots.addEventListener("pointerleave", () => this.read(this.day));
    this.slider.addEventListener("input", () => this.read(chart.steps[this.slider.valueAsNumber].from));
    this.slider.addEventListener("blur", () => this.read(this.day));
    this.plots = plots;
    box.replaceChildren(drawn);
    this.go(this.day);
  }

  /* The page's day, which is read where nothing else is. */
  go(day) {
    const { chart, slider } = this;
    this.day = clamp(day, chart);
    this.box.style.setProperty("--day", along(this.day, chart).toFixed(4));
    if (document.activeElement === slider) return;
    slider.value = String(chart.steps.indexOf(current(chart.steps, this.day)));
    this.read(this.day);
  }

  /** @param {string} day */
  read(day) {
    const { words, steps, bands, verified_to } = this.chart;
    const { bound, km } = current(steps, day);
    const told = bands.map((band, at) => km[at] && fill(words.band, { words: band.words, km: figure(km[at]) })).filter(Boolean);
    const said = fill(day > verified_to ? words.beyond : words.read, { day: inWords(day), bound, km: told.join(". ") || words.no_line });
    this.box.style.setProperty("--read", along(day, this.chart).toFixed(4));
    this.said.textContent = said;
    this.slider.setAttribute("aria-valuetext", said);
  }

  /** @param {PointerEvent} event */
  dayAt({ clientX }) {
    const { left, width } = this.plots.querySelector("svg").getBoundingClientRect();
    const part = Math.min(Math.max((clientX - left) / width, 0), 1);
    return toDay(toNumber(this.chart.first) + Math.round(part * this.days));
  }

  field() {
    const { words, steps } = this.chart;
    const slider = make("input");
    Object.assign(slider, { type: "range", min: "0", max: String(steps.length - 1), step: "1", ariaLabel: words.day });
    return slider;
  }

  plot(title, name, ticks, paths) {
    const most = ticks[ticks.length - 1];
    const svg = draw("svg", { viewBox: `0 0 ${this.days} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    for (const [className, line] of paths(most)) draw("path", { class: className, d: line }, svg);
    const scale = ticks.map((tick) => {
      const label = make("span", "", figure(tick));
      label.style.bottom = `${(100 * tick) / most}%`;
      return label;
    });
    return [make("p", "plot-title", title), make("div", `plot ${name}`, make("div", "scale", scale), svg, make("span", "at day"), make("span", "at"))];
  }

  /* A line in steps, each as high as `height` says, 0 to 1. */
  steps(height, { steps, first } = this.chart) {
    const begins = toNumber(first);
    const parts = steps.map((step) => [toNumber(step.from) - begins, (HEIGHT * (1 - height(step))).toFixed(2)]);
    return [...parts.map(([x, y], at) => (at ? `H${x}V${y}` : `M${x} ${y}`)), `H${this.days}`].join("");
  }

  /* Where it is not known of every state, a second line begins: as many as there may be. */
  bound() {
    const { chart } = this;
    const unsure = chart.steps.findIndex(({ low, high }) => low < high);
    const from = { ...chart, steps: chart.steps.slice(unsure) };
    return (most) => [["low", this.steps(({ low }) => low / most)], ...(unsure < 0 ? [] : [["high", this.steps(({ high }) => high / most, from)]])];
  }

  /* The whole stack first, then without its uppermost band, and so on down. */
  bands() {
    const { bands } = this.chart;
    return (most) => bands.map(({ kind }, at) => {
      const height = (/** @type {ChartStep} */ { km }) => km.slice(0, at + 1).reduce((sum, each) => sum + each, 0) / most;
      return [`band band-${kind}`, `${this.steps(height)}V${HEIGHT}H0Z`];
    }).toReversed();
  }

  years() {
    const { chart } = this;
    const labels = yearsOf(chart).filter((day) => day >= chart.first).map((day) => {
      const label = make("span", "", day.slice(0, 4));
      label.style.left = `${100 * along(day, chart)}%`;
      return label;
    });
    const row = make("div", "years", labels);
    row.setAttribute("aria-hidden", "true");
    return row;
  }
}

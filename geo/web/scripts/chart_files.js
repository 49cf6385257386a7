/* The chart of a border line as a file that nobody is asked for: drawn again from what the page shows, and as a table. */

import { draw, make } from "./dom.js";
import { figure, inShort } from "./speech.js";
import { along, yearsOf } from "./time.js";

/** @import { ChartDocument } from "./documents.d.ts" */

const WIDTH = 960, LEFT = 76, RIGHT = 24, PLOTS = [{ name: "states", top: 84, height: 150 }, { name: "km", top: 276, height: 220 }];
const LEGEND = 548, LINE = 22;

/** @param {string} text */
const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A row for each day of change, in the columns of the file that a server gives.
 * @param {ChartDocument} chart
 */
export function tableOf({ steps, bands, title, files: { credit, held, mark } }) {
  const beside = [["line", title], ...(mark ? [["hypothetical", "true"]] : []), ["held", held], ["credit", credit]];
  const heads = ["date", "bound_min", "bound_max", ...bands.map(({ kind }) => `${kind}_km`), ...beside.map(([name]) => name)];
  const rows = steps.map(({ from, low, high, km }) => [from, low, high, ...km, ...beside.map(([, text]) => quoted(text))]);
  return [heads, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/**
 * The chart as the page shows it, with its words, its colours and whose it is.
 * @param {Element} drawn
 * @param {ChartDocument} chart
 */
export function drawingOf(drawn, chart) {
  const { files: { credit, held, mark }, title, words, bands } = chart;
  const wide = WIDTH - LEFT - RIGHT, height = LEGEND + LINE * (bands.length + 3);
  const ink = getComputedStyle(drawn).color, page = getComputedStyle(document.body).backgroundColor;
  const svg = draw("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, "font-family": "sans-serif", "font-size": 13, fill: ink, role: "img" });
  const say = (text, x, y, more = {}) => { draw("text", { x, y, ...more }, svg).textContent = text; };
  draw("title", {}, svg).textContent = mark ? `${mark}. ${title}` : title;
  draw("rect", { width: WIDTH, height, fill: page }, svg);
  say(title, LEFT, 32, { "font-size": 18, "font-weight": 700 });
  for (const { name, top, height: high } of PLOTS) {
    say(name === "km" ? words.km : words.bound, LEFT, top - 14, { "font-weight": 650 });
    const plot = drawn.querySelector(`.plot.${name} svg`);
    const inner = draw("svg", { x: LEFT, y: top, width: wide, height: high, viewBox: plot.getAttribute("viewBox"), preserveAspectRatio: "none" }, svg);
    for (const path of plot.querySelectorAll("path")) {
      const { fill, stroke, strokeWidth, strokeDasharray } = getComputedStyle(path);
      draw("path", { d: path.getAttribute("d"), fill, stroke, "stroke-width": strokeWidth, "stroke-dasharray": strokeDasharray, "vector-effect": "non-scaling-stroke" }, inner);
    }
    const ticks = name === "km" ? chart.km_ticks : chart.bound_ticks;
    for (const tick of ticks) say(figure(tick), LEFT - 8, top + high * (1 - tick / ticks[ticks.length - 1]) + 4, { "text-anchor": "end" });
  }
  const [, { top, height: high }] = PLOTS;
  for (const day of yearsOf(chart).filter((each) => each >= chart.first)) say(day.slice(0, 4), LEFT + wide * along(day, chart), top + high + 18, { "text-anchor": "middle" });
  bands.toReversed().forEach(({ kind, words: said }, at) => {
    const y = LEGEND + LINE * at;
    draw("rect", { x: LEFT, y: y - 11, width: 16, height: 12, fill: getComputedStyle(drawn.querySelector(`.swatch.band-${kind}`)).backgroundColor }, svg);
    say(said, LEFT + 24, y);
  });
  say(`${inShort(chart.first)} – ${inShort(chart.last)}. ${held}`, LEFT, height - 2 * LINE, { "font-size": 11 });
  say(credit, LEFT, height - LINE, { "font-size": 11 });
  if (mark) say(mark, WIDTH / 2, 180, { "font-size": 44, "font-weight": 700, "text-anchor": "middle", opacity: 0.4, transform: `rotate(-18 ${WIDTH / 2} 180)` });
  return new XMLSerializer().serializeToString(svg);
}

/**
 * Hands a reader a text as a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

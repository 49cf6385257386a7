/* A border line taken from the document that holds all of them: as the server gives one alone, its course over time, and its
 * chart.
 */

import { current, toNumber } from "./days.js";

/** @import { ChartDocument, LensFile, LensMoment, EveryLens } from "./documents.d.ts" */

const HEIGHT = 100; // of the course (course.js)
const FIRST = toNumber("1997-01-01");

/**
 * @param {EveryLens} every
 * @param {string} name
 * @returns {LensFile}
 */
export function lineOf({ borders, per_degree, lenses, legend, states, meaning, words }, name) {
  const { changing, ...own } = lenses[name];
  const chosen = own.borders.map((place) => {
    const { properties, ...border } = borders[place];
    return { ...border, properties: { ...properties, spans: changing[place] ?? properties.spans } };
  });
  return { ...own, name, meaning, legend, states, words, borders: chosen, per_degree };
}

/**
 * The part of it with a bound state on a side, as the line of the course above the slider.
 * @param {LensMoment[]} moments
 */
export function courseOf(moments) {
  const parts = moments.map((moment) => {
    const height = HEIGHT * (1 - moment.covered_km / (moment.flank_km || 1));
    return `H${toNumber(moment.from) - FIRST}V${height.toFixed(1)}`;
  });
  return `M0 ${HEIGHT}${parts.join("")}`;
}

/**
 * The chart of a line, from that of the flank, which has the same states bound.
 * @param {ChartDocument} chart
 * @param {LensFile & { km_ticks?: number[] }} line
 * @returns {ChartDocument}
 */
export function chartOf(chart, { title, legend, moments, km_ticks = [] }) {
  const bands = legend.filter(({ sides }) => moments.some(({ sums }) => sides in sums)).map(({ sides, words }) => ({ kind: sides, words }));
  const days = [...new Set([...chart.steps, ...moments].map(({ from }) => from))].sort();
  const steps = days.map((from) => {
    const { sums } = current(moments, from);
    return { ...current(chart.steps, from), from, km: bands.map(({ kind }) => sums[kind]?.[1] ?? 0) };
  });
  return { ...chart, title, bands, steps, km_ticks };
}

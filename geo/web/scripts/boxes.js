/* A box of the map in degrees, [west, south, east, north], as an address names it: read, written and made fit as
 * geo/basics/boxes.py does, by the same rules, which come with the map's configuration.
 */

/** @import { BoxRules } from "./documents.d.ts" */
/** @typedef {[number, number, number, number]} Box */

const ROUND = 360;

/**
 * @param {number} degrees
 * @param {BoxRules} rules
 */
const rounded = (degrees, { decimals }) => Number(degrees.toFixed(decimals)) + 0; // no negative zero

/**
 * The box that a text asks for; null for nonsense.
 * @param {string} text
 * @param {BoxRules} rules
 * @returns {Box | null}
 */
export function parseBox(text, rules) {
  if (!new RegExp(rules.pattern).test(text)) return null;
  const [west, south, east, north] = text.split(",").map((each) => rounded(Number(each), rules));
  const width = rounded(east - west, rules), height = rounded(north - south, rules);
  return rules.least <= width && width <= ROUND && height >= rules.least ? [west, south, east, north] : null;
}

/** @param {Box | null} box */
export const writtenBox = (box) => (box ? box.join(",") : "");

/**
 * Both ends, moved apart about their middle where they are closer than can be asked for.
 * @param {number} low
 * @param {number} high
 * @param {number} furthest the middle lies no further from 0
 * @param {BoxRules} rules
 */
function apart(low, high, furthest, { least, decimals }) {
  const middle = Math.min(Math.max((low + high) / 2, -furthest), furthest);
  const half = least / 2 + 10 ** -decimals;
  return [Math.min(low, middle - half), Math.max(high, middle + half)];
}

/**
 * The box that a map shows, turned back and cut to once round the world.
 * @param {Box} shown
 * @param {BoxRules} rules
 * @returns {Box}
 */
export function boxOf([west, south, east, north], rules) {
  const { furthest } = rules;
  [south, north] = apart(south, north, furthest - rules.least / 2, rules);
  [west, east] = apart(west, east, Infinity, rules);
  if (east - west >= ROUND) [west, east] = [-ROUND / 2, ROUND / 2];
  const turn = ROUND * Math.floor((west + ROUND / 2) / ROUND);
  const ends = [west - turn, Math.max(south, -furthest), east - turn, Math.min(north, furthest)];
  return /** @type {Box} */ (ends.map((degrees) => rounded(degrees, rules)));
}

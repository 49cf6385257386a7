/* The borders in a dossier: whom each is with, its figures and what they count, and the neighbour's status on the day. */

import { boundIn } from "../days.js";
import { make } from "../dom.js";
import { byName, counted } from "../speech.js";
import { range, rowHeading, section, table, whole } from "./elements.js";

/** @import { DossierBorder } from "../documents.d.ts" */
/** @import { Dossiers } from "./dossier.js" */

/**
 * The borders of a state, those of the flank first, and whom each is with.
 * @param {Dossiers} dossiers
 * @param {string} iso
 */
export function linesOf(dossiers, iso) {
  const borders = dossiers.data.borders.filter((border) => border.states.includes(iso));
  const lines = borders.map((border) => ({ border, other: border.states.find((id) => id !== iso) }));
  return lines.sort((a, b) => Number(b.border.flank) - Number(a.border.flank) || byName(dossiers.name(a.other), dossiers.name(b.other)));
}

/**
 * @param {Dossiers} dossiers
 * @param {string} iso
 * @param {string} day
 */
export function bordersOf(dossiers, iso, day) {
  const { data, words } = dossiers, lines = linesOf(dossiers, iso);
  if (!lines.length) return null;
  const { neighbour, leading_km, range: span, computed, neighbour_status } = words;
  const headings = [[neighbour], [leading_km, "num"], [span, "num"], [computed, "num"], [neighbour_status]];
  const set = (some) => table("borders", headings, some.flatMap(({ border, other }) => rows(dossiers, border, other, day)));
  const flank = lines.filter(({ border }) => border.flank).length;
  const shown = flank || data.recent, more = lines.length - shown;
  return section(make("h3", "", words.borders), set(lines.slice(0, shown)),
    more > 0 && dossiers.rest("borders", counted(words.other_borders, more), set(lines.slice(shown))),
    make("p", "note", data.computed_words));
}

/**
 * @param {Dossiers} dossiers
 * @param {DossierBorder} border
 * @param {string} other
 * @param {string} day
 */
function rows(dossiers, border, other, day) {
  const row = make("tr", "", rowHeading(dossiers.name(other), border.part && make("span", "part", border.part)),
    figures(border), make("td", "", standing(dossiers, other, day)));
  return border.sources.length ? [row, make("tr", "cite-row", meaning(dossiers, border))] : [row];
}

/** @param {DossierBorder} border */
export function figures({ leading = null, low = null, high = null, computed }) {
  return [whole(leading), range(low, high), whole(computed)].map((figure) => make("td", "num", figure));
}

/**
 * Below its figures: what the leading one counts, and who says so.
 * @param {Dossiers} dossiers
 * @param {DossierBorder} border
 */
export function meaning({ data, citations }, border) {
  const says = data.meanings[border.meaning];
  const cell = make("td", "", says && [make("span", "meaning", says), " "], citations.cite(border.sources));
  cell.colSpan = 5;
  return cell;
}

/**
 * @param {Dossiers} dossiers
 * @param {string} iso
 * @param {string} day
 */
function standing(dossiers, iso, day) {
  const { words } = dossiers;
  if (!dossiers.timeline.states[iso]) return words.not_in_list;
  const span = dossiers.span(iso, day), bound = boundIn(span);
  const practice = span.practice === "none" ? "" : `; ${words.declares_suspension}`;
  return (bound === null ? words.bound_unknown : bound ? words.bound : words.not_bound) + practice;
}

/* The facts of a state's programmes as of a day, in the order of geo/answers/country/dossier.py; knows no page. */

/** @import { DossierFact } from "../documents.d.ts" */

/**
 * @param {string} a
 * @param {string} b
 */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Facts by programme: the programmes of `lines` first, then the one with the newest fact.
 * @param {DossierFact[]} facts
 * @param {string[]} lines
 * @returns {[string, DossierFact[]][]}
 */
export function byProgramme(facts, lines) {
  const names = [...new Set(facts.map((fact) => fact.programme).filter(Boolean))];
  const of = (name) => facts.filter((fact) => fact.programme === name);
  const newest = (name) => of(name).map((fact) => fact.from).sort().at(-1);
  const rank = (name) => Number(!lines.includes(name));
  names.sort((a, b) => rank(a) - rank(b) || compare(newest(b), newest(a)) || compare(a, b));
  return names.map((name) => [name, of(name)]);
}

/**
 * What is told of a programme at once: the newest fact of every stage and the newest others, by stage, the furthest
 * first; the rest is for unfolding.
 * @param {DossierFact[]} facts the furthest stage first
 * @param {number} shown
 */
export function toldOf(facts, shown) {
  const newest = [...facts].sort((a, b) => compare(b.from, a.from));
  const leading = newest.filter((fact, at) => newest.findIndex((other) => other.stage === fact.stage) === at);
  const told = [...leading, ...newest.filter((fact) => !leading.includes(fact))].slice(0, shown);
  const stages = [...new Set(facts.map((fact) => fact.stage))];
  const groups = stages.map((stage) => newest.filter((fact) => fact.stage === stage && told.includes(fact)));
  return { groups: groups.filter((group) => group.length), rest: newest.filter((fact) => !told.includes(fact)) };
}

/* What changed between two days as a page shows it: anew only where it is otherwise than before. */

import { make } from "./dom.js";
import { rowHeading, table } from "./panel/elements.js";

/** @import { Compared } from "./compare.js" */

/**
 * @param {HTMLElement | null} box with the table and what is told below it
 * @param {Compared} compared
 */
export function showChanges(box, compared) {
  if (!box) return;
  const { heads, rows, counts } = compared.changes();
  const shown = JSON.stringify([heads, rows, counts]);
  if (box.dataset.shown === shown) return;
  box.dataset.shown = shown;
  const cells = rows.map(([name, ...others]) => make("tr", "", rowHeading(name), others.map((words, at) => make("td", at === 2 ? "num" : "", words))));
  const headings = heads.map((words, at) => [words, at === heads.length - 1 ? "num" : ""]);
  box.replaceChildren(...(rows.length ? [table("changed", headings, cells)] : []), make("p", "note", counts));
}

/* What dossiers and tables in the browser are built of. Everything from data is written as text. */

import { make } from "../dom.js";
import { figure, inShort } from "../speech.js";

/* A button that reads like a link; `told` becomes its data, for whoever listens around it. */
export function button(words, told) {
  const node = make("button", "plain", words);
  node.type = "button";
  Object.assign(node.dataset, told);
  return node;
}

/* A heading of a day, which is written anew for each day, also where no row changes. */
export function titled(tag, words, day) {
  const node = make("span", "", inShort(day));
  node.dataset.day = "short";
  const [before, after] = words.split("{day}");
  return make(tag, "", before, node, after);
}

function heading(words, className) {
  const cell = make("th", className, words);
  cell.scope = "col";
  return cell;
}

export function rowHeading(...children) {
  const cell = make("th", "", ...children);
  cell.scope = "row";
  return cell;
}

export function table(className, headings, rows) {
  const head = make("tr", "", headings.map(([words, kind]) => heading(words, kind)));
  return make("table", className, make("thead", "", head), make("tbody", "", rows));
}

export const whole = (km) => (km === null ? "–" : figure(km));

export function range(low, high) {
  const one = low === null || high === null || whole(low) === whole(high);
  return one ? "–" : `${whole(low)}–${whole(high)}`;
}

/* Words beside a swatch in the colour of a status. */
export function chip(kind, words) {
  const swatch = make("span", "swatch");
  swatch.setAttribute("aria-hidden", "true");
  return make("span", `chip ${kind}`, swatch, words);
}

/**
 * A word that explains itself, at a tap or a key.
 * @param {import("../documents.d.ts").DossiersWords} words
 * @param {string | undefined} name of the term, where there is one
 */
export function term({ terms }, name) {
  if (!name) return null;
  const node = make("details", "term", make("summary", "", terms[name].asked), make("p", "", terms[name].meaning));
  node.dataset.key = `term ${name}`;
  return node;
}

export function section(...children) {
  return make("section", "panel dossier", ...children);
}

export function folded(key, words, count, ...children) {
  const node = make("details", "programme", make("summary", "", words, " ", make("span", "count", String(count))), ...children);
  node.dataset.key = key;
  return node;
}

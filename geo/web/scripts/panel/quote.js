/* The sentence to quote, and the button that copies it with where it comes from and where it stands. */

import { copy } from "../copy.js";
import { make } from "../dom.js";
import { fill } from "../words.js";
import { button } from "./elements.js";

/** @import { Dossiers } from "./dossier.js" */

/**
 * @param {Dossiers} dossiers
 * @param {HTMLElement} said where the sentence of the day is written
 * @param {number[]} places of its sources
 */
export function quoted({ words, citations, address }, said, places) {
  const { copied } = words;
  const told = make("span", "note");
  told.setAttribute("role", "status");
  const press = button(copied.button, {});
  press.addEventListener("click", async () => {
    await copy(fill(copied.text, { sentence: said.textContent, sources: citations.plain(places), address: address() }));
    told.textContent = copied.told;
  });
  return [make("p", "quote", make("span", "label", words.quote), said), make("p", "copy", press, " ", told)];
}

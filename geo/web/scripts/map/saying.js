/* What a map says of itself, in the words of its configuration: each part of it names the word it shows, and all are
 * written when the map begins and when the reader chooses another language.
 */

/** @import { MapConfig } from "../documents.d.ts" */

/** @typedef {Exclude<keyof MapConfig["words"], "programme">} Word */

/**
 * Has a node show a word.
 * @template {HTMLElement} Node
 * @param {Node} node
 * @param {Word} word
 */
export function says(node, word) {
  node.dataset.says = word;
  return node;
}

/**
 * Has a button be called by a word.
 * @param {HTMLElement} button
 * @param {Word} word
 */
export function named(button, word) { button.dataset.named = word; }

/**
 * Writes all words of a map.
 * @param {any} map Leaflet's
 * @param {MapConfig["words"]} words
 */
export function sayAll(map, words) {
  const box = map.getContainer(), { attributionControl: foot } = map;
  for (const way of ["in", "out"]) box.querySelector(`.leaflet-control-zoom-${way}`)?.setAttribute("data-named", `zoom_${way}`);
  for (const node of box.querySelectorAll("[data-says]")) node.textContent = words[node.dataset.says];
  for (const node of box.querySelectorAll("[data-named]")) {
    node.title = words[node.dataset.named];
    node.setAttribute("aria-label", node.title);
  }
  box.setAttribute("aria-label", words.region);
  if (foot.said) foot.removeAttribution(foot.said);
  foot.said = words.borders_from;
  foot.addAttribution(foot.said);
}

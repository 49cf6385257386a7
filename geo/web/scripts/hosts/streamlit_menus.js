/* The menus and lists of choices that Streamlit unfolds at the end of its page, and what the keyboard does in them: all
 * that the atlas knows of their markup and ways.
 */

import { within } from "../dom.js";
const MENU = "[data-testid=stPopoverBody]";
const OPENER = "[data-testid=stPopoverButton][aria-expanded=true]";
const STOPS = "a[href], button, input, select, summary, [tabindex='0']";
const SOUGHT = ".stDownloadButton button"; // what most come for

/** @param {Node} node */
export const isOpener = (node) => node instanceof Element && node.matches(OPENER);

/** The menu that is open at the end of the page, and its button; null where none is. */
export function openMenu() {
  const body = /** @type {HTMLElement | null} */ (document.querySelector(MENU));
  const opener = /** @type {HTMLElement | null} */ (document.querySelector(OPENER));
  return body && opener && { body, opener };
}

/** Closes it as Escape does, by a key that nobody has pressed. */
export function closeMenu() {
  openMenu()?.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
}

/**
 * Where Tab stops in a part of the page, and the one that most readers seek in it.
 * @param {HTMLElement} part
 */
export function stopsIn(part) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(STOPS))];
  const stops = all.filter((stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.getClientRects().length > 0);
  return { stops, sought: stops.find((stop) => stop.matches(SOUGHT)) };
}

/**
 * Makes a list of choices that unfolds at the end of the page, outside of every part with a name, such a part.
 * @param {Node} node
 */
export function nameChoices(node) {
  const list = node instanceof Element && node.querySelector("[role=listbox]");
  if (!list) return;
  node.setAttribute("role", "region");
  node.setAttribute("aria-label", list.getAttribute("aria-label") ?? "");
}

/** Whether an event happened to a list of choices. */
export const isOnChoices = ({ target }) => within(target, ".stSelectbox");

/**
 * Folds a list of choices and leaves what was chosen; false where it is folded already.
 * @param {HTMLElement} input
 */
export function foldChoices(input) {
  if (input.getAttribute("aria-expanded") !== "true") return false;
  input.blur();
  input.focus();
  return true;
}

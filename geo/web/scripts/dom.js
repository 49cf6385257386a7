/* Elements of a page, of HTML and of SVG. Everything from data is written as text. */

import { isEnglish } from "./speech.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with children: nodes, strings, or nothing (null, false, what a row leaves out).
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {...any} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.flat(2).filter((child) => ![null, undefined, false, ""].includes(child)));
  return node;
}

/**
 * How many pixels a chosen state's sentence covers across the foot of the window; in a corner it covers none.
 * @param {Document} page
 */
export function footOf(page) {
  const caption = /** @type {HTMLElement | null} */ (page.querySelector(".caption"));
  return !caption || caption.offsetWidth < page.documentElement.clientWidth ? 0 : caption.offsetHeight;
}

/**
 * What sources say, marked as English where the page speaks another language.
 * @param {string} text
 */
export function asSaid(text) {
  if (isEnglish() || !text) return text;
  const node = make("span", "", text);
  node.lang = "en";
  return node;
}

/**
 * What something is called itself, marked as in a language of its own where the page speaks another than English.
 * @param {HTMLElement | string} called
 */
export function own(called) {
  if (isEnglish()) return called;
  const node = typeof called === "string" ? make("span", "", called) : called;
  node.setAttribute("lang", "");
  return node;
}

/**
 * A shape with its attributes, put into `parent` where there is one.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {Element} [parent]
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function draw(tag, attributes, parent) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  if (parent) parent.append(node);
  return node;
}

/* Leaflet's tooltips listen for focus, which makes browsers stop at every shape; the country list is the way
 * without a mouse. */
export function offTheTabRow(path) { path.setAttribute("tabindex", "-1"); }

/**
 * Whether something that an event happened to lies in a part of the page.
 * @param {EventTarget | null} target
 * @param {string} part
 */
export function within(target, part) {
  // Of whichever window: the map asks for what happens in the page around its own.
  const { closest } = /** @type {Partial<Element>} */ (target ?? {});
  return Boolean(closest?.call(target, part));
}

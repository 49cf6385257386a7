/* What Streamlit says by itself of its controls, always in English, is said in the language of the page: all that the atlas
 * knows of those words and where they stand. The words are the server's (geo/answers/words/widgets.py).
 */

import { fill } from "../words.js";

/** @import { WidgetWords } from "../documents.d.ts" */

const NAMED = "[aria-label]";
const WRITTEN = "[data-live-announcer] div, [role=listbox] *, [data-testid=stTooltipContent] p";
const HELP = /^Help for (.+)$/;
const CHOICES = /^(\d+) options? available\.$/;

/** @typedef {{ read: (node: Element) => string, write: (node: Element, text: string) => void }} Place Where a node says something. */

/** @type {Place} */
const NAME = {
  read: (node) => node.getAttribute("aria-label") ?? "",
  write: (node, text) => node.setAttribute("aria-label", text),
};
/** @type {Place} */
const TEXT = {
  read: (node) => (node.childElementCount ? "" : node.textContent),
  write: (node, text) => { node.firstChild.nodeValue = text; }, // which React keeps
};
/** @type {[string, Place][]} */
const PLACES = [[NAMED, NAME], [WRITTEN, TEXT]];

export class OwnWords {
  constructor() {
    /** @type {WidgetWords | null} */
    this.words = null;
    /** @type {WeakMap<Element, { english: string, said: string }>} */
    this.told = new WeakMap();
    this.watch = new MutationObserver((changes) => { for (const change of changes) this.look(change); });
  }

  close() { this.watch.disconnect(); }

  /**
   * Says all that is there, and all that comes, in these words; in English without any.
   * @param {WidgetWords | null} words
   */
  say(words) {
    if (JSON.stringify(words) === JSON.stringify(this.words)) return;
    this.words = words;
    this.watch.disconnect();
    this.within(document.body);
    if (words) this.watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
  }

  /** @param {MutationRecord} change */
  look({ type, target, addedNodes }) {
    if (type === "attributes") this.put(/** @type {Element} */ (target), NAME);
    else for (const node of addedNodes) this.within(node instanceof Element ? node : /** @type {Element} */ (target));
  }

  /** @param {Element} part */
  within(part) {
    for (const [selector, place] of PLACES) {
      if (part.matches(selector)) this.put(part, place);
      for (const node of part.querySelectorAll(selector)) this.put(node, place);
    }
  }

  /**
   * @param {Element} node
   * @param {Place} place
   */
  put(node, place) {
    const now = place.read(node), before = this.told.get(node);
    if (!now) return;
    const english = before?.said === now ? before.english : now;
    const said = this.inWords(english);
    if (said === now) return;
    this.told.set(node, { english, said });
    place.write(node, said);
  }

  /** @param {string} english */
  inWords(english) {
    if (!this.words) return english;
    const { said, help, choices } = this.words;
    const [, label] = HELP.exec(english) ?? [], [, count] = CHOICES.exec(english) ?? [];
    if (label) return fill(help, { label });
    return count ? fill(choices, { count }) : said[english] ?? english;
  }
}

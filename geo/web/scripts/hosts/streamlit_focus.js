/* Where the keyboard is on the Streamlit page. A menu of Streamlit's stands at the end of the page and leaves the focus on
 * its button; here it opens with the focus inside, and Tab goes through it as if it stood behind its button. Escape,
 * which Streamlit takes for emptying a list of choices, closes what is open and undoes nothing.
 */

import { leadOn } from "../skip.js";
import { isBusy, partFor } from "./streamlit.js";
import { closeMenu, foldChoices, isOnChoices, isOpener, nameChoices, openMenu, stopsIn } from "./streamlit_menus.js";

const SET_MS = 1000; // nothing new for so long: the menu is set, and what is mostly sought is not in it

/** Whether two stops of Tab are one: choices of which the arrows choose. */
function together(one, other) {
  const group = one.closest("[role=radiogroup]");
  return one === other || (group !== null && group === other.closest("[role=radiogroup]"));
}

export class Focus {
  constructor() {
    this.lists = new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(nameChoices)));
    this.lists.observe(document.body, { childList: true });
    this.menus = new MutationObserver((changes) => {
      if (changes.some(({ target }) => isOpener(target))) this.open();
      else if (!openMenu()) this.inside.disconnect();
    });
    this.menus.observe(document.body, { subtree: true, attributeFilter: ["aria-expanded"] });
    this.inside = new MutationObserver(() => this.wait());
    this.unlead = leadOn(partFor);
    this.onKey = (event) => this.key(event);
    window.addEventListener("keydown", this.onKey, true);
  }

  close() {
    this.unlead();
    this.lists.disconnect();
    this.menus.disconnect();
    clearTimeout(this.waiting);
    this.inside.disconnect();
    window.removeEventListener("keydown", this.onKey, true);
  }

  /* The server sets a menu once it is open, part by part. */
  open() {
    this.inside.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled", "data-test-script-state"] });
    this.wait();
  }

  wait() {
    clearTimeout(this.waiting);
    const menu = openMenu();
    if (menu && stopsIn(menu.body).sought) this.enter(menu);
    else this.waiting = setTimeout(() => (isBusy() ? this.wait() : this.enter(openMenu())), SET_MS);
  }

  /* Unless the reader has gone elsewhere meanwhile. */
  enter(menu) {
    if (!menu) return;
    const { stops: [first], sought } = stopsIn(menu.body);
    if (!first) return;
    if (sought) this.inside.disconnect();
    if ([document.body, menu.opener, first].includes(/** @type {HTMLElement} */ (document.activeElement))) (sought ?? first).focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!event.isTrusted) return;
    this.inside.disconnect(); // the reader goes on by hand
    clearTimeout(this.waiting);
    if (event.key === "Escape" && isOnChoices(event)) this.fold(event);
    else if (event.key === "Tab") this.walk(event);
  }

  fold(event) {
    event.stopImmediatePropagation();
    event.preventDefault();
    if (!foldChoices(event.target)) closeMenu();
  }

  /* From the button into its menu, and out of it at either end. */
  walk(event) {
    const menu = openMenu();
    if (!menu) return;
    const { stops } = stopsIn(menu.body);
    const at = event.target;
    if (at === menu.opener && !event.shiftKey) {
      event.preventDefault();
      if (stops.length) stops[0].focus();
    } else if (stops.length && stops.includes(at)) {
      if (!event.shiftKey && together(at, stops[stops.length - 1])) menu.opener.focus(); // and the browser goes on from it
      if (event.shiftKey && together(at, stops[0])) {
        event.preventDefault();
        menu.opener.focus();
      }
    }
  }
}

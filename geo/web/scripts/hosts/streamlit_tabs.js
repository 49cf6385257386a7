/* The row of tabs below the map. What a reader opens is open at once, and stays so whatever answers to earlier choices say;
 * what the server opens by itself, for a link or the way through the history, is taken from it.
 */

import { make } from "../dom.js";
import { TABS, tabPanels } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

export class TabRow {
  /**
   * @param {HTMLElement} box
   * @param {Link} link its data: `tabs` (names and words), `opened` (a name), `heard` (the last choice that has been taken)
   */
  constructor(box, link) {
    this.box = box;
    this.link = link;
    /** @type {string | undefined} */
    this.opened = undefined;
    /** @type {string} the last choice that was told */
    this.told = link.data.heard;
    box.onclick = ({ target }) => this.choose(/** @type {Element} */ (target).closest("button")?.dataset.tab);
    box.onkeydown = (event) => this.key(event);
    this.watch = new MutationObserver(() => this.showPanel());
    this.watch.observe(box.closest(TABS), { childList: true });
    this.update();
  }

  close() { this.watch.disconnect(); }

  /* The server has answered. */
  update() {
    const { tabs, opened, heard } = this.link.data;
    const names = Object.keys(tabs);
    if (names.some((name, at) => this.box.children[at]?.textContent !== tabs[name])) this.draw(tabs);
    if (heard !== this.told) return; // an answer to an earlier choice
    this.open(opened);
  }

  draw(tabs) {
    this.box.replaceChildren(...Object.entries(tabs).map(([name, words]) => {
      const button = make("button", "", words);
      Object.assign(button, { type: "button", role: "tab", id: `tab-${name}` });
      button.dataset.tab = name;
      return button;
    }));
    if (this.opened) this.open(this.opened);
  }

  /** @param {string} name */
  open(name) {
    this.opened = name;
    for (const button of this.buttons()) {
      const own = button.dataset.tab === name;
      button.ariaSelected = String(own);
      button.tabIndex = own ? 0 : -1;
      if (own) this.bring(button);
    }
    this.showPanel();
  }

  /* Into sight where the row is wider than the window; the page stays where it is. */
  bring({ offsetLeft, offsetWidth }) {
    const { scrollLeft, clientWidth } = this.box;
    this.box.scrollLeft = Math.min(Math.max(scrollLeft, offsetLeft + offsetWidth - clientWidth), offsetLeft);
  }

  buttons() { return /** @type {HTMLElement[]} */ ([...this.box.children]); }

  /** @param {string | undefined} name */
  choose(name) {
    if (!name || name === this.opened) return;
    this.open(name);
    this.told = `${name} ${Date.now()}`;
    this.link.keep("tab", this.told);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const buttons = this.buttons(), here = buttons.findIndex((button) => button.dataset.tab === this.opened);
    const goal = { Home: 0, End: buttons.length - 1 }[event.key] ?? here + (STEPS[event.key] ?? NaN);
    if (Number.isNaN(goal)) return;
    event.preventDefault();
    const button = buttons.at(goal % buttons.length);
    button.focus({ preventScroll: true });
    this.choose(button.dataset.tab);
  }

  showPanel() {
    for (const { panel, name } of tabPanels()) {
      panel.role = "tabpanel";
      panel.setAttribute("aria-labelledby", `tab-${name}`);
      panel.parentElement.hidden = name !== this.opened;
    }
  }
}

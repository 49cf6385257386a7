/* The export menu holds what the server has made of the place and of the choices it knows. The map may be elsewhere already, and
 * a choice on its way: what is of the place before is not shown (export.css), and nothing is taken before the server has heard
 * all that was chosen before. A preview that does not come is asked for again.
 */

import { make } from "../dom.js";
import { pauseAfter, rest } from "../fetch.js";
import { downloadButton, follow, isBusy, isOnDownload } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

const { documentElement } = document;
const LOOK_MS = 50; // how often it is looked whether the server has done
const FOLLOWED_MS = 200; // after which the slider, which is drawn after the page, has followed the server

export class Exports {
  /**
   * @param {HTMLElement} box
   * @param {Link} link its data: `heard`, the number of the last wish that has been heard
   */
  constructor(box, link) {
    this.link = link;
    /** @type {string | null} the wish that waits */
    this.wish = null;
    this.granted = false;
    this.later = 0;
    this.unfollow = follow(document, ({ behind }) => {
      documentElement.toggleAttribute("data-behind", behind);
      clearTimeout(this.later);
      this.later = setTimeout(() => this.ask(), FOLLOWED_MS);
    });
    this.onClick = (event) => this.hold(event);
    window.addEventListener("click", this.onClick, true);
    this.onError = ({ target }) => { if (target instanceof HTMLImageElement && target.closest(".preview")) this.askAgain(target); };
    this.onLoad = ({ target }) => {
      if (!(target instanceof HTMLImageElement) || !target.closest(".preview")) return;
      this.failed = 0;
      target.parentElement.querySelector("figcaption")?.remove();
    };
    document.addEventListener("error", this.onError, true);
    document.addEventListener("load", this.onLoad, true);
    this.failed = 0;
    for (const picture of document.querySelectorAll(".preview img")) {
      const { complete, naturalWidth } = /** @type {HTMLImageElement} */ (picture);
      if (complete && !naturalWidth) this.askAgain(/** @type {HTMLImageElement} */ (picture)); // it failed before this was there
    }
  }

  /** @param {HTMLImageElement} picture that did not come */
  async askAgain(picture) {
    this.failed += 1;
    if (!picture.nextElementSibling) {
      const note = make("figcaption", "note", this.link.data.asked_again);
      note.setAttribute("role", "status");
      picture.after(note);
    }
    const { src } = picture;
    await rest(pauseAfter(this.failed));
    if (picture.isConnected && picture.src === src) picture.src = src;
  }

  close() {
    this.unfollow();
    window.removeEventListener("click", this.onClick, true);
    document.removeEventListener("error", this.onError, true);
    document.removeEventListener("load", this.onLoad, true);
    clearTimeout(this.later);
    documentElement.removeAttribute("data-behind");
    this.want(null);
  }

  /** @param {MouseEvent} event */
  hold(event) {
    if (this.granted) return; // our own
    this.want(isOnDownload(event) ? String(Date.now()) : null); // another click is another wish
    if (!this.wish) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.ask();
  }

  /* Not while the page is on its way to a place: what is sent then says where the controls stood before, and leads back there. */
  ask() {
    clearTimeout(this.later);
    if (!this.wish || documentElement.hasAttribute("data-behind")) return;
    if (isBusy()) this.later = setTimeout(() => this.ask(), LOOK_MS);
    else if (this.link.data.heard === this.wish) this.take();
    else this.link.keep("wish", this.wish);
  }

  /** @param {string | null} wish */
  want(wish) {
    this.wish = wish;
    documentElement.toggleAttribute("data-wished", wish !== null);
  }

  /* The server has answered. Of a place that has been left again meanwhile nothing is taken yet, but once the menu is of that. */
  update() {
    if (this.wish && this.link.data.heard === this.wish && !documentElement.hasAttribute("data-behind")) this.take();
  }

  take() {
    this.want(null);
    this.granted = true;
    downloadButton()?.click();
    this.granted = false;
  }
}

/* The export menu holds what the server has made of the place it knows. While the map is elsewhere already, what is of the
 * place before is not shown (export.css), and cannot be taken: who asks for it is given what the map shows, once that is there.
 */

import { downloadButton, follow, isOnDownload } from "./streamlit.js";

const { documentElement } = document;

export class Exports {
  constructor() {
    this.wanted = false;
    this.unfollow = follow(document, ({ behind }) => {
      documentElement.toggleAttribute("data-behind", behind);
      if (!behind && this.wanted) setTimeout(() => this.take()); // what is drawn together has been drawn by then
    });
    this.onClick = (event) => this.hold(event);
    window.addEventListener("click", this.onClick, true);
  }

  close() {
    this.unfollow();
    window.removeEventListener("click", this.onClick, true);
  }

  /** @param {MouseEvent} event */
  hold(event) {
    this.wanted = documentElement.hasAttribute("data-behind") && isOnDownload(event); // another click is another wish
    if (!this.wanted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /* Of a place that has been left again meanwhile nothing is taken yet. */
  take() {
    if (!this.wanted || documentElement.hasAttribute("data-behind")) return;
    this.wanted = false;
    downloadButton()?.click();
  }
}

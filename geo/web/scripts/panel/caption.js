/* On a phone the panel lies below the map and out of sight: a chosen state's sentence stands at the foot of the window
 * until it is closed or the panel is in sight. Wider windows have no such caption (page.css).
 */

import { make } from "../dom.js";
import { button } from "./elements.js";

/** @import { Dossiers } from "./dossier.js" */

export class Caption {
  /**
   * @param {HTMLElement} panel
   * @param {Dossiers} dossiers
   */
  constructor(panel, dossiers) {
    this.dossiers = dossiers;
    this.country = "";
    this.text = make("p");
    const { read_on, close } = dossiers.words;
    const more = button(read_on, {}), shut = button(close, {});
    more.addEventListener("click", () => panel.scrollIntoView());
    shut.addEventListener("click", () => { this.node.hidden = true; });
    this.node = make("aside", "caption", this.text, make("p", "", more, shut));
    this.node.hidden = true;
    document.body.append(this.node);
    this.watch = new IntersectionObserver(([{ isIntersecting }]) => this.node.classList.toggle("away", isIntersecting));
    this.watch.observe(panel);
  }

  /**
   * Goes with the reader; another state opens it.
   * @param {string} country
   * @param {string} day
   */
  show(country, day) {
    if (country !== this.country) this.node.hidden = !country;
    this.country = country;
    if (this.node.hidden) return;
    const says = this.dossiers.sentence(country, day);
    if (this.text.textContent !== says) this.text.textContent = says;
  }

  close() {
    this.watch.disconnect();
    this.node.remove();
  }
}

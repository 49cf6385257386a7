/* Where the panel is out of sight, on a phone below the map, a chosen state's sentence stands at the foot of the window
 * until it is closed or the panel is in sight. In a wider window it does so only for a state that was chosen from
 * afar, as in the table of states (page.css).
 */

import { footOf, make } from "../dom.js";
import { button } from "./elements.js";

const LOW_PX = 420; // in a lower window it would be most of what is seen on arrival

/** @import { Dossiers } from "./dossier.js" */

export class Caption {
  /**
   * @param {HTMLElement} panel
   * @param {Dossiers} dossiers
   * @param {(foot: number) => void} covers hears how many pixels of the window it covers across its foot
   */
  constructor(panel, dossiers, covers) {
    this.covers = covers;
    this.dossiers = dossiers;
    this.country = "";
    this.arriving = true;
    this.told = 0;
    this.text = make("p");
    const { read_on, close } = dossiers.words;
    const more = button(read_on, {}), shut = button(close, {});
    more.addEventListener("click", () => panel.scrollIntoView());
    shut.addEventListener("click", () => { this.hide(); });
    this.node = make("aside", "caption", this.text, make("p", "", more, shut));
    this.node.hidden = true;
    document.body.append(this.node);
    this.inSight = true;
    this.watch = new IntersectionObserver(([{ isIntersecting }]) => {
      this.inSight = isIntersecting;
      this.node.classList.toggle("away", isIntersecting);
      // Of a state that was chosen with the panel in sight it has covered nothing until now.
      if (!this.told && !isIntersecting) this.cover();
    });
    this.watch.observe(panel);
  }

  /**
   * Goes with the reader; another state opens it.
   * @param {string} country
   * @param {string} day
   */
  show(country, day) {
    const other = country !== this.country;
    this.country = country;
    if (other && !country) this.hide();
    if (other && country) {
      this.node.hidden = this.arriving && window.innerHeight <= LOW_PX;
      this.node.classList.toggle("from-afar", !this.inSight);
    }
    this.arriving = false;
    if (this.node.hidden) return;
    const says = this.dossiers.sentence(country, day);
    if (this.text.textContent !== says) this.text.textContent = says;
    if (other) this.cover();
  }

  hide() {
    this.node.hidden = true;
    this.cover();
  }

  cover() {
    this.told = footOf(document);
    this.covers(this.told);
  }

  close() {
    this.watch.disconnect();
    this.node.remove();
  }
}

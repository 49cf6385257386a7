/* The date field of the Streamlit page: it goes with the thumb, and the server hears of a day that is taken. Beside it,
 * on a phone, the button that unfolds the rarer controls of time, wherever they stand.
 */

import { DateField } from "../date_field.js";
import { clamp } from "../time.js";
import { follow, move } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

export class DateBox {
  /**
   * The data of its link say the first and the last day that may be asked for.
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const input = box.querySelector("input");
    const more = box.querySelector("button");
    more.onclick = () => more.setAttribute("aria-expanded", String(document.documentElement.toggleAttribute("data-more")));
    const field = new DateField(input, (typed) => {
      const date = clamp(typed, link.data);
      if (move(document, { date })) link.send("day", date);
    });
    this.unfollow = follow(document, (place) => {
      field.within(link.data);
      field.show(place.day);
      input.disabled = place.cut; // nobody would hear of it
    });
  }

  close() { this.unfollow(); }
}

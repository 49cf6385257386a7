/* The fields for days of the Streamlit page; the server hears of a day that is taken. That of the date goes with the thumb,
 * and beside it, on a phone, stands the button that unfolds the rarer controls of time, wherever they stand.
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

/* A field for another day, as the other of two or that of an act: it shows what the server says. */
export class DayBox {
  /**
   * The data of its link have its `label`, the `day` it shows, and the first and the last that may be asked for.
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const input = box.querySelector("input");
    this.box = box;
    this.link = link;
    this.field = new DateField(input, (typed) => {
      const day = clamp(typed, link.data);
      this.field.show(day);
      link.send("day", day);
    });
    this.close = follow(document, ({ cut }) => { input.disabled = cut; }); // nobody would hear of it
    this.update();
  }

  /* The server has answered. */
  update() {
    const { label, day } = this.link.data;
    this.box.querySelector("span").textContent = label;
    this.field.within(this.link.data);
    this.field.show(day);
  }
}

/* The day with which that of the slider is compared: moved on a slider of its own, map and sentence go with it, and the
 * server hears of the day on which it comes to rest.
 */

import { showChanges } from "../changes.js";
import { compared } from "../compare.js";
import { fetchJson } from "../fetch.js";
import { OtherDay } from "../other_day.js";
import { speakAs } from "../speech.js";
import { follow, move } from "./streamlit.js";
import { hold, slider } from "./streamlit_slider.js";

/** @import { Link } from "./streamlit_panel.js" */

export class LiveOtherDay {
  /**
   * The data of its link have the first day of all (`first`), and the timeline's address by worldview (`timelines`).
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const { dataset } = document.documentElement;
    this.link = link;
    this.field = new OtherDay(box, (day) => { dataset.compare = day; }, (compare) => {
      dataset.compare = compare;
      hold(false);
      if (move(document, { compare })) link.send("day", compare);
    });
    // While the thumb is held the page does not settle; a key holds nothing.
    this.held = () => hold(true);
    this.field.input.addEventListener("pointerdown", this.held);
    for (const end of ["pointerup", "pointercancel"]) this.field.input.addEventListener(end, () => hold(false));
    this.unfollow = follow(document, (place, before) => this.go(place, before));
  }

  close() {
    this.unfollow();
    delete document.documentElement.dataset.compare;
  }

  go(place, before) {
    const { day, compare, files, worldview, cut } = place;
    if (!day || !compare || !slider.input) return;
    this.field.input.disabled = cut; // nobody would hear of it
    const { range } = slider;
    const first = compare < range.first ? this.link.data.first : range.first;
    if (compare !== before.compare || String(first) !== this.first) this.field.show(compare, { ...range, first });
    this.first = first;
    this.place = place;
    // What was shown before may have been shown while there was no slider yet, and nothing was loaded.
    const wanted = `${files} ${worldview}`;
    if (wanted === this.wanted) this.tell();
    else this.load(place);
    this.wanted = wanted;
  }

  /** @param {import("./streamlit.js").Place} place */
  async load({ files, worldview }) {
    const others = JSON.parse(files);
    this.told = null; // what it says may be of another language or line
    if (!others.comparison) return;
    const got = [others.comparison, others.timeline ?? this.link.data.timelines[worldview], others.lens].map((each) => each && fetchJson(each));
    const told = await Promise.all(got).catch(() => null); // the server's own sentence stands
    if (files !== this.place.files || worldview !== this.place.worldview) return; // another was chosen meanwhile
    this.told = told;
    this.tell();
  }

  tell() {
    const sentences = document.querySelectorAll("[data-live=compared]");
    if (!this.told || !sentences.length) return;
    const [file, timeline, lens] = this.told;
    speakAs(timeline); // which nothing else may have read yet
    this.field.tell(this.place.compare); // the words may have come in another language than before
    const told = compared(file, timeline, lens ?? null, this.place.day, this.place.compare);
    for (const each of sentences) if (each.textContent !== told.sentence) each.textContent = told.sentence;
    showChanges(document.querySelector("[data-live=changes]"), told);
  }
}

/* The day with which that of a page is compared, on a slider of its own: its thumb, its keys, and how it is told. */

import { addMonths, toDay, toNumber } from "./days.js";
import { byItself } from "./speech.js";
import { along, clamp } from "./time.js";

/** @import { Range } from "./time.js" */

export class OtherDay {
  /**
   * @param {HTMLElement} box with the slider and a place for the day in words
   * @param {(day: string) => void} moved hears of every day under the thumb
   * @param {(day: string) => void} rested hears where it comes to rest
   */
  constructor(box, moved, rested) {
    this.input = box.querySelector("input");
    this.output = box.querySelector("output");
    this.input.addEventListener("input", () => {
      this.tell(toDay(this.input.valueAsNumber));
      moved(toDay(this.input.valueAsNumber));
    });
    this.input.addEventListener("change", () => rested(toDay(this.input.valueAsNumber)));
    this.input.addEventListener("keydown", (event) => this.page(event));
  }

  /* Page keys go a month, as on the slider of the page's day. */
  page(event) {
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months) return;
    event.preventDefault();
    const { input } = this;
    const range = { first: toDay(Number(input.min)), last: toDay(Number(input.max)) };
    input.value = String(toNumber(clamp(addMonths(toDay(input.valueAsNumber), months), range)));
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind));
  }

  /**
   * @param {string} day
   * @param {Range} range as that of the page's day, or further where that does not hold the other
   */
  show(day, { first, last }) {
    const { input } = this;
    input.min = String(toNumber(first));
    input.max = String(toNumber(last));
    input.value = String(toNumber(day));
    input.parentElement.hidden = false;
    this.tell(day);
  }

  /** @param {string} day */
  tell(day) {
    const { input, output } = this;
    const words = byItself(day);
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
    const range = { first: toDay(Number(input.min)), last: toDay(Number(input.max)) };
    input.parentElement.style.setProperty("--other", along(day, range).toFixed(4));
  }
}

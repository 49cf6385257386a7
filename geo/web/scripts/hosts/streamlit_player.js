/* Play and pause through time, and the Page keys of the date slider. The server hears of the day only when the player
 * pauses. It moves the slider's own thumb, so the map follows as it does a finger.
 */

import { addMonths } from "../days.js";
import { showPlaying } from "../playing.js";
import { Playback, clamp } from "../time.js";
import { Drag, hold, isControl, slider } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

const MS_PER_EVENT = 1100;
const MS_PER_SWEEP = 24000;
const MS_PER_EVENT_CALM = 2200; // prefers-reduced-motion
const COMMIT_AFTER_MS = 250;

export class Player {
  /**
   * @param {HTMLElement} root
   * @param {Link} link
   */
  constructor(root, link) {
    this.link = link;
    this.button = /** @type {HTMLButtonElement} */ (root.querySelector(".play"));
    this.words = /** @type {HTMLElement} */ (root.querySelector(".words"));
    this.mode = /** @type {HTMLSelectElement} */ (root.querySelector(".mode"));
    this.speed = /** @type {HTMLSelectElement} */ (root.querySelector(".speed"));
    this.playback = new Playback({
      day: () => slider.day,
      range: () => slider.range,
      events: () => link.data.events,
      atEnd: () => slider.day >= slider.range.last,
      go: (day) => slider.moveTo(day),
      turned: (playing, day) => this.turned(playing, day),
    });
    this.drag = new Drag((day) => this.commit(day));
    this.button.onclick = () => (this.playback.playing ? this.playback.pause() : this.play());
    this.mode.onchange = this.speed.onchange = () => this.playback.pause();
    this.button.disabled = false;
    this.deaf = this.listen();
  }

  commit(day) { this.link.send("day", day); }

  play() {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // A sweep through every day is motion; a reader who asked for none gets the events, one at a time.
    const evenly = this.mode.value === "evenly" && !calm;
    this.playback.play({
      speed: Number(this.speed.value),
      msPerEvent: calm ? MS_PER_EVENT_CALM : MS_PER_EVENT,
      msPerSweep: evenly ? MS_PER_SWEEP : undefined,
    });
  }

  /* While it plays the thumb is on its way, as in a finger's hold. */
  turned(playing, day) {
    this.button.setAttribute("aria-pressed", String(playing));
    showPlaying(this.words, playing);
    hold(playing);
    if (!playing) this.commit(day);
  }

  /* Any touch of the controls stops the player. */
  touched(event) { if (event.isTrusted && isControl(event)) this.playback.pause(); }

  /* Page keys move a month instead of the slider's own tenth. */
  keyed(event) {
    this.touched(event);
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months || event.target !== slider.input) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    slider.moveTo(clamp(addMonths(slider.day, months), slider.range));
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.commit(slider.day), COMMIT_AFTER_MS);
  }

  /* Gives a function that ends it. */
  listen() {
    const { drag } = this;
    const handlers = {
      pointerdown: (event) => { this.touched(event); drag.press(event); },
      pointermove: (event) => drag.move(event),
      pointerup: () => drag.release(),
      pointercancel: () => drag.release(),
      keydown: (event) => this.keyed(event),
    };
    for (const [type, handler] of Object.entries(handlers)) window.addEventListener(type, handler, true);
    return () => {
      for (const [type, handler] of Object.entries(handlers)) window.removeEventListener(type, handler, true);
    };
  }

  close() {
    this.playback.pause();
    this.deaf();
  }
}

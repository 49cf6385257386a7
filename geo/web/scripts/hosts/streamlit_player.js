/* Play and pause through time, and the Page keys of the date slider. The server hears of the day only when the player
 * pauses. It moves the slider's own thumb, so the map follows as it does a finger.
 */

import { addMonths } from "../days.js";
import { fetchJson } from "../fetch.js";
import { showPlaying } from "../playing.js";
import { Steps } from "../steps.js";
import { Playback, clamp } from "../time.js";
import { Drag, follow, hold, isControl, slider, stepButtons } from "./streamlit.js";

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
      events: () => this.days(),
      atEnd: () => slider.day >= link.data.story_end || slider.day >= slider.range.last,
      go: (day) => slider.moveTo(day),
      turned: (playing, day) => this.turned(playing, day),
    });
    this.drag = new Drag((day) => this.commit(day));
    this.button.onclick = () => (this.playback.playing ? this.playback.pause() : this.play());
    this.speed.onchange = () => this.playback.pause();
    this.mode.onchange = () => { this.playback.pause(); this.nameSteps(slider.day); };
    this.button.disabled = false;
    this.deaf = this.listen();
    this.unfollow = follow(document, ({ day }) => this.nameSteps(day));
    fetchJson(link.data.steps).then((steps) => { this.steps = new Steps(steps); this.nameSteps(slider.day); }, () => {}); // unnamed, they step
  }

  days() { return this.steps ? this.steps.days(this.mode.value) : this.link.data.events; }

  /** @param {string} day */
  nameSteps(day) {
    if (!this.steps || !day) return;
    const days = this.days().filter((each) => each <= slider.range.last);
    this.reach = this.steps.name({ previous: stepButtons.previous, next: stepButtons.next, play: this.button }, days, day);
  }

  /* A step that has named itself is taken here, and no other; so is a mark. */
  stepped(event) {
    const which = stepButtons.pressed(event);
    const marked = event.target.closest?.(".tick-buttons [data-day]");
    if (!marked && !(which && this.reach)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const day = marked ? marked.dataset.day : this.reach[which];
    if (!day) return;
    if (day >= slider.range.first) slider.moveTo(day);
    this.commit(day);
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
      click: (event) => this.stepped(event),
    };
    for (const [type, handler] of Object.entries(handlers)) window.addEventListener(type, handler, true);
    return () => {
      for (const [type, handler] of Object.entries(handlers)) window.removeEventListener(type, handler, true);
    };
  }

  close() {
    this.unfollow();
    this.playback.pause();
    this.deaf();
  }
}

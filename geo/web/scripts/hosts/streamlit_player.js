/* Play and pause through time, and the Page keys of the date slider. The server hears of the day only when the player
 * pauses. It moves the slider's own thumb, so the map follows as it does a finger.
 */

import { showCourse } from "../course.js";
import { addMonths, toDay, toNumber } from "../days.js";
import { fetchJson } from "../fetch.js";
import { showPlaying } from "../playing.js";
import { Steps, around } from "../steps.js";
import { Playback, clamp } from "../time.js";
import { follow, move } from "./streamlit.js";
import { Drag, hold, isControl, slider, stepButtons } from "./streamlit_slider.js";

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
    this.mode.onchange = () => { this.playback.pause(); this.nameSteps(); };
    this.button.disabled = false;
    this.deaf = this.listen();
    this.unfollow = follow(document, ({ day, files }, before) => {
      this.day = day;
      if (slider.input && day) showCourse(slider.range, day);
      if (files !== before.files) this.learnSteps(JSON.parse(files).steps ?? link.data.steps);
      this.nameSteps();
    });
  }

  /** @param {string} address of the days and their words; until these are there, the steps lead to days of which no more is known */
  learnSteps(address) {
    this.stepsAt = address;
    fetchJson(address).then((steps) => {
      if (this.stepsAt !== address) return; // another was chosen meanwhile
      this.steps = new Steps(steps);
      this.nameSteps();
    }, () => {});
  }

  days() { return this.steps ? this.steps.days(this.mode.value) : this.link.data.days[this.mode.value === "law" ? "law" : "all"]; }

  /* The steps may be here before the slider is, which then calls for this itself; and the slider before the steps, to whose days
   * one can go already.
   */
  nameSteps() {
    if (!this.day || !slider.input) return;
    const { last } = slider.range;
    const days = this.days().filter((each) => each <= last);
    const buttons = { previous: stepButtons.previous, next: stepButtons.next, play: this.button };
    this.reach = this.steps ? this.steps.name(buttons, days, this.day) : around(days, this.day);
  }

  /* A step is taken here, and so is a mark. */
  stepped(event) {
    const which = stepButtons.pressed(event);
    const marked = event.target.closest?.(".tick-buttons [data-day]");
    if (!marked && !(which && this.reach)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const day = marked ? marked.dataset.day : this.reach[which];
    if (!day) return;
    slider.moveTo(day);
    this.commit(day);
  }

  /** @param {string} date */
  commit(date) { if (move(document, { date })) this.link.send("day", date); }

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

  /* The day to which a key of the slider leads, where that is not its own affair. */
  dayOf(key) {
    const { day, ahead, range } = slider;
    const months = { PageUp: 1, PageDown: -1 }[key]; // instead of the slider's own tenth
    if (months) return addMonths(day, months);
    if (!ahead) return null;
    const days = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key]; // its thumb may not be there yet
    return days ? toDay(toNumber(day) + days) : { Home: range.first, End: range.last }[key];
  }

  keyed(event) {
    this.touched(event);
    const day = event.target === slider.input ? this.dayOf(event.key) : null;
    if (!day) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { range, ahead } = slider;
    slider.moveTo(clamp(day, ahead && ahead < range.first ? { ...range, first: this.link.data.days.all[0] } : range));
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

/* Play and pause through time, and the Page keys of the date slider. Runs in the browser; the server hears of the
 * day only when the player pauses. It moves the slider's own thumb, so the map follows as it does a finger. */

const SLIDER = ".st-key-date input[type=range]";
const DAY = 86400e6; // microseconds, the slider's unit
const MS_PER_EVENT = 1100;
const MS_PER_SWEEP = 24000;
const MS_PER_EVENT_CALM = 2200; // prefers-reduced-motion
const COMMIT_AFTER_MS = 250;
const RECONNECT_LOOK_MS = 200;
const NEAR_PX = 16; // the thumb is higher than the track it runs on

const setNativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
const iso = (micros) => new Date(micros / 1000).toISOString().slice(0, 10);
const micros = (day) => Date.parse(`${day}T00:00:00Z`) * 1000;
const inShort = (day) => new Date(day).toUTCString().slice(5, 16).replace(/^0/, ""); // as the slider writes it
const slider = () => document.querySelector(SLIDER);
const read = () => Number(slider().getAttribute("value"));

function moveThumb(value) {
  const input = slider();
  const inside = Math.min(Math.max(value, Number(input.min)), Number(input.max));
  setNativeValue.call(input, String(inside));
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return inside;
}

/* The same day `months` later; a month too short gives its last day. */
function monthsLater(value, months) {
  const day = new Date(value / 1000);
  const target = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day.getUTCDate(), days));
  return target.getTime() * 1000;
}

class Player {
  constructor(root, commit) {
    this.root = root;
    this.commit = commit;
    this.button = root.querySelector(".play");
    this.words = root.querySelector(".words");
    this.mode = root.querySelector(".mode");
    this.speed = root.querySelector(".speed");
    this.timer = null;
    this.button.onclick = () => (this.playing ? this.pause() : this.play());
    this.mode.onchange = this.speed.onchange = () => this.pause();
  }

  get playing() { return this.timer !== null; }

  get calm() { return window.matchMedia("(prefers-reduced-motion: reduce)").matches; }

  show() {
    this.button.setAttribute("aria-pressed", String(this.playing));
    this.words.textContent = this.playing ? "Pause" : "Play";
    // While it plays the thumb is on its way, as in a finger's hold.
    if (this.playing) document.documentElement.dataset.held = "";
    else delete document.documentElement.dataset.held;
  }

  play() {
    const { min, max } = slider();
    this.value = read() >= Number(max) ? moveThumb(Number(min)) : read();
    // A sweep through every day is motion; a reader who asked for none gets the events, one at a time.
    if (this.mode.value === "evenly" && !this.calm) this.sweep();
    else this.nextEvent();
    this.show();
  }

  nextEvent() {
    const last = Number(slider().max);
    const next = this.events.map(micros).find((event) => event > this.value && event <= last);
    if (next === undefined) { this.pause(); return; }
    this.value = moveThumb(next);
    const pace = this.calm ? MS_PER_EVENT_CALM : MS_PER_EVENT;
    this.timer = setTimeout(() => this.nextEvent(), pace / Number(this.speed.value));
  }

  sweep() {
    const { min, max } = slider();
    const perMs = ((Number(max) - Number(min)) / MS_PER_SWEEP) * Number(this.speed.value);
    let before = performance.now();
    const step = (now) => {
      this.value += perMs * (now - before);
      before = now;
      moveThumb(Math.round(this.value / DAY) * DAY);
      if (this.value >= Number(max)) { this.pause(); return; }
      this.timer = requestAnimationFrame(step);
    };
    this.timer = requestAnimationFrame(step);
  }

  pause() {
    if (!this.playing) return;
    clearTimeout(this.timer);
    cancelAnimationFrame(this.timer);
    this.timer = null;
    this.show();
    this.commit(iso(read()));
  }
}

/* Any touch of the controls stops the player; Page keys move a month instead of the slider's own tenth. */
function listen(player, commit) {
  let waiting = null;
  const touched = (event) => {
    const on = event.target.closest && event.target.closest(".st-key-controls");
    if (on && !event.target.closest(".st-key-player") && event.isTrusted) player.pause();
  };
  const keyed = (event) => {
    touched(event);
    // Streamlit takes a typed date only when its field is left.
    if (event.key === "Enter" && event.target.closest(".st-key-typed_date")) setTimeout(() => slider().focus());
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months || event.target !== slider()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    moveThumb(monthsLater(read(), months));
    clearTimeout(waiting);
    waiting = setTimeout(() => commit(iso(read())), COMMIT_AFTER_MS);
  };
  const drag = new Drag(commit);
  const handlers = {
    pointerdown: (event) => { touched(event); drag.press(event); },
    pointermove: (event) => drag.move(event),
    pointerup: () => drag.release(),
    pointercancel: () => drag.release(),
    keydown: keyed,
  };
  for (const [type, handler] of Object.entries(handlers)) window.addEventListener(type, handler, true);
  return () => {
    for (const [type, handler] of Object.entries(handlers)) window.removeEventListener(type, handler, true);
  };
}

/* A drag of the thumb, told to the map at once: the slider's own word for it comes a frame later, and not at all while
 * the connection is down, when Streamlit disables its widgets. Such a drag goes on here and is committed once the
 * slider is back. The arithmetic is the slider's: from where the thumb was, by as much as the pointer moved. */
class Drag {
  constructor(commit) {
    this.commit = commit;
    this.from = null;
    this.stranded = null;
  }

  get thumb() { return slider().closest("[style*='left']"); }

  press(event) {
    const on = event.button === 0 && event.target.closest && event.target.closest(".st-key-date");
    if (!on || !slider()) return;
    const track = this.thumb.parentElement.getBoundingClientRect();
    if (event.clientY < track.top - NEAR_PX || event.clientY > track.bottom + NEAR_PX) return;
    const { min, max } = slider();
    const days = (max - min) / DAY;
    const part = this.thumb.contains(event.target)
      ? (read() - min) / (max - min)
      : Math.round(((event.clientX - track.left) / track.width) * days) / days; // the thumb jumps to a whole day
    this.from = { x: event.clientX, part, width: track.width };
    document.documentElement.dataset.held = "";
  }

  move(event) {
    if (!this.from || !slider()) return;
    const { min, max, disabled } = slider();
    const part = Math.min(Math.max(this.from.part + (event.clientX - this.from.x) / this.from.width, 0), 1);
    const day = iso(Number(min) + Math.round((part * (max - min)) / DAY) * DAY);
    document.documentElement.dataset.thumb = day;
    if (!disabled) return;
    this.stranded = day;
    this.thumb.style.left = `${100 * part}%`;
    const label = this.thumb.querySelector("[data-testid=stSliderThumbValue] p");
    if (label) label.firstChild.data = inShort(day);
  }

  release() {
    if (!this.from) return;
    this.from = null;
    delete document.documentElement.dataset.held;
    if (this.stranded) this.waiting = setInterval(() => this.land(), RECONNECT_LOOK_MS);
    else requestAnimationFrame(() => requestAnimationFrame(() => this.hush())); // the slider has caught up
  }

  hush() { if (!this.from) delete document.documentElement.dataset.thumb; }

  land() {
    if (!slider() || slider().disabled) return;
    clearInterval(this.waiting);
    moveThumb(micros(this.stranded));
    this.commit(this.stranded);
    this.stranded = null;
    this.hush();
  }
}

const players = new WeakMap();

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const root = parentElement.querySelector(".player");
  let entry = players.get(root);
  if (!entry) {
    const commit = (day) => entry.send("day", day);
    const player = new Player(root, commit);
    entry = { player, stop: listen(player, commit) };
    players.set(root, entry);
  }
  entry.send = setTriggerValue;
  entry.player.events = data.events;
  return () => {
    if (root.isConnected) return;
    entry.player.pause();
    entry.stop();
    players.delete(root);
  };
}

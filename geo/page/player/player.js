/* Play and pause through time, and the Page keys of the date slider. Runs in the browser; the server hears of the
 * day only when the player pauses. It moves the slider's own thumb, so the map follows as it does a finger. */

const SLIDER = ".st-key-date input[type=range]";
const DAY = 86400e6; // microseconds, the slider's unit
const MS_PER_EVENT = 1100;
const MS_PER_SWEEP = 24000;
const MS_PER_EVENT_CALM = 2200; // prefers-reduced-motion
const COMMIT_AFTER_MS = 250;
const RECONNECT_LOOK_MS = 200;

const setNativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
const iso = (micros) => new Date(micros / 1000).toISOString().slice(0, 10);
const micros = (day) => Date.parse(`${day}T00:00:00Z`) * 1000;
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
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months || event.target !== slider()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    moveThumb(monthsLater(read(), months));
    clearTimeout(waiting);
    waiting = setTimeout(() => commit(iso(read())), COMMIT_AFTER_MS);
  };
  const outage = new Outage(commit);
  const handlers = {
    pointerdown: (event) => { touched(event); outage.press(event); },
    pointermove: (event) => outage.move(event),
    pointerup: () => outage.release(),
    pointercancel: () => outage.release(),
    keydown: keyed,
  };
  for (const [type, handler] of Object.entries(handlers)) window.addEventListener(type, handler, true);
  return () => {
    for (const [type, handler] of Object.entries(handlers)) window.removeEventListener(type, handler, true);
  };
}

/* Streamlit disables its widgets while the connection is down. A drag that is under way then goes on here: the map
 * follows the pointer through the page's data-thumb, and the day is committed once the slider is back. */
class Outage {
  constructor(commit) {
    this.commit = commit;
    this.dragging = false;
    this.day = null;
  }

  get down() { return slider().disabled; }

  press(event) {
    this.dragging = Boolean(event.target.closest && event.target.closest(".st-key-date"));
  }

  move(event) {
    if (!this.dragging || !this.down) return;
    const thumb = slider().closest("[style*='left']");
    const track = thumb.parentElement.getBoundingClientRect();
    const part = Math.min(Math.max((event.clientX - track.left) / track.width, 0), 1);
    const { min, max } = slider();
    const value = Number(min) + part * (Number(max) - Number(min));
    this.day = iso(Math.round(value / DAY) * DAY);
    thumb.style.left = `${100 * part}%`;
    document.documentElement.dataset.thumb = this.day;
  }

  release() {
    this.dragging = false;
    if (this.day) this.waiting = setInterval(() => this.finish(), RECONNECT_LOOK_MS);
  }

  finish() {
    if (!slider() || this.down) return;
    clearInterval(this.waiting);
    moveThumb(micros(this.day));
    this.commit(this.day);
    this.day = null;
    delete document.documentElement.dataset.thumb;
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

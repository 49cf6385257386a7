/* All that the atlas knows of Streamlit's own markup and ways, which may change with any version of it. Besides
 * streamlit_line.js, which knows how it loses its line, no other script names them. `page` is a document: the map reads it
 * from within its frame.
 */

import { inShort, toDay, toNumber } from "../days.js";

/** @import { Range } from "../time.js" */

const SLIDER = ".st-key-date input[type=range]";
const OPEN_EXPORT = ".st-key-export [aria-expanded=true], .st-key-export_panel";
const VIEWS = ".st-key-view [role=radio]";
const DAY_MICROS = 86400e6; // the slider counts microseconds since 1970
const NEAR_PX = 16; // the thumb is higher than the track it runs on
const RECONNECT_LOOK_MS = 200;

/** @param {number} micros */
const dayOf = (micros) => toDay(Math.floor(micros / DAY_MICROS));

/**
 * Whether something that an event happened to lies in a part of the page.
 * @param {EventTarget | null} target
 * @param {string} part
 */
function within(target, part) {
  // Of whichever window: the map asks for what happens in the page around its own.
  const { closest } = /** @type {Partial<Element>} */ (target ?? {});
  return Boolean(closest?.call(target, part));
}

/* ---- where the reader is ------------------------------------------------------------------------- */

/**
 * @typedef {object} Place
 * @property {string} day the day under the thumb
 * @property {string} country ISO code, or empty
 * @property {string} worldview
 * @property {string} view
 * @property {string} committed the server's own day
 * @property {string} bounds the box that the map has been moved to, as an address names it, or empty
 * @property {string} address the query of the address of what the server has shown last
 * @property {boolean} held whether a finger is on the thumb
 * @property {boolean} unread whether a slider stands there that cannot be read
 * @property {boolean} cut whether the connection is lost: Streamlit disables its slider then
 */

/**
 * The day of the slider; null where its markup is not what we know.
 * @param {Document} page
 */
function sliderDay(page) {
  const input = page.querySelector(SLIDER);
  const micros = input && input.hasAttribute("aria-valuetext") ? Number(input.getAttribute("value")) : NaN;
  return Number.isFinite(micros) && micros !== 0 ? dayOf(micros) : null;
}

/**
 * The day is read from the slider while the thumb moves; the rest, and the day where the slider cannot be read, from the
 * page's own marker, which the server writes.
 * @param {Document} page
 * @returns {Place}
 */
function placeOf(page) {
  const marker = page.getElementById("atlas-state");
  const { day: committed = "", country = "", worldview = "un", view = "flank", address = "" } = marker ? marker.dataset : {};
  // During a drag the page tells where the thumb is; the slider's own word comes a frame later.
  const thumb = page.documentElement.dataset.thumb || sliderDay(page);
  const held = "held" in page.documentElement.dataset;
  const input = /** @type {HTMLInputElement | null} */ (page.querySelector(".st-key-date input"));
  const unread = thumb === null && input !== null;
  const cut = Boolean(input && input.disabled);
  const bounds = boundsOf(page);
  return { day: thumb || committed, country, worldview, view, bounds, committed, address, held, unread, cut };
}

/**
 * The box that the map shows in place of its view. The map says it; until it has, the address does.
 * @param {Document} page
 */
export const boundsOf = (page) => page.documentElement.dataset.bounds ?? new URLSearchParams(page.location.search).get("bounds") ?? "";

/**
 * Calls `went(place, before)` now and whenever the place has changed; gives a function that ends it.
 * @param {Document} page
 * @param {(place: Place, before: Partial<Place>) => void} went
 */
export function follow(page, went) {
  /** @type {Partial<Place>} */
  let before = {};
  const look = () => {
    const place = placeOf(page);
    if (Object.entries(place).every(([name, value]) => value === before[/** @type {keyof Place} */ (name)])) return;
    const last = before;
    before = place;
    went(place, last);
  };
  const watch = new MutationObserver(look);
  watch.observe(page.documentElement, {
    subtree: true, childList: true, attributes: true,
    attributeFilter: ["aria-valuetext", "data-day", "data-address", "data-thumb", "data-held", "data-bounds", "disabled"],
  });
  look();
  return () => watch.disconnect();
}

/** What the map listens for on the page: the area to bring into sight. */
export const SEEK = "atlas-seek";

/* ---- the slider ---------------------------------------------------------------------------------- */

const setNativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

/** The slider of the page, whichever element it is now. */
export const slider = {
  get input() { return /** @type {HTMLInputElement | null} */ (document.querySelector(SLIDER)); },

  /** @returns {Range} */
  get range() { return { first: dayOf(Number(this.input.min)), last: dayOf(Number(this.input.max)) }; },

  get day() { return dayOf(Number(this.input.getAttribute("value"))); },

  /** The part of it that lies under the thumb. */
  get thumb() { return /** @type {HTMLElement} */ (this.input.closest("[style*='left']")); },

  /**
   * Moves the thumb, so that all follow as they do a finger.
   * @param {string} day
   */
  moveTo(day) {
    const { input } = this;
    setNativeValue.call(input, String(toNumber(day) * DAY_MICROS));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  },
};

/** Tells the page that the thumb is on its way, or that it has come to rest. */
export function hold(on) {
  if (on) document.documentElement.dataset.held = "";
  else delete document.documentElement.dataset.held;
}

/**
 * A drag of the thumb, told to the map at once: the slider's own word for it comes a frame later, and not at all while the
 * connection is down, when Streamlit disables its widgets. Such a drag goes on here and is committed once the slider is
 * back. The arithmetic is the slider's: from where the thumb was, by as much as the pointer moved.
 */
export class Drag {
  /** @param {(day: string) => void} commit */
  constructor(commit) {
    this.commit = commit;
    /** @type {{ x: number, part: number, width: number } | null} */
    this.from = null;
    /** @type {string | null} */
    this.stranded = null;
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button !== 0 || !within(event.target, ".st-key-date") || !slider.input) return;
    const { thumb, range } = slider;
    const track = thumb.parentElement.getBoundingClientRect();
    if (event.clientY < track.top - NEAR_PX || event.clientY > track.bottom + NEAR_PX) return;
    const days = toNumber(range.last) - toNumber(range.first);
    const part = thumb.contains(/** @type {Node} */ (event.target))
      ? (toNumber(slider.day) - toNumber(range.first)) / days
      : Math.round(((event.clientX - track.left) / track.width) * days) / days; // the thumb jumps to a whole day
    this.from = { x: event.clientX, part, width: track.width };
    hold(true);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.from || !slider.input) return;
    const { range, thumb } = slider;
    const part = Math.min(Math.max(this.from.part + (event.clientX - this.from.x) / this.from.width, 0), 1);
    const first = toNumber(range.first);
    const day = toDay(first + Math.round(part * (toNumber(range.last) - first)));
    document.documentElement.dataset.thumb = day;
    // Cut off once, the slider has let the finger go, though it may be back before the release.
    if (!slider.input.disabled && !this.stranded) return;
    this.stranded = day;
    thumb.style.left = `${100 * part}%`;
    const label = thumb.querySelector("[data-testid=stSliderThumbValue] p");
    if (label) label.firstChild.nodeValue = inShort(day);
  }

  release() {
    if (!this.from) return;
    this.from = null;
    hold(false);
    if (this.stranded) this.waiting = setInterval(() => this.land(), RECONNECT_LOOK_MS);
    else requestAnimationFrame(() => requestAnimationFrame(() => this.hush())); // the slider has caught up
  }

  hush() { if (!this.from) delete document.documentElement.dataset.thumb; }

  land() {
    if (!slider.input || slider.input.disabled) return;
    clearInterval(this.waiting);
    slider.moveTo(this.stranded);
    this.commit(this.stranded);
    this.stranded = null;
    this.hush();
  }
}

/** Whether an event happened to the controls of time, the player left out. */
export const isControl = ({ target }) => within(target, ".st-key-controls") && !within(target, ".st-key-player");

/** The buttons of the steps, and which of them an event happened to. */
export const stepButtons = {
  get previous() { return /** @type {HTMLElement | null} */ (document.querySelector(".st-key-previous button")); },
  get next() { return /** @type {HTMLElement | null} */ (document.querySelector(".st-key-next button")); },

  /** @returns {"previous" | "next" | null} */
  pressed({ target }) {
    if (within(target, ".st-key-previous button")) return "previous";
    return within(target, ".st-key-next button") ? "next" : null;
  },
};

/* ---- the page around ----------------------------------------------------------------------------- */

/** @param {Document} page */
export function isDark(page) {
  const ground = page.querySelector(".stApp") || page.body;
  const [red, green, blue] = getComputedStyle(ground).backgroundColor.match(/[\d.]+/g).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Whether the page's script runs on the server. */
export function isBusy() {
  const { testScriptState } = /** @type {HTMLElement} */ (document.querySelector("[data-testid=stApp]")).dataset;
  return testScriptState !== undefined && testScriptState !== "notRunning";
}

/** Brings the tabs into sight, and the focus to the one that the server opens. */
export function goToTabs() {
  const tabs = document.querySelector(".stTabs");
  const watch = new MutationObserver(() => {
    watch.disconnect();
    /** @type {HTMLElement} */ (tabs.querySelector("[role=tab][aria-selected=true]")).focus({ preventScroll: true });
  });
  watch.observe(tabs, { subtree: true, attributeFilter: ["aria-selected"] });
  tabs.scrollIntoView();
}

/* ---- the keyboard -------------------------------------------------------------------------------- */

const MENU = "[data-testid=stPopoverBody]";
const OPENER = "[data-testid=stPopoverButton][aria-expanded=true]";
const STOPS = "a[href], button, input, select, summary, [tabindex='0']";
const SOUGHT = ".stDownloadButton button"; // what most come for

/** @param {Node} node */
export const isOpener = (node) => node instanceof Element && node.matches(OPENER);

/** The menu that is open at the end of the page, and its button; null where none is. */
export function openMenu() {
  const body = /** @type {HTMLElement | null} */ (document.querySelector(MENU));
  const opener = /** @type {HTMLElement | null} */ (document.querySelector(OPENER));
  return body && opener && { body, opener };
}

/** Closes it as Escape does, by a key that nobody has pressed. */
export function closeMenu() {
  openMenu()?.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
}

/**
 * Where Tab stops in a part of the page, and the one that most readers seek in it.
 * @param {HTMLElement} part
 */
export function stopsIn(part) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(STOPS))];
  const stops = all.filter((stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.getClientRects().length > 0);
  return { stops, sought: stops.find((stop) => stop.matches(SOUGHT)) };
}

/**
 * Makes a list of choices that unfolds at the end of the page, outside of every part with a name, such a part.
 * @param {Node} node
 */
export function nameChoices(node) {
  const list = node instanceof Element && node.querySelector("[role=listbox]");
  if (!list) return;
  node.setAttribute("role", "region");
  node.setAttribute("aria-label", list.getAttribute("aria-label") ?? "");
}

/** Whether an event happened to a list of choices. */
export const isOnChoices = ({ target }) => within(target, ".stSelectbox");

/**
 * Folds a list of choices and leaves what was chosen; false where it is folded already.
 * @param {HTMLElement} input
 */
export function foldChoices(input) {
  if (input.getAttribute("aria-expanded") !== "true") return false;
  input.blur();
  input.focus();
  return true;
}

/** @param {Document} page */
export const isExportOpen = (page) => page.querySelector(OPEN_EXPORT) !== null;

export const isOnExport = ({ target }) => within(target, ".st-key-export");

/** Which of the views an event happened to, -1 for none. */
export function placeOfView({ target }) {
  const view = within(target, VIEWS) ? target.closest(VIEWS) : null;
  return view ? [...view.ownerDocument.querySelectorAll(VIEWS)].indexOf(view) : -1;
}

/**
 * Tells the server what it knows of the map; each call runs the page once.
 * @param {object} answer
 */
export function tellServer(answer) { window.Streamlit.setComponentValue(answer); }

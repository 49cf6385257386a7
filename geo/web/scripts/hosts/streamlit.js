/* All that the atlas knows of Streamlit's own markup and ways, which may change with any version of it, stands here, in
 * streamlit_slider.js, in streamlit_menus.js, of how it loses its line in streamlit_line.js and of its own words in
 * streamlit_words.js; no other script names them. `page` is a document: the map reads it from within its frame.
 */

import { within } from "../dom.js";
import { SLIDER, dayAhead, sliderDay } from "./streamlit_slider.js";

const OPEN_EXPORT = ".st-key-export [aria-expanded=true], .st-key-export_panel";
const VIEWS = ".st-key-view [role=radio]";

/* ---- where the reader is ------------------------------------------------------------------------- */

/**
 * @typedef {object} Place
 * @property {string} day the day under the thumb, or to which the reader has gone ahead of it
 * @property {boolean} caughtUp whether the slider has come to the day to which the reader has gone ahead of it
 * @property {string} country ISO code, or empty; the reader may have gone to it ahead of the server
 * @property {string} served the server's own country
 * @property {string} worldview
 * @property {string} view
 * @property {string} lang the language that the server has answered in
 * @property {string} committed the server's own day
 * @property {string} bounds the box that the map has been moved to, as an address names it, or empty
 * @property {number} foot how many pixels of the window a caption covers at its foot
 * @property {string} files addresses of documents that take the place of the record's, by role, as JSON
 * @property {boolean} behind whether the export menu holds what was made of another place
 * @property {string} span of the course above the slider, empty where none is drawn
 * @property {boolean} traced whether its lines have been drawn: the server sets it anew without them, as for another border
 * @property {string} compare another day that this one is compared with, under its own thumb, or empty
 * @property {string} compared the server's own other day
 * @property {string} address the query of the address of what the server has shown last
 * @property {string} heard the number of the last address that the server has been told, and has gone to
 * @property {boolean} held whether a finger is on the thumb
 * @property {boolean} there whether the slider is on the page yet
 * @property {boolean} unread whether a slider stands there that cannot be read
 * @property {boolean} cut whether the connection is lost: Streamlit disables its slider then
 */

/**
 * The day is read from the slider while the thumb moves; the rest, and the day where the slider cannot be read, from the
 * page's own marker, which the server writes.
 * @param {Document} page
 * @returns {Place}
 */
function placeOf(page) {
  const marker = page.getElementById("atlas-state");
  const { day: committed = "", country: served = "", worldview = "un", view = "flank", lang = "en", address = "", heard = "", files = "{}" } = marker ? marker.dataset : {};
  // During a drag the page tells where the thumb is; the slider's own word comes a frame later.
  const slid = sliderDay(page);
  const thumb = page.documentElement.dataset.thumb || dayAhead(page) || slid;
  const held = "held" in page.documentElement.dataset;
  const input = /** @type {HTMLInputElement | null} */ (page.querySelector(".st-key-date input"));
  const foot = Number(page.documentElement.dataset.foot ?? 0);
  const course = /** @type {HTMLElement | null} */ (page.querySelector(".course"));
  const { span = "" } = course?.dataset ?? {};
  const traced = Boolean(course?.querySelector("svg"));
  const there = input !== null;
  const unread = thumb === null && there;
  const cut = Boolean(input && input.disabled);
  const bounds = boundsOf(page);
  const day = thumb || committed;
  const country = page.documentElement.dataset.country ?? served;
  // Under the thumb of the other day the page tells where that is.
  const compared = new URLSearchParams(address).get("compare") ?? "";
  const compare = (compared && page.documentElement.dataset.compare) || compared;
  const here = [day, country, worldview, page.documentElement.dataset.view ?? view, compare, files].join(" ");
  const behind = [...page.getElementsByClassName("made-of")].some((made) => /** @type {HTMLElement} */ (made).dataset.of !== here);
  const caughtUp = slid !== null && slid === dayAhead(page);
  return {
    day, caughtUp, country, served, worldview, view, lang, bounds, foot, committed, compare, compared, address, heard, files, behind, span, traced, held, there, unread, cut,
  };
}

/**
 * The box that the map shows in place of its view. The map says it; until it has, the address does.
 * @param {Document} page
 */
export const boundsOf = (page) => page.documentElement.dataset.bounds ?? new URLSearchParams(page.location.search).get("bounds") ?? "";

const WATCHED = [
  "aria-valuetext", "data-day", "data-lang", "data-address", "data-heard", "data-files", "data-span", "data-thumb", "data-ahead", "data-country", "data-compare", "data-view", "data-held",
  "data-bounds", "data-foot", "disabled",
];

/** @typedef {{ went: (place: Place, before: Partial<Place>) => void, before: Partial<Place> }} Follower */

/** @type {Set<Follower>} */
const followers = new Set();

/** @type {MutationObserver | null} one for all */
let watch = null;
let frame = 0; // in which the followers will be told

/** @param {Follower} follower */
function tell(follower, place) {
  const { before } = follower;
  if (Object.entries(place).every(([name, value]) => value === before[/** @type {keyof Place} */ (name)])) return;
  follower.before = place;
  follower.went(place, before);
}

/** @param {Document} page */
function tellAll(page) {
  frame = 0;
  const place = placeOf(page);
  for (const follower of followers) tell(follower, place);
}

/* While the thumb moves, only the map in its frame is told at once: what the page writes then would have the slider lay
 * the whole page out a second time before the thumb moves, and is soon enough in the frame that is about to be shown.
 */
function look(page) {
  if (page !== document || !("held" in page.documentElement.dataset)) tellAll(page);
  else if (!frame) frame = requestAnimationFrame(() => tellAll(page));
}

/**
 * Calls `went(place, before)` now and whenever the place has changed; gives a function that ends it.
 * @param {Document} page
 * @param {(place: Place, before: Partial<Place>) => void} went
 */
export function follow(page, went) {
  const follower = { went, before: {} };
  followers.add(follower);
  if (!watch) {
    watch = new MutationObserver(() => look(page));
    watch.observe(page.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: WATCHED });
  }
  tell(follower, placeOf(page));
  return () => {
    followers.delete(follower);
    if (followers.size) return;
    watch.disconnect();
    watch = null;
  };
}

/** What the map listens for on the page: the area to bring into sight. */
export const SEEK = "atlas-seek";

/** What the page is told of a reader's move, before the server is. */
export const MOVE = "atlas-move";

/**
 * @typedef {object} Move Where a reader goes from where he is; what is left out stays.
 * @property {string} [date]
 * @property {string} [country] ISO code, empty for none
 * @property {string} [view]
 * @property {string} [compare] the other of two days
 */

/**
 * Tells the page of a move; gives whether the server is still to be told. It is not where an earlier move is on its way to
 * it: the later goes with that, or the server might take the two in the wrong order.
 * @param {Document} page
 * @param {Move} detail
 */
export const move = (page, detail) => page.dispatchEvent(new CustomEvent(MOVE, { detail, cancelable: true }));

/* What stands above the map comes after it where the server has just begun: shown before, the map would be pushed down. */
const ABOVE_THE_MAP = ["#root .headline", SLIDER, ".st-key-export button"];

/**
 * Shows the live page in place of the first view, which stands where it does, once all of it is there; then hands over
 * the land of its picture, null where that was gone already.
 * @param {Document} page
 * @param {(land: Element | null) => void} took
 */
export function takeOver(page, took) {
  const view = page.querySelector(".first-view");
  const look = () => {
    if (!ABOVE_THE_MAP.every((part) => page.querySelector(part))) return;
    watch.disconnect();
    const land = view?.isConnected ? view.querySelector(".land") : null;
    view?.remove();
    took(land);
  };
  const watch = new MutationObserver(look);
  watch.observe(page.body, { subtree: true, childList: true });
  look();
}

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

/* Where a link past the rest of the page leads the keyboard, where that is no element of this id. */
const PARTS = { map: ".st-key-map iframe", borders: "[role=tab][aria-selected=true]" };
export const TABS = ".st-key-tabs";

/** What lies below the row of tabs, by name; the server draws one at a time, and that of the last is there for a while beside it. */
export const tabPanels = () => [...document.querySelectorAll(`${TABS} > div > [class*=st-key-tab_]`)].map((panel) => (
  { panel, name: /st-key-tab_(\w+)/.exec(panel.className)[1] }));

/** Gives the parts that links lead to the ids of those links, which the server cannot. */
export function nameParts() {
  for (const [part, selector] of [["map", ".st-key-map iframe"], ["borders", TABS]]) document.querySelector(selector)?.setAttribute("id", part);
}

/** @param {string} part */
export function partFor(part) {
  const node = /** @type {HTMLElement | null} */ (document.querySelector(PARTS[part] ?? `#${part}`));
  const frame = node instanceof HTMLIFrameElement && node.contentDocument;
  return frame ? /** @type {HTMLElement | null} */ (frame.querySelector(".leaflet-container")) : node;
}

/** Brings the tabs into sight, and the focus to the one that the server opens. */
export function goToTabs() {
  const tabs = document.querySelector(TABS);
  const watch = new MutationObserver(() => {
    watch.disconnect();
    /** @type {HTMLElement} */ (tabs.querySelector("[role=tab][aria-selected=true]")).focus({ preventScroll: true });
  });
  watch.observe(tabs, { subtree: true, attributeFilter: ["aria-selected"] });
  tabs.scrollIntoView();
}

/** @param {Document} page */
export const isExportOpen = (page) => page.querySelector(OPEN_EXPORT) !== null;

export const isOnExport = ({ target }) => within(target, ".st-key-export");

const DOWNLOAD = ".st-key-export_panel .stDownloadButton";

export const isOnDownload = ({ target }) => within(target, DOWNLOAD);

export const downloadButton = () => /** @type {HTMLElement | null} */ (document.querySelector(`${DOWNLOAD} button`));

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

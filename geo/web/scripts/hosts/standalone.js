/* The atlas as a page of its own, in a frame or as a file: the host of the map, the date controls and the panel, without a server.
 *
 * Days are ISO strings; on the slider they are whole days since 1970. The map repaints at once while the thumb moves.
 */

import { nameOf, naming, rangeOf, understood } from "../address.js";
import { showCourse } from "../course.js";
import { Combobox } from "../combobox.js";
import { addMonths, toDay, toNumber, today } from "../days.js";
import { DateField } from "../date_field.js";
import { make } from "../dom.js";
import { tell } from "../headline.js";
import { tellAge } from "../held.js";
import { bring } from "../map/bring.js";
import { clearTheFoot } from "../map/foot.js";
import { AtlasMap } from "../map/map.js";
import { measureForPaper } from "../map/paper.js";
import { MarkButtons, drawMarks } from "../marks.js";
import { showPlaying } from "../playing.js";
import { Sayings } from "../said.js";
import { Codes, Search } from "../search.js";
import { leadOn } from "../skip.js";
import { inWords, speakAs } from "../speech.js";
import { Steps } from "../steps.js";
import { Playback, along, clamp, inside, narrowest, next, previous } from "../time.js";
import { unpackedFile } from "../unpack.js";
import { Sheets } from "./standalone_sheets.js";

const MS_PER_EVENT = 700;
const MS_PER_EVENT_CALM = 2000; // a reader who asked for less motion gets more time with each event
/** @param {string} id */
const byId = (id) => document.getElementById(id);
/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (byId(id));
const read = (name) => JSON.parse(byId(`data-${name}`).textContent);
const motion = window.matchMedia("(prefers-reduced-motion: reduce)");

/* The rest of the world and the dossiers stand below the scripts: they wait until the flank is on the screen and
 * the whole file has been read. */
export const wholeFile = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const afterPaint = () => Promise.all([wholeFile, painted()]);

/** @import { StandaloneConfig, Timeline } from "../documents.d.ts" */

/** @param {string} selector */
function check(selector) {
  const choice = /** @type {HTMLInputElement | null} */ (document.querySelector(selector));
  if (choice) choice.checked = true; // a frame leaves some choices out
}

export class Page {
  constructor() {
    /** @type {StandaloneConfig} */
    this.config = read("config");
    /** @type {Timeline} */
    this.timeline = read("timeline");
    speakAs(this.timeline);
    const { ranges, event_days, until } = this.config;
    this.whole = { first: ranges[0], last: [today(), this.timeline.verified_to, until].sort().pop() };
    this.range = this.whole;
    this.events = inside(event_days, this.whole);
    this.slider = field("day");
    this.dateField = new DateField(field("date"), (day) => this.show({ date: clamp(day, this.whole) }));
    this.field = new Combobox(document.querySelector(".search"), { names: () => this.names(), choose: (country, area) => this.seek(country, area) });
    /** @type {Search | Codes} */
    this.search = new Codes(this.timeline.states);
    this.sheets = new Sheets(this.config, this.timeline, () => this.names(), () => clearTheFoot(this.atlas, this.place.country, this.chosen));
    /** @type {import("../address.js").AddressPlace} */
    this.place = this.arrive();
    this.chosen = false; // a country, by the reader, who may have come with one
    this.sayings = new Sayings(this.place);
    this.playback = new Playback({
      day: () => this.place.date,
      range: () => this.range,
      events: () => this.stepDays(),
      atEnd: () => next(this.config.marked_days, this.place.date) === undefined, // the story has been told
      go: (day) => this.go({ date: day }),
      turned: (playing) => this.showPlaying(playing),
    });
  }

  /* ---- what the map asks of its host -------------------------------------------------------------- */

  get throughLens() { return "lens" in this.config.files[this.config.worldview]; }

  async fetch(_worldview, role) {
    if (role === "timeline") return this.timeline;
    if (role === "lens") return this.sheets.later.get(role);
    if (role === "world") await afterPaint();
    return unpackedFile(role === "world" ? await this.sheets.later.get(role) : read(role), this.config.per_degree);
  }

  choose(iso) { this.show({ country: iso }); }

  /* What has no status of its own lies somewhere too. */
  seek(country, area) {
    this.show({ country });
    bring(this.atlas, area);
  }

  painted(moment, day) { tell(document, moment, day); }

  moved(bounds) {
    if (String(bounds) === String(this.place.bounds)) return;
    this.place = { ...this.place, bounds };
    this.leaveAddress();
  }

  get page() { return document; }

  /* ---- start --------------------------------------------------------------------------------------- */

  start() {
    tellAge(document, this.timeline.held);
    this.dateField.within(this.whole);
    check(`input[name=view][value=${this.place.view}]`);
    const { ranges } = this.config;
    this.setRange(ranges.find((first) => nameOf(first) === this.place.range) ?? narrowest(ranges, this.place.date));
    this.makeMap();
    this.listen();
    this.showTime();
    afterPaint().then(() => this.startPanel());
  }

  async startPanel() {
    try {
      await this.nameCountry();
    } catch (error) {
      this.sheets.fail(error);
    }
    this.nameSteps();
    this.field.show(this.place.country);
    await this.sheets.start(this.place);
  }

  /* The country of the address, where it is named in other ways than by its code. */
  async nameCountry() {
    const { country: before } = this.place;
    const byCode = before || !/\bcountry=/.test(location.search + location.hash);
    if (this.sheets.later.inParts && byCode) return; // a frame asks for no names that it does not need
    this.search = await this.names();
    const { country } = this.arrive();
    if (country !== before && this.place.country === before) this.go({ country }, true); // the address keeps its own word for it
  }

  async names() { return new Search(await this.sheets.later.get("names")); }

  /* A frame asks for the names of its steps when a reader comes near them. */
  async nameSteps() {
    const { later } = this.sheets;
    const controls = document.querySelector(".controls");
    if (later.inParts) await new Promise((near) => { for (const moment of ["pointerover", "focusin"]) controls.addEventListener(moment, near, { once: true }); });
    const found = await later.get("steps");
    this.steps = new Steps(found);
    this.marks = new MarkButtons(found.marks, (day) => this.show({ date: day }));
    this.marks.show(this.range);
    this.showTime();
  }

  makeMap() {
    const map = L.map("map", {
      minZoom: 1, maxZoom: this.config.closest_zoom, zoomSnap: 0.25, zoomDelta: 0.5, wheelPxPerZoomLevel: 120,
      zoomAnimation: !motion.matches, fadeAnimation: !motion.matches,
    }).setView([60, 24], 4);
    const atlas = new AtlasMap(map, this.config, this);
    this.atlas = window.__atlas = atlas;
    atlas.day = this.place.date;
    atlas.country = this.place.country;
    atlas.framing.frame(this.place.view, this.place.bounds);
    atlas.load(this.config.worldview).catch((error) => atlas.fail(error));
    measureForPaper(map, byId("map"));
  }

  listen() {
    this.slider.addEventListener("input", () => this.show({ date: toDay(Number(this.slider.value)) }, true));
    this.slider.addEventListener("change", () => this.rest());
    this.slider.addEventListener("keydown", (event) => this.pageKeys(event));
    field("previous").addEventListener("click", () => this.show({ date: previous(this.stepDays(), this.place.date) }));
    field("next").addEventListener("click", () => this.show({ date: next(this.stepDays(), this.place.date) }));
    byId("play").addEventListener("click", () => this.playOrPause());
    for (const box of document.querySelectorAll("#panel, #states")) box.addEventListener("click", ({ target }) => this.take(/** @type {HTMLElement} */ (target).dataset));
    leadOn(byId);
    byId("print")?.addEventListener("click", () => window.print());
    byId("steps")?.addEventListener("change", () => { this.playback.pause(); this.showTime(); });
    this.onChoice("range", (value) => { this.setRange(value); this.show({ date: this.place.date < value ? value : this.place.date }); });
    this.onChoice("view", (value) => this.show({ view: value }));
  }

  /** @param {DOMStringMap} asked */
  take({ choose }) { if (choose) this.show({ country: choose }); }

  onChoice(name, use) {
    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = document.querySelectorAll(`input[name=${name}]`);
    for (const input of inputs) input.addEventListener("change", () => use(input.value));
  }

  /* ---- the place: day, country, view --------------------------------------------------------------- */

  /* What the address names; the reader is told what in it is not understood. */
  arrive() {
    const { place, complaints } = understood(location, this.config, this.search, this.whole);
    this.complain(complaints);
    return place;
  }

  /** @param {string[]} complaints */
  complain(complaints) {
    byId("complaints").hidden = !complaints.length;
    byId("complaints").replaceChildren(...complaints.map((words) => make("p", "", words)));
  }

  leaveAddress() {
    this.complain([]);
    const range = rangeOf(this.range.first, this.place.date, this.config.ranges);
    history.replaceState(null, "", naming(location, { ...this.place, range }, this.config.tracking));
  }

  /* The reader goes to a place; `underThumb` while the thumb is still moving. */
  show(change, underThumb = false) {
    this.chosen ||= "country" in change;
    this.playback.pause();
    this.go(change, underThumb);
  }

  go(change, underThumb = false) {
    const before = this.place;
    this.place = { ...before, ...change };
    if (this.place.date < this.range.first) this.setRange(this.whole.first);
    this.atlas.country = this.place.country;
    if (change.view) this.atlas.framing.frame(change.view);
    if (this.place.country !== before.country) bring(this.atlas, this.place.country);
    if (this.place.date !== before.date || this.place.country !== before.country) this.atlas.repaint(this.place.date);
    this.showTime();
    this.field.show(this.place.country);
    this.sheets.show(this.place, underThumb);
    if (!underThumb) this.rest();
  }

  rest() {
    this.leaveAddress();
    if (!this.playback.playing) this.sayings.tell(this.place, (iso, day) => this.sheets.sentence(iso, day));
  }

  /* ---- time ---------------------------------------------------------------------------------------- */

  setRange(first) {
    this.range = { first, last: this.whole.last };
    this.slider.min = String(toNumber(first));
    this.slider.max = String(toNumber(this.range.last));
    this.slider.value = String(toNumber(this.place.date));
    check(`input[name=range][value="${first}"]`);
    drawMarks(this.range, this.events, this.config.marked_days);
    this.marks?.show(this.range);
  }

  /* The days of the chosen steps. */
  stepDays() { return field("steps")?.value === "events" ? this.events : inside(this.config.law_days, this.whole); }

  showTime() {
    const { date } = this.place;
    const number = toNumber(date);
    const words = inWords(date);
    if (Number(this.slider.value) !== number) this.slider.value = String(number);
    this.slider.setAttribute("aria-valuetext", words);
    this.slider.parentElement.style.setProperty("--at", along(date, this.range).toFixed(4));
    byId("day-words").textContent = words;
    showCourse(this.range, date);
    this.dateField.show(date);
    const days = this.stepDays();
    field("previous").disabled = previous(days, date) === undefined;
    field("next").disabled = next(days, date) === undefined;
    if (this.steps) this.steps.name({ previous: byId("previous"), next: byId("next"), play: byId("play") }, days, date);
  }

  pageKeys(event) {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    this.show({ date: clamp(addMonths(this.place.date, event.key === "PageUp" ? 1 : -1), this.whole) });
  }

  playOrPause() {
    if (this.playback.playing) this.playback.pause();
    else this.playback.play({ speed: 1, msPerEvent: motion.matches ? MS_PER_EVENT_CALM : MS_PER_EVENT });
  }

  showPlaying(on) {
    this.rest();
    const button = byId("play");
    button.classList.toggle("playing", on);
    showPlaying(button.querySelector("span"), on);
  }
}

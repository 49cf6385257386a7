/* The atlas on a Leaflet map. It draws the areas once and, when the day moves, changes only what changed.
 *
 * It knows no law and makes no sentence: statuses, words and figures come from the timeline file, which the
 * server computes from the acts. It knows no page either: whoever makes it says where data comes from and what
 * a choice or a new day leads to. Everything from data is written with textContent.
 */

import { boundIn, current, lookOf, momentOn } from "../days.js";
import { draw, make, offTheTabRow } from "../dom.js";
import { speakAs } from "../speech.js";
import { unpackedLine } from "../unpack.js";
import { addBorders, paintBorders } from "./borders.js";
import { bring } from "./bring.js";
import { standAtTheFoot } from "./foot.js";
import { Framing } from "./framing.js";
import { offerFullScreen } from "./full_screen.js";
import { chooseByKey } from "./keys.js";
import { landOf } from "./land.js";
import { addKey, fillKey, layHatches, markUnknown, showKey, showUnknownCover } from "./legend.js";
import { showLineKey } from "./line.js";
import { addNames, tellNames } from "./names.js";
import { chooseWhatIsPressed } from "./press.js";
import { addProgrammes } from "./programmes.js";
import { sayAll } from "./saying.js";
import { OpenTip, areaTip, tipOn } from "./tips.js";
import { isTouch, leaveOneFingerToThePage } from "./touch.js";
import { leaveTheWheelToThePage } from "./wheel.js";

/** @import { Area, Called, FlankFile, LensFile, MapConfig, Moment, Span, SpokenMap, Timeline, WorldFile } from "../documents.d.ts" */

/**
 * @typedef {object} MapHost What holds the map.
 * @property {(worldview: string, role: string, waiting: () => void) => Promise<any>} fetch the file of a role; `waiting`
 *   is called whenever it did not come and is asked for again
 * @property {(waiting: () => void) => Promise<SpokenMap> | undefined} [spoken] what the map says of itself, where the reader may change language
 * @property {(iso: string) => void} choose a state has been chosen
 * @property {(moment: Moment, day: string) => void} painted a day has been painted
 * @property {boolean} throughLens whether the reader has chosen a border line, whose document is then fetched too
 * @property {() => void} [allPainted] all land has been painted
 * @property {(box: import("../boxes.js").Box | null) => void} moved the map frames something else, null for its view
 * @property {Document} page the document that the map stands in
 */

export class AtlasMap {
  /**
   * @param {any} map Leaflet's
   * @param {MapConfig} config
   * @param {MapHost} host
   */
  constructor(map, config, host) {
    this.map = map;
    this.config = config;
    this.host = host;
    this.areas = new Map();      // area id -> {path, overlay, owner, near}
    this.borders = [];           // of the flank or of the lens: {path, halo, owner, spans, cover}
    /** @type {{ node: HTMLElement, id: string }[]} */
    this.names = [];
    /** @type {(() => void) | null} */
    this.fit = null;             // makes room for the names
    this.parting = 0;            // of names and marks, with the next frame
    /** @type {{ path: SVGElement, from: string }[]} */
    this.programmes = [];
    /** @type {Map<string, Span>} */
    this.owners = new Map();     // state -> what is painted now
    /** @type {Timeline | null} */
    this.timeline = null;
    /** @type {LensFile | null} */
    this.lens = null;
    this.day = "";
    this.country = "";
    this.worldview = "";
    /** @type {string | null} */
    this.sought = null;
    this.painted = { day: "", at: 0, count: 0 };
    map.attributionControl.setPrefix("Leaflet");
    map.createPane("flank").style.zIndex = 450;
    this.tip = new OpenTip(map);
    layHatches();
    this.key = addKey(map, config);
    this.framing = new Framing(map, config, this.key, (box) => host.moved(box));
    // Leaflet gives the map the focus at every press; a page that scrolls to it then takes the click elsewhere.
    const box = map.getContainer();
    box.setAttribute("role", "region");
    box.focus = () => HTMLElement.prototype.focus.call(box, { preventScroll: true });
    leaveOneFingerToThePage(map);
    leaveTheWheelToThePage(map);
    const take = (id) => {
      const { owner } = this.areas.get(id);
      if (owner) this.choose(owner);
    };
    chooseByKey(map, take);
    chooseWhatIsPressed(map, take);
    offerFullScreen(map, host.page);
    standAtTheFoot(this);
    sayAll(map, config.words);
  }

  async load(worldview) {
    const turn = (this.turn = {}); // a later choice of worldview makes this one stale
    const get = (role) => this.host.fetch(worldview, role, () => this.say(this.config.words.asked_again));
    /** @type {[FlankFile, Timeline, LensFile | null, SpokenMap | undefined]} */
    const [flank, timeline, lens, spoken] = await Promise.all([
      get("flank"), get("timeline"), this.host.throughLens ? get("lens") : null, this.host.spoken?.(() => this.say(this.config.words.asked_again)),
    ]);
    if (this.turn !== turn) return;
    this.say("");
    this.clear();
    speakAs(timeline);
    if (spoken) this.speak(spoken);
    this.worldview = worldview;
    this.timeline = timeline;
    this.lens = lens;
    this.near = new Set(lens ? [] : flank.borders.map((border) => border.properties.owner));
    showLineKey(this.key.box, lens, this.config.words.unknown_mark);
    this.framing.through(lens);
    this.addAreas(flank.areas);
    this.framing.keepClear();
    addBorders(this, lens ? unpackedLine(lens) : flank.borders);
    addProgrammes(this, flank.programmes);
    addNames(this, flank.labels);
    this.repaint(this.day);
    // The rest of the world waits until the flank is on the screen.
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    /** @type {WorldFile} */
    const world = await get("world");
    if (this.turn !== turn) return;
    this.say("");
    this.addAreas(world.areas);
    this.framing.keepClear();
    for (const border of this.borders) border.path.parentNode.appendChild(border.path);
    this.repaint(this.day);
    this.host.allPainted?.();
    if (this.sought) bring(this, this.sought);
  }

  /**
   * Says all that it says of itself in another language.
   * @param {SpokenMap} spoken
   */
  speak(spoken) {
    Object.assign(this.config, spoken);
    sayAll(this.map, spoken.words);
    fillKey(this.key, this.config);
  }

  clear() {
    if (this.layers) this.layers.remove();
    this.layers = L.layerGroup().addTo(this.map);
    this.areas.clear();
    this.owners.clear();
    this.borders = [];
    this.programmes = [];
    this.names = [];
  }

  /* Takes the map from the page, whatever is still on its way to it. */
  close() {
    this.turn = null;
    this.framing.close();
    this.map.remove();
  }

  /** @param {Area[]} features */
  addAreas(features) {
    for (const feature of features) {
      const { id, owner } = feature.properties;
      const layer = landOf(feature, { className: "area", weight: null, stroke: null });
      layer.addTo(this.layers);
      const path = layer._path;
      for (const name of ["stroke", "stroke-opacity", "stroke-width", "fill", "fill-opacity", "fill-rule"]) path.removeAttribute(name);
      path.setAttribute("fill-rule", "evenodd");
      offTheTabRow(path);
      path.dataset.area = id;
      const near = this.near.has(owner) && id === owner;
      this.areas.set(id, { path, owner, near, layer, main: id === owner });
      this.answer(layer, feature.properties);
    }
    for (const area of this.areas.values()) if (area.near) this.raise(area);
  }

  /* Under a finger a tip stays where it is; what has a dossier is told there. */
  answer(layer, properties) {
    const { owner } = properties;
    if (!owner || !isTouch) tipOn(layer, () => areaTip(this, properties), { direction: "top" });
    if (owner) layer.on("click", () => this.choose(owner));
  }

  /** @param {string} owner */
  choose(owner) {
    this.tip.met = owner;
    this.host.choose(owner);
  }

  /**
   * What the timeline calls something of the files of the map, whose own words are English.
   * @param {keyof Called} kind
   * @param {string} name
   */
  called(kind, name, otherwise = name) { return this.timeline.called?.[kind][name] ?? otherwise; }

  name(iso) { return (this.timeline.states[iso] || { name: iso }).name; }

  /** @param {string} iso */
  statusOf(iso) {
    const state = this.timeline.states[iso];
    if (!state) return null;
    const span = current(state.spans, this.day);
    return { ...span, bound: boundIn(span) };
  }

  /**
   * Paints a day: areas, borders, names, legend and the figures in the page around the frame.
   * @param {string} day
   */
  repaint(day) {
    if (!this.timeline || !day) return;
    this.day = day;
    for (const [iso, state] of Object.entries(this.timeline.states)) {
      const span = current(state.spans, day);
      if (this.owners.get(iso) !== span) this.owners.set(iso, span);
    }
    for (const area of this.areas.values()) {
      const span = this.owners.get(area.owner);
      if (area.span !== span || area.picked !== (this.country === area.owner)) this.paintArea(area, span);
    }
    const moment = momentOn(this.timeline, this.lens, day);
    paintBorders(this);
    showUnknownCover(this.key, this.borders);
    for (const { path, from } of this.programmes) path.classList.toggle("not-yet", from > day);
    tellNames(this, moment);
    this.tip.follow(this.country);
    this.paintFigures(moment, day);
    this.painted = { day, at: performance.now(), count: this.painted.count + 1 };
  }

  /** @param {Span | undefined} span */
  paintArea(area, span) {
    area.span = span;
    area.picked = Boolean(area.owner) && this.country === area.owner;
    const status = span ? lookOf({ ...span, practice: "none" }) : "";
    area.path.setAttribute("class", ["area", "leaflet-interactive", status, area.near ? "near" : "", area.picked ? "selected" : ""].filter(Boolean).join(" "));
    // Over the colour lies what is declared, or what else the state may be where that is not known.
    const over = !span ? "" : span.possible ? `doubt ${status}` : span.practice !== "none" ? `practice ${span.practice}` : "";
    if (over && !area.overlay) {
      area.overlay = draw("path", {}, area.path.parentNode);
      area.path.after(area.overlay);
      const follow = () => area.overlay.setAttribute("d", area.path.getAttribute("d"));
      follow();
      new MutationObserver(follow).observe(area.path, { attributeFilter: ["d"] });
    }
    if (area.overlay) area.overlay.setAttribute("class", over || "practice");
    if (area.main) markUnknown(this, area, Boolean(span && span.possible));
    if (area.picked) this.raise(area);
  }

  raise({ path, overlay }) { path.parentNode.append(...[path, overlay].filter(Boolean)); }

  /**
   * @param {Moment} moment
   * @param {string} day
   */
  paintFigures(moment, day) {
    this.config.legend.forEach((entry, place) => {
      const { item, count } = this.key.rows[place];
      const number = place < moment.counts.length ? moment.counts[place] : moment.unknown || 0;
      if (count.textContent !== String(number)) {
        count.textContent = String(number);
        item.hidden = number === 0;
      }
    });
    showKey(this.key.box);
    this.host.painted(moment, day);
  }

  fail(error) {
    console.error("Ottawa Atlas: the map data could not be fetched.", error);
    this.say(this.config.words.unreachable);
  }

  /* A word on the map, in place of the last one; empty: none. */
  say(words) {
    this.said?.remove();
    this.said = null;
    if (!words) return;
    const note = make("div", "key", words);
    note.setAttribute("role", "alert");
    this.said = L.control({ position: "topright" });
    this.said.onAdd = () => note;
    this.said.addTo(this.map);
  }
}

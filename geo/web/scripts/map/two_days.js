/* Two days on one map: a map of the other day lies over the first and is cut off at a handle, the earlier day at its left.
 * Whichever of the two is moved, the other goes with it. It takes data, choice and border line from the first.
 */

import { make } from "../dom.js";
import { byItself, inWords } from "../speech.js";
import { fill } from "../words.js";
import { AtlasMap } from "./map.js";

const MIDDLE = "50"; // per cent of the width, where the handle begins
const BUTTONS_PX = 58; // how far the map's own buttons reach in from its left

export class TwoDays {
  /** @param {AtlasMap} atlas the map of the page's own day */
  constructor(atlas) {
    this.atlas = atlas;
    /** @type {AtlasMap | null} */
    this.other = null;
  }

  /**
   * Shows another day beside that of the page; none where it is empty, nor where it is the same before the map is parted.
   * @param {string} day
   * @param {string} worldview
   */
  go(day, worldview) {
    const { atlas } = this;
    if (!day || (day === atlas.day && !this.other)) {
      this.close();
      return;
    }
    const isNew = !this.other;
    if (isNew) this.open(worldview);
    const { country, other } = this.show(day);
    if (isNew) this.fit();
    if (other.day === day && other.country === country) return;
    other.day = day;
    other.country = country;
    other.repaint(day);
  }

  /* Says the two days again, where the map has come to speak another language. */
  say() {
    if (!this.other?.day) return;
    this.show(this.other.day);
    this.fit();
  }

  /* A day is told beside the handle while its side has room for it; who listens hears both from the handle. */
  fit() {
    const { box, signs: [first, last] } = this;
    first.classList.toggle("no-room", first.offsetLeft < BUTTONS_PX);
    last.classList.toggle("no-room", last.offsetLeft + last.offsetWidth > box.clientWidth);
  }

  /* What stands around the two, which goes with the thumb. */
  show(day) {
    const { atlas, box, handle, other, signs } = this;
    const { config: { words }, country } = atlas;
    const days = [day, atlas.day].sort();
    box.classList.toggle("later", day === days[1]);
    const [first, last] = days.map(byItself);
    signs[0].textContent = first;
    signs[1].textContent = last;
    handle.setAttribute("aria-label", fill(words.split, { first, last }));
    other.map.getContainer().setAttribute("aria-label", fill(words.other_day, { day: inWords(day) }));
    return { country, other };
  }

  /** @param {string} worldview */
  load(worldview) { this.other?.load(worldview).catch((error) => this.other?.fail(error)); }

  /** @param {string} worldview */
  open(worldview) {
    const { config, host, map } = this.atlas;
    const own = make("div", "other-map");
    this.signs = ["first", "last"].map((name) => make("p", `of-day ${name}`));
    this.handle = make("input", "handle");
    Object.assign(this.handle, { type: "range", min: "0", max: "100", value: MIDDLE });
    this.box = make("div", "two-days", own, this.signs, this.handle);
    const cut = () => this.box.style.setProperty("--cut", `${this.handle.value}%`);
    this.handle.addEventListener("input", () => { cut(); this.fit(); });
    cut();
    L.DomEvent.disableClickPropagation(this.box);
    L.DomEvent.disableScrollPropagation(this.box);
    map.getContainer().append(this.box);
    this.animated = map._zoomAnimated;
    map._zoomAnimated = false; // the other map would come after it
    const second = L.map(own, { ...map.options, keyboard: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false });
    second.setView(map.getCenter(), map.getZoom());
    this.other = new AtlasMap(second, config, {
      fetch: (...asked) => host.fetch(...asked),
      choose: (iso) => host.choose(iso),
      painted() {},
      moved() {},
      get throughLens() { return host.throughLens; },
      page: host.page,
    });
    this.lead = this.keepTogether(second);
    map.on("move", this.lead);
    this.refit = () => this.fit();
    map.on("resize", this.refit);
    this.load(worldview);
  }

  /* Gives what makes the other map go where this one is; this one follows what a reader does to the other. */
  keepTogether(second) {
    const { map } = this.atlas;
    let following = false;
    const follow = (from, to) => {
      if (following) return;
      following = true;
      to.setView(from.getCenter(), from.getZoom(), { animate: false });
      following = false;
    };
    const { framing } = this.other;
    framing.ownMove = true; // it frames what this one does
    // A frame of another size moves a map, too, but begins no move: that is not the reader's.
    let led = false;
    second.on("movestart", () => { led = !following; });
    second.on("move", () => { if (led) follow(second, map); });
    second.on("moveend", () => { led = false; });
    return () => follow(map, second);
  }

  close() {
    if (!this.other) return;
    const { map } = this.atlas;
    map.off("move", this.lead);
    map.off("resize", this.refit);
    map._zoomAnimated = this.animated;
    this.other.close();
    this.other = null;
    this.box.remove();
  }
}

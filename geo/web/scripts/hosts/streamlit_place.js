/* One place of the reader: the page, the address and the server agree on it, whatever is lost on the way between them.
 *
 * The page's marker says what the server has shown last, with its address. Three things may differ from it: the address,
 * when the word of it was lost or the reader has gone in the history; the day under the thumb or the state chosen, to
 * which map and panel go at once, when the server never heard of it; the server, when after a lost connection it is another one.
 *
 * A way through the history takes the server a while, and it answers moves in no certain order. So the map goes to the day
 * at once, the reader's moves on the way go on from there, and the server is told where all of them lead.
 */

import { isDay } from "../days.js";
import { clamp } from "../time.js";
import { MOVE, boundsOf, isBusy } from "./streamlit.js";
import { answers } from "./streamlit_line.js";
import { slider } from "./streamlit_slider.js";

/** @import { Move, Place } from "./streamlit.js" */
/** @import { Link } from "./streamlit_panel.js" */

const OVERDUE_MS = 2500; // a day that the server has not taken over by then never reached it
const SETTLED_MS = 600; // and for so long nothing has been under way
let count = 0; // of the addresses that the server has been told

/**
 * The query of the place to which a move leads from another, in the order in which an address is always written.
 * @param {string} address
 * @param {Move} move
 */
function elsewhere(address, { date, country, view, compare }) {
  const asked = new URLSearchParams(address);
  if (date) asked.set("date", date);
  if (view) asked.set("view", view);
  if (compare) asked.set("compare", compare);
  if (country === "") asked.delete("country");
  if (!country || asked.has("country")) {
    if (country) asked.set("country", country);
    return asked.toString();
  }
  const [day, ...more] = [...asked];
  return new URLSearchParams([day, ["country", country], ...more]).toString();
}

/**
 * Whether the server has gone to where the reader is.
 * @param {Place} place
 */
const isServed = ({ day, committed, country, served, compare, compared }) => day === committed && country === served && compare === compared;

/* An address as it stands in the browser: what Streamlit itself takes from it stays, and the box of the map, which the
 * server is not told as it moves, is added.
 */
function inBrowser(address) {
  const asked = new URLSearchParams(address);
  asked.delete("bounds");
  const bounds = boundsOf(document);
  const own = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("embed"));
  const query = asked.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return [query, bounds && `bounds=${bounds}`, new URLSearchParams(own).toString()].filter(Boolean).join("&");
}

export class Agreement {
  /** @param {Link} link tells the server to which address the reader has gone; its data say the first and the last day */
  constructor(link) {
    this.link = link;
    /** @type {Place | null} */
    this.place = null;
    /** @type {string | null} */
    this.road = null; // an address to which the reader has gone, and the server has not
    this.known = new Set([""]); // the states that have been chosen: what an address calls by another name only the server knows
    this.there = false; // whether the server has said so since the place was last another
    this.number = ""; // under which the server has been told of it, empty for not yet
    /** @type {string | null} */
    this.kept = null; // the day under the thumb when a lost connection came back
    this.mended = ""; // the address that the server was told anew because of the export menu alone
    this.onHistory = (event) => this.wentInHistory(event);
    window.addEventListener("popstate", this.onHistory, true);
    this.onMove = (event) => { if (this.moves(event.detail)) event.preventDefault(); };
    document.addEventListener(MOVE, this.onMove);
  }

  close() {
    clearTimeout(this.waiting);
    this.place = null;
    window.removeEventListener("popstate", this.onHistory, true);
    document.removeEventListener(MOVE, this.onMove);
  }

  /* Before Streamlit hears of it, which would run the page without saying why. */
  wentInHistory(event) {
    const query = location.search.slice(1);
    if (!event.isTrusted || !this.place) return;
    // One who turns round on the way goes to where the page still is; else it is a jump within the page.
    if (this.road === null && query === inBrowser(this.place.address)) return;
    event.stopImmediatePropagation();
    delete document.documentElement.dataset.view;
    delete document.documentElement.dataset.compare;
    document.documentElement.dataset.bounds = new URLSearchParams(query).get("bounds") ?? "";
    this.take(query);
  }

  /**
   * Makes a move one with the way through the history that is under way; gives whether it has.
   * @param {Move} move
   */
  moves(move) {
    const { dataset } = document.documentElement;
    if (move.country !== undefined) {
      this.known.add(move.country);
      dataset.country = move.country;
    }
    if (move.date && "ahead" in dataset) dataset.ahead = move.date;
    if (this.road === null) return false;
    this.take(elsewhere(this.road, move));
    history.pushState(history.state, "", `?${inBrowser(this.road)}`);
    return true;
  }

  /** @param {string} query of an address to which the reader has gone */
  take(query) {
    const asked = new URLSearchParams(query);
    const date = asked.get("date") ?? "", country = asked.get("country") ?? "";
    if (this.known.has(country)) document.documentElement.dataset.country = country;
    if (isDay(date) && date === clamp(date, this.link.data.days)) {
      document.documentElement.dataset.ahead = date;
      if (slider.input) slider.moveTo(date);
    }
    this.road = query;
    this.number = "";
    this.wait(0);
  }

  /**
   * @param {Place} place
   * @param {Partial<Place>} before
   */
  look(place, before) {
    const { dataset } = document.documentElement;
    this.place = place;
    this.there = false;
    this.known.add(place.served);
    if (dataset.view === place.view) delete dataset.view;
    if (dataset.compare === place.compared) delete dataset.compare;
    if (place.held) this.kept = null;
    const arrived = this.road !== null && this.number !== "" && place.heard === this.number;
    if (arrived) this.road = null;
    if (arrived || (this.road === null && dataset.country === place.served)) delete dataset.country;
    if (this.road === null && place.caughtUp && place.committed === place.day) delete dataset.ahead;
    if (before.cut && !place.cut) {
      this.kept = place.day;
      // Another server begins with the address, and with the whole page only if it is asked for it in this way: it knows
      // neither the messages of a page that it has not made nor the part of it that a new date runs.
      if (this.road === null) this.write(elsewhere(place.address, { date: place.day, country: place.country, compare: place.compare }));
      window.dispatchEvent(new PopStateEvent("popstate"));
    }
    if (!place.behind) this.mended = "";
    if (this.road !== null && !this.number) this.wait(0); // the server is still to be told of it
    else this.wait(isServed(place) || this.kept ? SETTLED_MS : OVERDUE_MS);
  }

  /**
   * Whether the server has gone to where the reader is with all of the page. A choice in the export menu that was sent before
   * the slider had followed the server says where that stood before, and the menu alone is made anew of it. Of one address it
   * is told once.
   * @param {Place} place
   */
  isAllServed(place) { return isServed(place) && (!place.behind || this.mended === place.address); }

  wait(ms) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.settle(), ms);
  }

  settle() {
    const { day, country, compare, address, held, cut } = this.place;
    const { dataset } = document.documentElement;
    if (held || cut) return; // what ends that is seen
    const { road, kept } = this;
    const isFirst = kept !== null || (road !== null && !this.number);
    if (isBusy()) this.wait(SETTLED_MS);
    else if (!isFirst && !this.there && (road !== null || !this.isAllServed(this.place))) this.askWhetherThere();
    else if (road !== null || kept !== null || !this.isAllServed(this.place)) {
      if (this.place.behind && isServed(this.place)) this.mended = address;
      if (road === null) {
        this.take(elsewhere(address, { date: kept ?? day, country, compare, view: dataset.view }));
        this.write(this.road);
      }
      this.kept = null;
      this.tell();
    } else if (dataset.view) {
      // The map frames a view that the server has not answered yet: the address of before keeps the box it was left at.
      delete dataset.view;
      this.wait(OVERDUE_MS);
    } else {
      delete dataset.ahead;
      if (location.search.slice(1) !== inBrowser(address)) this.write(address);
    }
  }

  /* What the server has not gone to by then never reached it, unless it does not answer at all: then it may have all of it,
   * and more that no address says. Told anew where it leads, it would go back from that. */
  askWhetherThere() {
    const { place } = this;
    answers().then((there) => {
      if (place !== this.place) return; // it has been heard of
      this.there = there;
      this.wait(there ? SETTLED_MS : OVERDUE_MS);
    });
  }

  tell() {
    this.there = false;
    count += 1;
    this.number = String(count);
    this.link.send("address", `${this.number} ${this.road}`);
    this.wait(OVERDUE_MS);
  }

  write(query) {
    const here = new URL(location.href);
    here.search = inBrowser(query);
    history.replaceState(history.state, "", here);
  }
}

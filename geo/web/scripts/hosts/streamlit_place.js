/* One place of the reader: the page, the address and the server agree on it, whatever is lost on the way between them.
 *
 * The page's marker says what the server has shown last, with its address. Three things may differ from it: the address,
 * when the word of it was lost or the reader has gone in the history; the day under the thumb, when the server never
 * heard of it; the server, when after a lost connection it is another one.
 */

import { boundsOf, isBusy } from "./streamlit.js";

/** @import { Place } from "./streamlit.js" */

const OVERDUE_MS = 2500; // a day that the server has not taken over by then never reached it
const SETTLED_MS = 600; // and for so long nothing has been under way

/**
 * The query of a place on another day, in the order in which an address is always written.
 * @param {string} address
 * @param {string} day
 */
function onDay(address, day) {
  const query = new URLSearchParams(address);
  query.set("date", day);
  return query.toString();
}

/* An address as it stands in the browser: what Streamlit itself takes from it stays, and the box of the map, which the
 * server is not told as it moves, is added.
 */
function inBrowser(query) {
  const asked = new URLSearchParams(query);
  asked.delete("bounds");
  const bounds = boundsOf(document);
  const own = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("embed"));
  return [asked.toString(), bounds && `bounds=${bounds}`, new URLSearchParams(own).toString()].filter(Boolean).join("&");
}

export class Agreement {
  /** @param {(query: string) => void} go tells the server to which address the reader has gone */
  constructor(go) {
    this.go = go;
    /** @type {Place | null} */
    this.place = null;
    /** @type {string | null} */
    this.gone = null; // an address in the history that the server has not been told
    /** @type {string | null} */
    this.kept = null; // the day under the thumb when a lost connection came back
    this.onHistory = (event) => this.wentInHistory(event);
    window.addEventListener("popstate", this.onHistory, true);
  }

  close() {
    clearTimeout(this.waiting);
    window.removeEventListener("popstate", this.onHistory, true);
  }

  /* Before Streamlit hears of it, which would run the page without saying why. */
  wentInHistory(event) {
    const query = location.search.slice(1);
    if (!event.isTrusted || !this.place || query === inBrowser(this.place.address)) return; // a jump within the page
    event.stopImmediatePropagation();
    document.documentElement.dataset.bounds = new URLSearchParams(query).get("bounds") ?? "";
    this.gone = query;
    this.wait(0);
  }

  /**
   * @param {Place} place
   * @param {Partial<Place>} before
   */
  look(place, before) {
    this.place = place;
    if (place.held) this.kept = null;
    if (before.cut && !place.cut) {
      this.kept = place.day;
      // Another server begins with the address, and with the whole page only if it is asked for it in this way: it knows
      // neither the messages of a page that it has not made nor the part of it that a new date runs.
      if (this.gone === null) this.write(onDay(place.address, place.day));
      window.dispatchEvent(new PopStateEvent("popstate"));
    }
    this.wait(place.day === place.committed || this.kept ? SETTLED_MS : OVERDUE_MS);
  }

  wait(ms) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.settle(), ms);
  }

  settle() {
    const { day, committed, address, held, cut } = this.place;
    if (held || cut) return; // what ends that is seen
    const { gone, kept } = this;
    if (isBusy()) this.wait(SETTLED_MS);
    else if (gone !== null || kept !== null || day !== committed) {
      this.gone = this.kept = null;
      const query = gone ?? onDay(address, kept ?? day);
      if (gone === null) this.write(query);
      this.go(query);
    } else if (location.search.slice(1) !== inBrowser(address)) this.write(address);
  }

  write(query) {
    const here = new URL(location.href);
    here.search = inBrowser(query);
    history.replaceState(history.state, "", here);
  }
}

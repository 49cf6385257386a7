/* The panel and the table of borders on the Streamlit page: drawn in the browser, so that they follow the thumb and
 * nothing is sent for a new day.
 */

import { make } from "../dom.js";
import { fetchJson } from "../fetch.js";
import { Caption } from "../panel/caption.js";
import { Dossiers } from "../panel/dossier.js";
import { bordersSheet, panelSheet } from "../panel/rows_of_day.js";
import { speaker } from "../said.js";
import { follow, goToTabs } from "./streamlit.js";
import { Focus } from "./streamlit_focus.js";
import { LineWatch } from "./streamlit_line.js";
import { openPaper, signPaper } from "./streamlit_paper.js";
import { Agreement } from "./streamlit_place.js";

/**
 * @typedef {object} Link What holds a part of the page to the server.
 * @property {any} data what the server says of it, as it stands now
 * @property {(name: string, value: string) => void} send
 */

const SHEETS = { panel: panelSheet, borders: bordersSheet };
const LOOKS = { panel: "panel", borders: "tab" };
const documents = new Map(); // worldview -> promise of its Dossiers, one for every box of the page
const waiting = new Set(); // what is called when a document did not come and is asked for again

function dossiersOf(worldview, files) {
  if (!documents.has(worldview)) {
    const get = (role) => fetchJson(files[worldview][role], () => waiting.forEach((tell) => tell()));
    const wanted = Promise.all([get("dossiers"), get("timeline")]);
    const page = { leadsToClaims: true, leadsToPaper: true };
    const made = wanted.then(([dossiers, timeline]) => new Dossiers(dossiers, timeline, page));
    made.catch(() => documents.delete(worldview)); // a later try may go better
    documents.set(worldview, made);
  }
  return documents.get(worldview);
}

export class LivePanel {
  /**
   * The data of its link name the sheet (`part`) and give addresses by worldview and role (`files`).
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const { part, files, words, version } = link.data;
    this.box = box;
    this.link = link;
    this.part = part;
    this.files = files;
    this.wait = () => this.note(words.asked_again, "alert");
    if (part === "panel") {
      this.unsign = signPaper(words.signed, version);
      this.agreement = new Agreement((query) => this.link.send("address", query));
      this.line = new LineWatch(words);
      this.focus = new Focus();
      this.say = speaker(document, "state");
    }
    box.classList.add(LOOKS[part]);
    box.addEventListener("click", ({ target }) => this.take(/** @type {HTMLElement} */ (target).dataset));
    this.unfollow = follow(document, (place, before) => this.go(place, before));
  }

  close() {
    this.agreement?.close();
    this.line?.close();
    this.caption?.close();
    this.unsign?.();
    this.focus?.close();
    waiting.delete(this.wait);
    this.unfollow();
    if (this.sheet) this.sheet.close();
  }

  /** @param {DOMStringMap} asked */
  take({ choose, claims, paper }) {
    if (paper !== undefined) openPaper(this.place);
    if (choose) this.link.send("country", choose);
    if (claims) {
      this.link.send("claims", claims);
      goToTabs();
    }
  }

  go(place, before) {
    if (!place.day) return;
    this.place = place;
    if (this.agreement) this.agreement.look(place, before);
    if (before.day && place.country !== before.country) this.chosen = true;
    if (place.worldview !== before.worldview) this.load(place.worldview);
    else if (this.sheet) this.show(place.held);
  }

  /* A state that has just been chosen is told of, too. */
  show(soon = false) {
    const { country, day } = this.place;
    this.sheet.show(country, day, soon);
    this.caption?.show(country, day);
    if (this.chosen && this.say) this.say(country && this.sheet.sentence(country, day));
    this.chosen = false;
  }

  async load(worldview) {
    let dossiers;
    waiting.add(this.wait);
    if (!this.sheet) this.note(this.link.data.words.loading);
    try {
      dossiers = await dossiersOf(worldview, this.files);
    } catch (error) {
      console.error("Ottawa Atlas: the dossiers could not be fetched.", error);
      this.note(this.link.data.words.unreachable, "alert");
      return;
    } finally {
      waiting.delete(this.wait);
    }
    if (this.place.worldview !== worldview) return; // another was chosen meanwhile
    if (this.sheet) this.sheet.close();
    this.sheet = SHEETS[this.part](this.box, dossiers);
    if (this.part === "panel") {
      this.caption?.close();
      this.caption = new Caption(this.box, dossiers);
    }
    this.show();
  }

  /* In place of what is drawn, until that is there. */
  note(words, role = "status") {
    if (this.sheet) this.sheet.close();
    this.sheet = null;
    const note = make("p", "note", words);
    note.setAttribute("role", role);
    this.box.replaceChildren(note);
  }
}

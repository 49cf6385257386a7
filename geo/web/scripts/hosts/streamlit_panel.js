/* The panel and the tables of borders and states on the Streamlit page: drawn in the browser, so that they follow the thumb and
 * nothing is sent for a new day.
 */

import { make } from "../dom.js";
import { fetchJson } from "../fetch.js";
import { Caption } from "../panel/caption.js";
import { Dossiers } from "../panel/dossier.js";
import { bordersSheet, panelSheet } from "../panel/rows_of_day.js";
import { StatesTable } from "../panel/states.js";
import { speaker } from "../said.js";
import { speakAs } from "../speech.js";
import { follow, goToTabs, move, nameParts } from "./streamlit.js";
import { Focus } from "./streamlit_focus.js";
import { LineWatch } from "./streamlit_line.js";
import { openPaper, signPaper } from "./streamlit_paper.js";
import { Agreement } from "./streamlit_place.js";
import { namesAt } from "./streamlit_search.js";

/** @import { Place } from "./streamlit.js" */

/**
 * @typedef {object} Link What holds a part of the page to the server.
 * @property {any} data what the server says of it, as it stands now
 * @property {(name: string, value: string) => void} send says it once
 * @property {(name: string, value: string) => void} keep says it, and again with all that is kept where a line was lost
 */

const SHEETS = { panel: panelSheet, borders: bordersSheet, states: (box, dossiers, names) => new StatesTable(box, dossiers, names) };
const LOOKS = { panel: "panel", borders: "tab", states: "tab" };
const documents = new Map(); // addresses -> promise of the Dossiers made of them, one for every box of the page
const KEPT = 6; // the record in each worldview, and a few of what is supposed
const waiting = new Set(); // what is called when a document did not come and is asked for again

function dossiersOf(files) {
  const key = `${files.dossiers} ${files.timeline} ${files.lens}`;
  if (!documents.has(key)) {
    const get = (role) => fetchJson(files[role], () => waiting.forEach((tell) => tell()));
    const wanted = Promise.all([get("dossiers"), get("timeline"), files.lens ? get("lens") : null]);
    const page = { leadsToClaims: true, leadsToPaper: true };
    const made = wanted.then(([dossiers, timeline, lens]) => new Dossiers(dossiers, timeline, { ...page, lens }));
    made.catch(() => documents.delete(key)); // a later try may go better
    if (documents.size >= KEPT) documents.delete(documents.keys().next().value);
    documents.set(key, made);
  }
  return documents.get(key);
}

export class LivePanel {
  /**
   * The data of its link name the sheet (`part`) and give addresses by worldview and role (`files`).
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const { part, files } = link.data;
    this.box = box;
    this.link = link;
    this.part = part;
    this.files = files;
    this.wait = () => this.note(this.link.data.words.asked_again, "alert");
    if (part === "panel") {
      this.unsign = signPaper(() => this.link.data);
      this.agreement = new Agreement(link);
      this.line = new LineWatch(() => this.link.data.words);
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
    if (choose && move(document, { country: choose })) this.link.send("country", choose);
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
    const wanted = `${place.files} ${place.worldview}`; // not as before: then there may have been no day, and nothing was loaded
    if (wanted !== this.wanted) this.load(place);
    else if (this.sheet) this.show(place.held);
    this.wanted = wanted;
  }

  /* A state that has just been chosen is told of, too. */
  show(soon = false) {
    const { country, day } = this.place;
    this.sheet.show(country, day, soon);
    this.caption?.show(country, day);
    if (this.chosen && this.say) this.say(country && this.sheet.sentence(country, day));
    this.chosen = false;
  }

  /** @param {Place} place */
  async load({ worldview, files }) {
    let dossiers;
    const others = JSON.parse(files);
    waiting.add(this.wait);
    if (!this.sheet) this.note(this.link.data.words.loading);
    try {
      dossiers = await dossiersOf({ ...this.files[worldview], ...others });
    } catch (error) {
      console.error("Ottawa Atlas: the dossiers could not be fetched.", error);
      this.note(this.link.data.words.unreachable, "alert");
      return;
    } finally {
      waiting.delete(this.wait);
    }
    if (this.place.worldview !== worldview || this.place.files !== files) return; // another was chosen meanwhile
    speakAs(dossiers.timeline);
    if (this.sheet) this.sheet.close();
    this.sheet = SHEETS[this.part](this.box, dossiers, (wait) => namesAt(others.names ?? this.link.data.names, () => wait(this.link.data.words.names_asked_again)));
    if (this.part === "panel") {
      this.caption?.close();
      this.caption = new Caption(this.box, dossiers, (foot) => { document.documentElement.dataset.foot = String(foot); });
    }
    this.show();
    nameParts();
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

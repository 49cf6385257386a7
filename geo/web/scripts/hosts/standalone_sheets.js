/* The panel of the stand-alone page, its caption and its tables: set once what they need has come, and anew only when
 * something in them is different.
 */

import { make } from "../dom.js";
import { Later } from "../later.js";
import { Caption } from "../panel/caption.js";
import { Citations } from "../panel/citations.js";
import { Dossiers } from "../panel/dossier.js";
import { bordersSheet, panelSheet } from "../panel/rows_of_day.js";
import { StatesTable } from "../panel/states.js";

/** @import { StandaloneConfig, Timeline } from "../documents.d.ts" */
/** @import { Search } from "../search.js" */

/** @param {string} id */
const byId = (id) => document.getElementById(id);

export class Sheets {
  /**
   * @param {StandaloneConfig} config
   * @param {Timeline} timeline
   * @param {() => Promise<Search>} names fetched when they are first needed
   * @param {() => void} covers hears that the caption covers more or less of the window's foot
   */
  constructor(config, timeline, names, covers) {
    this.covers = covers;
    this.config = config;
    this.timeline = timeline;
    this.names = names;
    this.later = new Later(config.files[config.worldview], () => this.note(config.asked_again));
    this.sheets = [];
    byId("all-states")?.addEventListener("toggle", () => this.addStates());
    byId("all-sources")?.addEventListener("toggle", () => this.showSources(), { once: true });
  }

  /** The border line that is chosen; null for the flank. */
  lens() { return "lens" in this.later.addresses ? this.later.get("lens") : null; }

  /** Begins with a place; what was asked for sooner waits for this. */
  async start(place) {
    this.started = true;
    await this.show(place);
  }

  /** Goes to the day and the country of a place; `soon` while the thumb is still moving. */
  async show(place, soon = false) {
    this.place = place;
    if (!this.started) return;
    const { country } = place;
    try {
      const data = await this.later.get("dossiers", country);
      if (country !== this.place.country) return; // another was chosen meanwhile
      const lens = await this.lens();
      if (data !== this.dossiers?.data || lens !== this.dossiers.lens) this.set(new Dossiers(data, this.timeline, { lens }));
      const { date } = this.place;
      for (const sheet of this.sheets) sheet.show(country, date, soon);
      this.caption.show(country, date);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The sentence on a state on a day; empty until its dossier has come. */
  sentence(country, day) { return this.dossiers?.sentence(country, day) ?? ""; }

  /* The panel and, where all of the record is at hand, the tables. */
  set(dossiers) {
    for (const sheet of this.sheets) sheet.close();
    this.caption?.close();
    this.caption = new Caption(byId("panel"), dossiers, this.covers);
    this.dossiers = dossiers;
    this.sheets = [panelSheet(byId("panel"), dossiers)];
    if (!byId("borders")) return; // a frame has no tables
    this.sheets.push(bordersSheet(byId("borders"), dossiers));
    byId("states").replaceChildren();
    this.addStates();
  }

  /* The table of all states, once a reader wants to see it. */
  addStates() {
    const { open } = /** @type {HTMLDetailsElement} */ (byId("all-states"));
    if (!open || !this.dossiers || byId("states").hasChildNodes()) return;
    const table = new StatesTable(byId("states"), this.dossiers, this.names);
    this.sheets.push(table);
    table.show(this.place.country, this.place.date);
  }

  async showSources() {
    const citations = new Citations(await this.later.get("dossiers"));
    byId("all-sources").append(citations.list(citations.data.sources.map((_, place) => place)));
  }

  fail(error) {
    console.error("Ottawa Atlas: the dossiers could not be read.", error);
    this.note(this.config.unreachable);
  }

  /** @param {string} words in place of the panel */
  note(words) {
    const note = make("p", "note", words);
    note.setAttribute("role", "alert");
    byId("panel").replaceChildren(note);
    this.dossiers = null; // what comes later is set anew
  }
}

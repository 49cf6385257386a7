/* The flank in tables, from the documents the dossiers are drawn of: its states on a day, its borders on a day. */

import { current, toNumber } from "../days.js";
import { make } from "../dom.js";
import { counted } from "../speech.js";
import { ended, fill } from "../words.js";
import { figures, meaning } from "./borders.js";
import { button, rowHeading, section, table, term, titled, whole } from "./elements.js";

/** @import { DossierBorder } from "../documents.d.ts" */
/** @import { Dossiers } from "./dossier.js" */

export class Flank {
  /** @param {Dossiers} dossiers */
  constructor(dossiers) {
    this.dossiers = dossiers;
    this.data = dossiers.data;
    this.words = dossiers.data.words.flank;
    this.timeline = dossiers.timeline;
  }

  borders() { return this.data.borders.filter((border) => border.flank); }

  overview(day, paper) {
    const rows = this.data.listed.map(({ id, flank, flank_km }) =>
      make("tr", flank ? "" : "facing", rowHeading(button(this.dossiers.name(id), { choose: id })),
        make("td", "", this.dossiers.chip(id, day)), make("td", "num", flank_km ? whole(flank_km) : "")));
    const { words } = this;
    const note = day > this.timeline.verified_to && make("p", "note", this.later(day));
    return [section(paper, titled("h2", words.overview, day), term(this.data.words, "flank"), table("overview", [[words.state], [words.status], [words.border_km, "num"]], rows),
      make("p", "note", `${this.data.leading_words} `, make("span", "on-screen", words.choose)), note)];
  }

  /* What to know of a day later than the record: against which page it was held, and how long before. */
  later(day) {
    const { held } = this.timeline;
    const days = toNumber(day) - toNumber(held.against);
    return `${ended(held.words)} ${counted(days > held.fresh_days ? held.missing : held.beyond, days)}`;
  }

  table(day) {
    const { words } = this;
    const borders = this.borders();
    const computed = borders.reduce((sum, border) => sum + border.computed, 0);
    const moment = current(this.timeline.moments, day);
    const heading = rowHeading(words.total, " ", make("span", "part", fill(words.total_covered, { km: moment.covered_words || whole(moment.covered_km) })));
    heading.colSpan = 2; // the sentence is longer than a column of a phone
    const total = make("tr", "total", heading,
      make("td", "num", whole(moment.flank_km)), make("td"), make("td", "num", whole(computed)));
    const headings = [[words.border], [words.flank_state], [words.leading_km, "num"], [words.range, "num"], [words.computed_km, "num"]];
    return [titled("h3", words.borders, day), table("flank-borders", headings, [...borders.map((border) => this.rows(border, day)).flat(), total]),
      make("p", "note", `${this.data.leading_words} ${words.rounding} ${words.covered_means}`)];
  }

  /**
   * @param {DossierBorder} border
   * @param {string} day
   */
  rows(border, day) {
    const covered = this.dossiers.coverOf(border.states[0], day);
    const name = border.states.map((id) => this.dossiers.name(id)).join("–") + (border.part ? ` (${border.part})` : "");
    return [make("tr", "", rowHeading(name), make("td", "", covered), figures(border)), make("tr", "cite-row", meaning(this.dossiers, border))];
  }
}

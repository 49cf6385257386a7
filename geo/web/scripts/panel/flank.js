/* The flank in tables, from the documents the dossiers are drawn of: its states on a day, its borders on a day. */

import { current, inShort, toNumber } from "../days.js";
import { make } from "../dom.js";
import { button, rowHeading, section, table, whole } from "./elements.js";

/** @import { DossierBorder } from "../documents.d.ts" */
/** @import { Dossiers } from "./dossier.js" */

export class Flank {
  /** @param {Dossiers} dossiers */
  constructor(dossiers) {
    this.dossiers = dossiers;
    this.data = dossiers.data;
    this.timeline = dossiers.timeline;
  }

  /* A day in a heading: it is written anew for each day, also where no row changes. */
  day(day) {
    const node = make("span", "", inShort(day));
    node.dataset.day = "short";
    return node;
  }

  borders() { return this.data.borders.filter((border) => border.flank); }

  overview(day) {
    const rows = this.data.listed.map(({ id, flank, flank_km }) =>
      make("tr", flank ? "" : "facing", rowHeading(button(this.dossiers.name(id), { choose: id })),
        make("td", "", this.dossiers.chip(id, day)), make("td", "num", flank_km ? whole(flank_km) : "")));
    const title = make("h2", "", "The flank on ", this.day(day));
    const note = day > this.timeline.verified_to && make("p", "note", this.later(day));
    return [section(title, table("overview", [["State"], ["Legal status"], ["Border with Russia and Belarus, km", "num"]], rows),
      make("p", "note", `${this.data.leading_words} Choose a country from the list or click the map for its dossier.`), note)];
  }

  /* What to know of a day later than the record: against which page it was held, and how long before. */
  later(day) {
    const { held } = this.timeline;
    const days = toNumber(day) - toNumber(held.against);
    return `${held.words}. ${(days > held.fresh_days ? held.missing : held.beyond).replace("{days}", String(days))}`;
  }

  table(day) {
    const borders = this.borders();
    const computed = borders.reduce((sum, border) => sum + border.computed, 0);
    const moment = current(this.timeline.moments, day);
    const total = make("tr", "total", rowHeading("Total"), make("td", "", `${moment.covered_words || whole(moment.covered_km)} km covered`),
      make("td", "num", whole(moment.flank_km)), make("td"), make("td", "num", whole(computed)));
    const headings = [["Border"], ["Flank state"], ["Leading figure, km", "num"], ["Range of sources", "num"], ["Computed, km", "num"]];
    const title = make("h3", "", "The flank border on ", this.day(day));
    return [title, table("flank-borders", headings, [...borders.map((border) => this.rows(border, day)).flat(), total]),
      make("p", "note", `${this.data.leading_words} Rows are rounded to whole kilometres; totals are summed before rounding. “Covered” means that the flank state is bound by the Convention on that day.`)];
  }

  /**
   * @param {DossierBorder} border
   * @param {string} day
   */
  rows(border, day) {
    const covered = this.dossiers.coverOf(border.states[0], day);
    const name = border.states.map((id) => this.dossiers.name(id)).join("–") + (border.part ? ` (${border.part})` : "");
    return [make("tr", "", rowHeading(name), make("td", "", covered), this.dossiers.figures(border)), make("tr", "cite-row", this.dossiers.meaning(border))];
  }
}

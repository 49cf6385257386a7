/* A border line that the reader has chosen, in tables: what lies between whom, and each of its borders, on a day. */

import { current } from "../days.js";
import { make } from "../dom.js";
import { fill } from "../words.js";
import { rowHeading, section, table, titled, whole } from "./elements.js";

/** @import { LensFile } from "../documents.d.ts" */

export class Line {
  /** @param {LensFile} lens */
  constructor(lens) {
    this.lens = lens;
    this.words = lens.words;
  }

  /**
   * @param {string} day
   * @param {HTMLElement | null | undefined | false} paper what leads to the day on paper
   */
  overview(day, paper) {
    const { lens, words } = this;
    const moment = current(lens.moments, day);
    const row = (name, className, [, length, leading, computed]) =>
      make("tr", className, rowHeading(name), [length, leading, computed].map((km) => make("td", "num", whole(km))));
    const rows = lens.legend.filter(({ sides }) => sides in moment.sums).map(({ sides, words: said }) => row(said, "", moment.sums[sides]));
    const headings = [[words.bound], [words.length_km, "num"], [words.of_leading_km, "num"], [words.computed_km, "num"]];
    const states = moment.one.map(([id, km]) => fill(words.one_side, { state: lens.states[id], km: whole(km) })).join(", ");
    return [section(paper, make("h2", "", lens.title), titled("h3", words.sums, day), table("line-sums", headings, [...rows, row(words.total, "total", moment.total)]),
      states && make("p", "", fill(words.one, { states })), lens.note && make("p", "note", lens.note), make("p", "note", lens.meaning))];
  }

  table(day) {
    const { lens, words } = this;
    const rows = lens.borders.map(({ properties: { title, leading_km, computed_km, spans } }) => {
      const { sides, words: said } = current(spans, day);
      return sides === "outside" ? null
        : make("tr", "", rowHeading(title), make("td", "", said), make("td", "num", whole(leading_km)), make("td", "num", whole(computed_km)));
    });
    const [, length, , computed] = current(lens.moments, day).total;
    const total = make("tr", "total", rowHeading(words.total), make("td", "", fill(words.in_sum, { km: whole(length) })), make("td"), make("td", "num", whole(computed)));
    const headings = [[words.border], [words.bound], [words.leading_km, "num"], [words.computed_km, "num"]];
    return [titled("h3", words.borders, day), table("line-borders", headings, [...rows.filter(Boolean), total]), make("p", "note", lens.meaning)];
  }
}

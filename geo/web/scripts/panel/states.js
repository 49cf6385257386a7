/* All states on a day, in a table to sort and to look through. Its rows stay: of a new day only those are written anew of
 * which something else is to be said. A name looked for is found as in the field above the panel.
 */

import { current, lookOf } from "../days.js";
import { make } from "../dom.js";
import { byName } from "../speech.js";
import { fill } from "../words.js";
import { button, chip, rowHeading, titled } from "./elements.js";
import { RowsOfDay } from "./rows_of_day.js";

/** @import { Saying, Span } from "../documents.d.ts" */
/** @import { Search } from "../search.js" */
/** @import { Dossiers } from "./dossier.js" */

/**
 * @typedef {object} Line A state's row and what it shows.
 * @property {string} id
 * @property {HTMLTableRowElement} row
 * @property {Span} [span]
 * @property {Saying} [change]
 */

export class StatesTable extends RowsOfDay {
  /**
   * @param {HTMLElement} box
   * @param {Dossiers} dossiers
   * @param {(wait: (words: string) => void) => Promise<Search>} names fetched when they are first needed; told where that takes a while
   */
  constructor(box, dossiers, names) {
    super(box, { key: (country, day) => `${country} ${dossiers.momentKey(day)}`, rows: () => [] });
    this.dossiers = dossiers;
    this.names = names;
    this.words = dossiers.data.words.states;
    this.by = "state";
    this.down = false;
    /** @type {Line[]} */
    this.lines = Object.keys(dossiers.timeline.states).map((id) => {
      const heading = rowHeading(button(dossiers.name(id), { choose: id }), " ", make("small", "", id));
      return { id, row: make("tr", "", heading, make("td"), make("td")) };
    });
    this.lines.sort((a, b) => this.compared(a, b));
    this.body = make("tbody", "", this.lines.map(({ row }) => row));
    this.status = make("p", "note");
    this.status.setAttribute("role", "status");
    this.input = make("input");
    this.input.type = "search";
    this.input.addEventListener("input", () => this.seek());
  }

  /* What stays on every day. */
  frame(day) {
    const { find, title, state, status, change } = this.words;
    const head = make("tr", "", Object.entries({ state, status, change }).map(([by, words]) => this.heading(by, words)));
    /** @type {HTMLElement[]} */
    this.heads = [...head.cells];
    const table = make("table", "all-states", make("thead", "", head), this.body);
    this.box.replaceChildren(titled("h3", title, day), make("label", "find", find, this.input), this.status, table);
    this.tell(this.lines.length);
  }

  heading(by, words) {
    const cell = make("th", "", button(words, {}));
    cell.scope = "col";
    cell.dataset.by = by;
    cell.firstChild.addEventListener("click", () => {
      this.down = this.by === by && !this.down;
      this.by = by;
      this.sort();
    });
    return cell;
  }

  set(country, day) {
    if (!this.heads) this.frame(day);
    const { data: { states }, timeline } = this.dossiers;
    for (const line of this.lines) {
      const { id, row } = line;
      const span = current(timeline.states[id].spans, day);
      const change = states[id].changes.findLast(({ from }) => from <= day);
      if (span !== line.span) row.cells[1].replaceChildren(chip(lookOf(span), span.words));
      if (!line.span || change !== line.change) row.cells[2].textContent = change ? change.says : this.dossiers.words.no_last_change;
      row.classList.toggle("now", id === country);
      row.ariaCurrent = id === country ? "true" : null;
      Object.assign(line, { span, change });
    }
    this.sort();
  }

  /**
   * The order of two rows; what is alike in it goes by name.
   * @param {Line} a
   * @param {Line} b
   */
  compared(a, b) {
    const { statuses } = this.dossiers.data;
    const rank = { state: () => 0, status: ({ span }) => statuses.indexOf(span.status), change: ({ change }) => (change ? Date.parse(change.from) : 0) }[this.by];
    return (this.down ? -1 : 1) * (rank(a) - rank(b) || byName(this.dossiers.name(a.id), this.dossiers.name(b.id)));
  }

  /* Rows are moved only where they come to stand elsewhere: one that is moved loses the focus. */
  sort() {
    for (const head of this.heads) head.ariaSort = head.dataset.by !== this.by ? null : this.down ? "descending" : "ascending";
    const before = this.lines;
    this.lines = before.toSorted((a, b) => this.compared(a, b));
    if (this.lines.some((line, at) => line !== before[at])) this.body.append(...this.lines.map(({ row }) => row));
  }

  async seek() {
    const text = this.input.value;
    const hits = (await this.names((words) => { this.status.textContent = words; })).like(text);
    if (text !== this.input.value) return; // more has been typed meanwhile
    const found = new Set(hits.map(({ row }) => row.state));
    for (const { id, row } of this.lines) row.hidden = !found.has(id);
    this.tell(this.lines.filter(({ row }) => !row.hidden).length, hits.length === 1 ? hits[0].row.says : "");
  }

  tell(count, says = "") { this.status.textContent = `${fill(this.words.shown, { count, total: this.lines.length })}${says && `. ${says}`}`; }
}

/* A field in which a country is looked for by any of its names: an editable combobox with a list, by the pattern of the
 * ARIA Authoring Practices. The focus never leaves the field; all words come with the page.
 */

import { make } from "./dom.js";
import { counted } from "./speech.js";

/** @import { NamedRow } from "./documents.d.ts" */
/** @import { Hit, Search } from "./search.js" */

/**
 * @typedef {object} Chooser What a choice leads to.
 * @property {() => Promise<Search>} names fetched when they are first needed
 * @property {(state: string, area: string) => void} choose a state, or none, and what to bring into sight on the map
 */

export class Combobox {
  /**
   * @param {HTMLElement} box
   * @param {Chooser} chooser
   */
  constructor(box, chooser) {
    this.chooser = chooser;
    this.input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    this.list = /** @type {HTMLElement} */ (box.querySelector("[role=listbox]"));
    this.clear = /** @type {HTMLButtonElement} */ (box.querySelector("button"));
    this.said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
    /** @type {Hit[]} */
    this.hits = [];
    this.active = -1;
    this.state = "";
    this.shown = ""; // the state that the page around had last
    /** @type {NamedRow | null} */
    this.row = null; // what was chosen here
    this.typing = false; // whether the reader is about to look for another
    const { input, list, clear } = this;
    input.addEventListener("input", () => { this.typing = true; this.open(true); });
    input.addEventListener("click", () => this.open(false));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("keydown", (event) => this.keyed(event));
    input.addEventListener("blur", () => this.leave());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
    list.addEventListener("click", ({ target }) => this.take(Number(/** @type {HTMLElement} */ (target).closest("li")?.dataset.place ?? -1)));
    clear.addEventListener("click", () => { this.put(null); this.chooser.choose("", ""); input.focus(); });
    input.disabled = false;
  }

  get isOpen() { return !this.list.hidden; }

  /**
   * Shows which state is chosen, by whichever road.
   * @param {string} state
   */
  async show(state) {
    if (state === this.shown) return; // what was chosen here takes a while to be everybody's
    this.shown = state;
    if (state === this.state) return;
    this.state = state;
    if (this.row && this.row.state === state) return;
    this.row = null;
    const search = state ? await this.chooser.names() : null;
    if (this.state !== state || this.row) return;
    const row = search ? search.named(state) ?? null : null;
    if (this.typing) this.row = row; // not over what is typed meanwhile
    else this.put(row);
  }

  /* Names come in another language from now on: what is chosen is named anew. */
  forget() {
    this.shown = this.state = "";
    this.row = null;
  }

  /** @param {string} words */
  tell(words) { this.said.textContent = words; }

  /** @param {NamedRow | null} row */
  put(row) {
    this.row = row;
    this.typing = false;
    this.input.value = row ? row.name : "";
    this.tell(row ? row.says : "");
    this.clear.hidden = !row;
  }

  /* The list for what is typed; the whole one where the name of the chosen country stands there untouched. */
  async open(typed) {
    const search = await this.chooser.names();
    if (document.activeElement !== this.input) return; // gone meanwhile
    const text = this.row && this.input.value === this.row.name && !typed ? "" : this.input.value;
    const found = search.like(text);
    this.hits = found.length ? found : search.near(text).map((row) => ({ row, via: "", rank: 0 }));
    this.list.replaceChildren(...this.hits.map((hit, place) => this.option(hit, place)));
    this.list.hidden = this.hits.length === 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.light(text && this.hits.length ? 0 : -1);
    if (typed) this.tell(found.length ? counted(search.words.found, found.length) : search.notOne(text, ({ name }) => name));
  }

  /**
   * @param {Hit} hit
   * @param {number} place
   */
  option({ row, via }, place) {
    const node = make("li", row.says ? "no-status" : "", row.name);
    if (via) node.append(make("small", "", via));
    node.id = `${this.list.id}-${place}`;
    node.dataset.place = String(place);
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", "false");
    return node;
  }

  /** @param {number} place */
  light(place) {
    const { input, list } = this;
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    this.active = place;
    const node = list.children[place];
    if (!node) input.removeAttribute("aria-activedescendant");
    else {
      node.setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", node.id);
      node.scrollIntoView({ block: "nearest" });
    }
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.light(-1);
  }

  /** @param {number} place */
  take(place) {
    const hit = this.hits[place];
    if (!hit) return;
    this.close();
    this.put(hit.row);
    this.state = hit.row.state;
    this.chooser.choose(hit.row.state, hit.row.area);
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    const { key } = event;
    const last = this.hits.length - 1;
    const steps = { ArrowDown: this.active < last ? this.active + 1 : 0, ArrowUp: this.active > 0 ? this.active - 1 : last };
    if (key in steps && !event.altKey) {
      event.preventDefault();
      if (this.isOpen) this.light(steps[key]);
      else this.open(false);
    } else if (key === "Enter" && this.isOpen) {
      event.preventDefault();
      this.take(this.active);
    } else if (key === "Escape" && this.isOpen) {
      event.preventDefault();
      event.stopPropagation(); // it closes this, and nothing around it
      this.close();
    }
  }

  /* What is left unfinished is no choice: the field says again what is chosen. */
  leave() {
    this.close();
    this.put(this.row);
  }
}

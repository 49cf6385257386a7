/* Sources as they are cited, from their table in the document of the dossiers; rows have places in it. */

import { make, own } from "../dom.js";
import { fill } from "../words.js";

/** @import { DossiersDocument, DossierSource } from "../documents.d.ts" */

/* Words as a link to a source, where it has an address. */
function anchor({ url, title }, words) {
  if (!url) return make("span", "", words);
  const node = make("a", "", words);
  node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.title = title;
  return node;
}

export class Citations {
  /** @param {DossiersDocument} data */
  constructor(data) {
    this.data = data;
    this.words = data.words.dossier;
  }

  /** @param {DossierSource} source */
  tier({ tier }) { return make("span", `tier tier-${tier}`, this.data.tiers[tier]); }

  /** @param {number[]} places */
  cite(places) {
    return places.map((place, at) => {
      const source = this.data.sources[place];
      return [at ? "; " : "", make("span", "cite", own(anchor(source, source.publisher)), ", ", make("span", "", source.when), " ", this.tier(source))];
    }).flat();
  }

  /**
   * The first few, and how many more there are.
   * @param {number[]} places
   */
  some(places) {
    const shown = this.data.inline_sources, more = places.length - shown;
    return [...this.cite(places.slice(0, shown)), more > 0 && make("span", "cite", " ", fill(this.words.more_sources, { count: more }))];
  }

  /**
   * Without a mark of a page, for what is copied.
   * @param {number[]} places
   */
  plain(places) { return places.map((place) => this.data.sources[place]).map(({ publisher, title, when, url }) => [publisher, title, when, url].filter(Boolean).join(", ")).join("; "); }

  /** @param {number[]} places */
  list(places) {
    const rows = places.map((place) => {
      const source = this.data.sources[place], read = this.data.reads[source.read];
      return make("li", "", own(source.publisher), ": ", own(anchor(source, source.title)), ", ", make("span", "", source.when), " ", this.tier(source),
        read && make("span", "cite", ", ", make("span", "", read), this.copyOf(source)));
    });
    return make("ol", "sources", rows);
  }

  /**
   * Where a fixed copy of a source is kept.
   * @param {DossierSource} source
   */
  copyOf({ archived, title }) { return archived && [", ", anchor({ url: archived, title }, this.words.fixed_copy)]; }
}

/* Dossiers in the browser, from the document of geo/web/documents/dossiers.py. It picks the rows of a day and sets them; sentences
 * and figures come from the document and are written with textContent.
 */

import { boundIn, current, inWords, lookOf } from "../days.js";
import { make } from "../dom.js";
import { anchor, button, chip, copyOf, folded, range, rowHeading, section, table, whole } from "./elements.js";

/**
 * @import { DossierBorder, DossierClaim, DossierEvent, DossierFact, DossiersDocument, DossierSource, Timeline, Topic } from "../documents.d.ts"
 */

export class Dossiers {
  /**
   * @param {DossiersDocument} data
   * @param {Timeline} timeline
   * @param {{ leadsToClaims?: boolean }} page whether it has a place where the claims stand in full
   */
  constructor(data, timeline, { leadsToClaims = false } = {}) {
    this.data = data;
    this.timeline = timeline;
    this.leadsToClaims = leadsToClaims;
  }

  name(iso) { return (this.timeline.states[iso] || { name: iso }).name; }

  span(iso, day) { return current(this.timeline.states[iso].spans, day); }

  /* How a border of a flank state is covered on a day, beside a swatch. */
  coverOf(iso, day) {
    const span = this.span(iso, day), bound = boundIn(span);
    return bound === null ? chip(lookOf(span), "not known") : chip(bound ? "party" : "withdrawn", bound ? "covered" : "not covered");
  }

  /** @param {DossierSource} source */
  tier({ tier }) { return make("span", `tier tier-${tier}`, this.data.tiers[tier]); }

  /** @param {number[]} places */
  cite(places) {
    return places.map((place, at) => {
      const source = this.data.sources[place];
      return [at ? "; " : "", make("span", "cite", anchor(source, source.publisher), `, ${source.when} `, this.tier(source))];
    }).flat();
  }

  /** @param {number[]} places */
  citeSome(places) {
    const shown = this.data.inline_sources, more = places.length - shown;
    return [...this.cite(places.slice(0, shown)), more > 0 && make("span", "cite", ` and ${more} more in the list below`)];
  }

  /* The first few rows, and the rest folded away. */
  some(rows, set, words) {
    const shown = this.data.recent;
    if (rows.length <= shown) return [set(rows)];
    return [set(rows.slice(0, shown)), this.rest(words, `${rows.length - shown} ${words}`, set(rows.slice(shown)))];
  }

  /** @param {number[]} places */
  sourceList(places) {
    const rows = places.map((place) => {
      const source = this.data.sources[place];
      const read = this.data.reads[source.read];
      return make("li", "", `${source.publisher}: `, anchor(source, source.title), `, ${source.when} `, this.tier(source),
        read && make("span", "cite", `, ${read}`, copyOf(source)));
    });
    return make("ol", "sources", rows);
  }

  chip(iso, day) {
    const span = this.span(iso, day);
    return chip(lookOf(span), span.words);
  }

  /* The quotable sentence about a state on a day. */
  sentence(iso, day) {
    const opening = current(this.data.openings, day);
    return opening.says + inWords(day) + current(this.data.states[iso].sentences, day).says;
  }

  /* The moment a day belongs to: between two moments no status and no length changes. */
  momentKey(day) { return current(this.timeline.moments, day).from; }

  /* Everything of a dossier that can differ between two days, in a few characters. */
  key(iso, day) {
    const moment = this.momentKey(day);
    if (!iso) return moment;
    const known = this.data.facts.filter((fact) => fact.state === iso && fact.from <= day).length;
    const ends = this.data.events.filter((event) => event.states.includes(iso)).flatMap(({ from, to }) => [from, to]);
    return [iso, moment, known, ends.filter((end) => end <= day).length, this.topicsOf(iso, day).length].join(" ");
  }

  of(iso, day) {
    const facts = this.data.facts.filter((fact) => fact.state === iso);
    const known = facts.filter((fact) => fact.from <= day);
    return [
      this.head(iso, day), this.borders(iso, day), this.programmes(known), this.positions(known, facts.length - known.length),
      this.events(iso, day), this.topics(iso, day), this.claims(iso), this.sources(iso, day, known),
    ];
  }

  head(iso, day) {
    const ground = current(this.data.states[iso].grounds, day);
    const said = make("span", "", this.sentence(iso, day));
    said.dataset.said = iso;
    return section(
      make("h2", "", this.name(iso)), make("p", "status", this.chip(iso, day)), make("p", "ground", ground.says),
      make("p", "cites", this.citeSome(ground.sources)), make("p", "quote", make("span", "label", "To quote"), said), this.changes(iso, day),
    );
  }

  changes(iso, day) {
    const { changes, declared } = this.data.states[iso];
    const past = changes.filter((change) => change.from <= day);
    const next = changes.find((change) => change.from > day);
    const pair = (words, text) => make("div", "", make("dt", "", words), make("dd", "", text));
    return make("dl", "changes",
      pair("Last change in law", past.length ? past[past.length - 1].says : "none"), pair("Next change in law", next ? next.says : "none on record"),
      declared && pair(declared.from <= day ? "Declared practice" : "Next declared practice", declared.says));
  }

  borders(iso, day) {
    const lines = this.data.borders.filter((border) => border.states.includes(iso)).map((border) => ({ border, other: border.states.find((id) => id !== iso) }));
    if (!lines.length) return null;
    lines.sort((a, b) => Number(b.border.flank) - Number(a.border.flank) || this.name(a.other).localeCompare(this.name(b.other), "en"));
    const flank = lines.filter(({ border }) => border.flank).length;
    const shown = flank || this.data.recent, more = lines.length - shown;
    return section(make("h3", "", "Borders"), this.neighbours(lines.slice(0, shown), day),
      more > 0 && this.rest("borders", `${more} other ${more === 1 ? "border" : "borders"}`, this.neighbours(lines.slice(shown), day)),
      make("p", "note", this.data.computed_words));
  }

  neighbours(lines, day) {
    const headings = [["Neighbour"], ["Leading figure, km", "num"], ["Range", "num"], ["Computed", "num"], ["Neighbour’s status"]];
    return table("borders", headings, lines.map(({ border, other }) => this.borderRows(border, other, day)).flat());
  }

  /**
   * @param {DossierBorder} border
   * @param {string} other
   * @param {string} day
   */
  borderRows(border, other, day) {
    const cite = this.meaning(border);
    const row = make("tr", "", rowHeading(this.name(other), border.part && make("span", "part", border.part)),
      this.figures(border), make("td", "", this.standing(other, day)));
    return border.sources.length ? [row, make("tr", "cite-row", cite)] : [row];
  }

  /** @param {DossierBorder} border */
  figures({ leading = null, low = null, high = null, computed }) {
    return [whole(leading), range(low, high), whole(computed)].map((figure) => make("td", "num", figure));
  }

  /**
   * Below its figures: what the leading one counts, and who says so.
   * @param {DossierBorder} border
   */
  meaning(border) {
    const says = this.data.meanings[border.meaning];
    const cell = make("td", "", says && [make("span", "meaning", says), " "], this.cite(border.sources));
    cell.colSpan = 5;
    return cell;
  }

  standing(iso, day) {
    if (!this.timeline.states[iso]) return "not in the list";
    const span = this.span(iso, day), bound = boundIn(span);
    const practice = span.practice === "none" ? "" : "; declares suspension";
    return (bound === null ? "bound or not, not known" : bound ? "bound" : "not bound") + practice;
  }

  /** @param {DossierFact} fact */
  fact(fact, withStage = true) {
    return make("li", "", withStage && [this.stage(fact), " "], `${fact.says} `, make("span", "as-of", `${fact.when}. `),
      fact.weak && [make("span", "weak-mark", fact.weak), " "], this.cite(fact.sources));
  }

  /** @param {DossierFact} fact */
  stage(fact) { return make("span", `stage stage-${fact.stage}`, this.data.stages[fact.stage]); }

  /** @param {DossierFact[]} facts */
  facts(facts, withStage = true) { return make("ul", "facts", facts.map((fact) => this.fact(fact, withStage))); }

  /** @param {DossierFact[]} known */
  programmes(known) {
    const names = [...new Set(known.map((fact) => fact.programme).filter(Boolean))];
    if (!names.length) return null;
    const folds = names.map((name, at) => {
      const fold = this.programme(name, known.filter((fact) => fact.programme === name));
      fold.open = at === 0;
      return fold;
    });
    return section(make("h3", "", "Programmes"),
      make("p", "note", "What sources say as of the chosen day, the furthest stage first. Not a map of minefields."), folds);
  }

  /**
   * The newest fact of every stage and the newest others, by stage, the furthest first; the rest is folded.
   * @param {string} name
   * @param {DossierFact[]} facts
   */
  programme(name, facts) {
    const newest = [...facts].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
    const leading = newest.filter((fact, at) => newest.findIndex((other) => other.stage === fact.stage) === at);
    const told = [...leading, ...newest.filter((fact) => !leading.includes(fact))].slice(0, this.data.recent);
    const rest = newest.filter((fact) => !told.includes(fact));
    const groups = [...new Set(facts.map((fact) => fact.stage))].map((stage) => newest.filter((fact) => fact.stage === stage && told.includes(fact)));
    return folded(`programme ${name}`, name, facts.length, groups.filter((group) => group.length).map((group) => this.stageGroup(group)),
      rest.length > 0 && this.rest(`programme ${name}`, `${rest.length} more ${rest.length === 1 ? "fact" : "facts"}`, this.facts(rest)));
  }

  /** @param {DossierFact[]} facts */
  stageGroup(facts) {
    return make("div", "stage-group", make("p", "stage-name", this.stage(facts[0])), this.facts(facts, false));
  }

  rest(key, words, ...children) {
    const fold = make("details", "rest", make("summary", "", words), ...children);
    fold.dataset.key = `rest ${key}`;
    return fold;
  }

  /**
   * @param {DossierFact[]} known
   * @param {number} later
   */
  positions(known, later) {
    const facts = known.filter((fact) => !fact.programme);
    const note = later > 0 && make("p", "note", `${later} later ${later === 1 ? "fact is" : "facts are"} on record for days after the chosen one.`);
    if (!facts.length && !note) return null;
    const list = facts.length > 0 && folded("positions", "Positions and records", facts.length, this.some(facts, (some) => this.facts(some), "earlier"));
    return section(list, note);
  }

  topicsOf(iso, day) { return this.data.topics.filter(({ known }) => known[iso] && known[iso] <= day); }

  topics(iso, day) {
    const topics = this.topicsOf(iso, day);
    if (!topics.length) return null;
    const set = (some) => make("div", "", some.map((topic) => this.topic(topic)));
    const fold = folded("topics", "Where sources disagree", topics.length, this.some(topics, set, "more"));
    fold.open = true;
    return section(fold);
  }

  /** @param {Topic} topic */
  topic({ question, reason, led, versions }) {
    const rows = versions.map((version) => make("li", version.leads ? "leads" : "", version.says, " ",
      version.leads && [make("span", "leads-mark", "leads"), " "], this.cite(version.sources)));
    return make("div", "topic", make("p", "question", question), make("ul", "", rows),
      make("p", "note", `${led ? "Why it leads" : "None leads"}: ${reason}`));
  }

  eventsOf(iso) { return this.data.events.filter((event) => event.states.includes(iso)).reverse(); }

  /* Newest first; what lies after the day, and what lies far back, is folded where it is long. */
  events(iso, day) {
    const events = this.eventsOf(iso);
    if (!events.length) return null;
    const set = (some) => make("ol", "timeline", some.map((event) => this.event(event, day)));
    const future = events.filter((event) => event.from > day), past = events.filter((event) => event.from <= day);
    const after = this.some([...future].reverse(), (some) => set([...some].reverse()), "more after this day").reverse();
    return section(make("h3", "", "Acts and events"), future.length > 0 && after, past.length > 0 && this.some(past, set, "earlier"));
  }

  /**
   * @param {DossierEvent} event
   * @param {string} day
   */
  event(event, day) {
    const future = event.from > day;
    const mark = future ? "after this day" : event.to > day && "day not known";
    const text = make("span", "", make("strong", "", event.title), mark && [" ", make("span", "future-mark", mark)],
      event.detail && [make("br"), event.detail], make("br"), this.cite(event.sources));
    return make("li", `${future ? "future" : "past"}${event.legal ? " legal" : ""}`, make("span", "date", event.when), text);
  }

  claimsOf(iso) { return this.data.claims.filter((claim) => claim.states.includes(iso)); }

  claims(iso) {
    const claims = this.claimsOf(iso);
    if (!claims.length) return null;
    const rows = claims.map((claim) => make("li", "", this.verdict(claim.verdict), ` ${claim.says} `,
      make("span", "as-of", `${claim.article}${claim.when ? `, ${claim.when}` : ""}; ${claim.id}`)));
    const more = this.leadsToClaims && button("Read these claims in full", { claims: iso });
    return section(folded("claims", "What the articles claim", claims.length, make("ul", "facts", rows), more));
  }

  verdict(word) {
    const mark = make("span", "", { confirmed: "✓", partly: "◐", contradicted: "✗" }[word] || "?");
    mark.setAttribute("aria-hidden", "true");
    return make("span", `verdict verdict-${word}`, mark, ` ${word[0].toUpperCase()}${word.slice(1).replace("_", " ")}`);
  }

  sources(iso, day, known) {
    const rows = [
      current(this.data.states[iso].grounds, day), ...this.eventsOf(iso),
      ...this.data.borders.filter((border) => border.states.includes(iso)), ...known,
      ...this.topicsOf(iso, day).flatMap((topic) => topic.versions), ...this.claimsOf(iso),
    ];
    const places = [...new Set(rows.flatMap((row) => row.sources))];
    return section(folded("sources", "Sources", places.length, this.sourceList(places)));
  }
}

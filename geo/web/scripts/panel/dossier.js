/* Dossiers in the browser, from the document of geo/web/documents/dossiers.py. It picks the rows of a day and sets them; all
 * words and figures come from the document and are written with textContent.
 */

import { boundIn, current, lookOf } from "../days.js";
import { asSaid, make } from "../dom.js";
import { counted, inWords } from "../speech.js";
import { ended, fill } from "../words.js";
import { bordersOf, linesOf } from "./borders.js";
import { Citations } from "./citations.js";
import { button, chip, folded, section, term } from "./elements.js";
import { byProgramme, toldOf } from "./programmes.js";
import { quoted } from "./quote.js";

/**
 * @import { DossierClaim, DossierEvent, DossierFact, DossiersDocument, LensFile, Timeline, Topic } from "../documents.d.ts"
 */

export class Dossiers {
  /**
   * @param {DossiersDocument} data
   * @param {Timeline} timeline
   * @param {{ leadsToClaims?: boolean, leadsToPaper?: boolean, address?: () => string, lens?: LensFile | null }} page whether it has a place where the
   * claims stand in full, and a server that draws sheets of paper; the address that what is copied takes along; the border
   * line that the reader has chosen
   */
  constructor(data, timeline, { leadsToClaims = false, leadsToPaper = false, address = () => location.href, lens = null } = {}) {
    this.lens = lens;
    this.address = address;
    this.data = data;
    this.words = data.words.dossier;
    this.timeline = timeline;
    this.citations = new Citations(data);
    this.leadsToClaims = leadsToClaims;
    this.leadsToPaper = leadsToPaper;
  }

  name(iso) { return (this.timeline.states[iso] || { name: iso }).name; }

  span(iso, day) { return current(this.timeline.states[iso].spans, day); }

  /* How a border of a flank state is covered on a day, beside a swatch. */
  coverOf(iso, day) {
    const span = this.span(iso, day), bound = boundIn(span);
    const { covered, not_covered, cover_unknown } = this.data.words.flank;
    return bound === null ? chip(lookOf(span), cover_unknown) : bound ? chip("party", covered) : chip("withdrawn", not_covered);
  }

  /* The first few rows, and the rest folded away under `words`. */
  some(rows, set, words) {
    const shown = this.data.recent;
    if (rows.length <= shown) return [set(rows)];
    return [set(rows.slice(0, shown)), this.rest(words, fill(words, { count: rows.length - shown }), set(rows.slice(shown)))];
  }

  chip(iso, day) {
    const span = this.span(iso, day);
    return chip(lookOf(span), span.words);
  }

  /* The quotable sentence about a state on a day; empty where a frame has still to ask for the state. */
  sentence(iso, day) {
    const known = this.data.states[iso];
    return known ? fill(current(known.sentences, day).says, { day: inWords(day) }) : "";
  }

  /* The moment a day belongs to: between two moments no status and no length changes. */
  momentKey(day) { return [this.timeline.moments, this.lens?.moments].map((moments) => (moments ? current(/** @type {{ from: string }[]} */ (moments), day).from : "")).join(" "); }

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
      this.head(iso, day), bordersOf(this, iso, day), this.programmes(known), this.positions(known, facts.length - known.length),
      this.events(iso, day), this.topics(iso, day), this.claims(iso), this.sources(iso, day, known),
    ];
  }

  head(iso, day) {
    const basis = current(this.data.states[iso].legal_bases, day);
    const said = make("span", "", this.sentence(iso, day));
    said.dataset.said = iso;
    return section(
      this.paper(), make("h2", "", this.name(iso)), make("p", "status", this.chip(iso, day)),
      term(this.data.words, this.data.words.term_of[this.span(iso, day).status]), make("p", "legal-basis", basis.says),
      make("p", "cites", this.citations.some(basis.sources)), quoted(this, said, basis.sources), this.changes(iso, day),
      this.data.in_english && make("p", "note", this.data.in_english),
    );
  }

  /* What leads to the day on paper. */
  paper() { return this.leadsToPaper && button(this.words.paper, { paper: "" }); }

  changes(iso, day) {
    const { words } = this, { changes, declared: declarations } = this.data.states[iso];
    const declared = declarations.length ? current(declarations, day) : null;
    const past = changes.filter((change) => change.from <= day);
    const next = changes.find((change) => change.from > day);
    const pair = (term, text) => make("div", "", make("dt", "", term), make("dd", "", text));
    return make("dl", "changes",
      pair(words.last_change, past.length ? past[past.length - 1].says : words.no_last_change),
      pair(words.next_change, next ? next.says : words.no_next_change),
      declared && pair(declared.from <= day ? words.declared : words.declared_next, declared.says));
  }

  /** @param {DossierFact} fact */
  fact(fact, withStage = true) {
    return make("li", "", withStage && [this.stage(fact), " "], fact.ours ? fact.says : asSaid(fact.says), " ", make("span", "as-of", `${ended(fact.when)} `),
      fact.ours && [make("span", "as-of", `(${fact.ours})`), " "],
      fact.weak && [make("span", "weak-mark", fact.weak), " "], this.citations.cite(fact.sources));
  }

  /** @param {DossierFact} fact */
  stage(fact) { return make("span", `stage stage-${fact.stage}`, this.data.stages[fact.stage]); }

  /** @param {DossierFact[]} facts */
  facts(facts, withStage = true) { return make("ul", "facts", facts.map((fact) => this.fact(fact, withStage))); }

  /** @param {DossierFact[]} known */
  programmes(known) {
    const folds = byProgramme(known, this.data.lines).map(([name, facts], at) => {
      const fold = this.programme(name, facts);
      fold.open = at === 0;
      return fold;
    });
    if (!folds.length) return null;
    return section(make("h3", "", this.words.programmes), make("p", "note", this.words.programmes_note), folds);
  }

  /**
   * @param {string} name
   * @param {DossierFact[]} facts
   */
  programme(name, facts) {
    const { groups, rest } = toldOf(facts, this.data.recent);
    return folded(`programme ${name}`, name, facts.length, groups.map((group) => this.stageGroup(group)),
      rest.length > 0 && this.rest(`programme ${name}`, counted(this.words.more_facts, rest.length), this.facts(rest)));
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
    const note = later > 0 && make("p", "note", counted(this.words.later_facts, later));
    if (!facts.length && !note) return null;
    const list = facts.length > 0 && folded("positions", this.words.positions, facts.length, this.some(facts, (some) => this.facts(some), this.words.earlier));
    return section(list, note);
  }

  topicsOf(iso, day) { return this.data.topics.filter(({ known }) => known[iso] && known[iso] <= day); }

  topics(iso, day) {
    const topics = this.topicsOf(iso, day);
    if (!topics.length) return null;
    const set = (some) => make("div", "", some.map((topic) => this.topic(topic)));
    const fold = folded("topics", this.words.disagreements, topics.length, this.some(topics, set, this.words.more));
    fold.open = true;
    return section(fold);
  }

  /** @param {Topic} topic */
  topic({ question, reason, led, versions }) {
    const rows = versions.map((version) => make("li", version.leads ? "leads" : "", asSaid(version.says), " ",
      version.leads && [make("span", "leads-mark", this.words.leads), " "], this.citations.cite(version.sources)));
    return make("div", "topic", make("p", "question", asSaid(question)), make("ul", "", rows),
      make("p", "note", `${led ? this.words.why_leads : this.words.none_leads}: `, asSaid(reason)));
  }

  eventsOf(iso) { return this.data.events.filter((event) => event.states.includes(iso)).reverse(); }

  /* Newest first; what lies after the day, and what lies far back, is folded where it is long. */
  events(iso, day) {
    const events = this.eventsOf(iso);
    const title = make("h3", "", this.words.events);
    if (!events.length) return section(title, make("p", "note", this.words.no_events));
    const set = (some) => make("ol", "timeline", some.map((event) => this.event(event, day)));
    const future = events.filter((event) => event.from > day), past = events.filter((event) => event.from <= day);
    const after = this.some([...future].reverse(), (some) => set([...some].reverse()), this.words.more_after).reverse();
    return section(title, future.length > 0 && after, past.length > 0 && this.some(past, set, this.words.earlier));
  }

  /**
   * @param {DossierEvent} event
   * @param {string} day
   */
  event(event, day) {
    const future = event.from > day;
    const mark = future ? this.words.after_this_day : event.to > day && this.words.day_unknown;
    const text = make("span", "", make("strong", "", asSaid(event.title)), mark && [" ", make("span", "future-mark", mark)],
      event.detail && [make("br"), asSaid(event.detail)], make("br"), this.citations.cite(event.sources));
    return make("li", `${future ? "future" : "past"}${event.legal ? " legal" : ""}`, make("span", "date", event.when), text);
  }

  claimsOf(iso) { return this.data.claims.filter((claim) => claim.states.includes(iso)); }

  claims(iso) {
    const claims = this.claimsOf(iso);
    if (!claims.length) return null;
    const rows = claims.map((claim) => make("li", "", this.verdict(claim.verdict), " ", asSaid(claim.says), " ",
      make("span", "as-of", `${claim.article}${claim.when ? `, ${claim.when}` : ""}; ${claim.id}`)));
    const more = this.leadsToClaims && button(this.words.read_claims, { claims: iso });
    return section(folded("claims", this.words.claims, claims.length, make("ul", "facts", rows), more));
  }

  verdict(word) {
    const { verdicts, verdict_marks } = this.words;
    const mark = make("span", "", verdict_marks[word]);
    mark.setAttribute("aria-hidden", "true");
    return make("span", `verdict verdict-${word}`, mark, ` ${verdicts[word]}`);
  }

  sources(iso, day, known) {
    const rows = [
      current(this.data.states[iso].legal_bases, day), ...this.eventsOf(iso),
      ...linesOf(this, iso).map(({ border }) => border), ...byProgramme(known, this.data.lines).flatMap(([, facts]) => facts),
      ...known.filter((fact) => !fact.programme),
      ...this.topicsOf(iso, day).flatMap((topic) => topic.versions), ...this.claimsOf(iso),
    ];
    const places = [...new Set(rows.flatMap((row) => row.sources))];
    return section(folded("sources", this.words.sources, places.length, this.citations.list(places)));
  }
}

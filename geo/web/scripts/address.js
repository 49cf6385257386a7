/* What an address asks for, read as the server reads it (geo/answers/permalink.py): a name and a value are understood as
 * they are written and once; what is not is told to the reader, and what others add to follow a link is ignored. */

import { parseBox, writtenBox } from "./boxes.js";
import { isDay, LATEST, today } from "./days.js";
import { counted, inWords } from "./speech.js";
import { clamp, narrowest } from "./time.js";
import { fill } from "./words.js";

/** @import { NamedRow, StandaloneConfig } from "./documents.d.ts" */

const NAMES = ["date", "country", "worldview", "view", "range", "bounds", "what_if", "lens"];
const SPEAK_FOR_THEMSELVES = ["range", "bounds", "what_if", "lens", "compare"]; // of these a reader sees what is shown instead
const OF_FRAMES = ["frozen"]; // the server has judged it
const SHOWN = 40; // no more of a value than fits a line
const TOLD = 5; // how many complaints a reader is told one by one

/**
 * @typedef {object} AddressPlace
 * @property {string} date
 * @property {string} country ISO code, or empty
 * @property {string} worldview
 * @property {string} view
 * @property {string} range
 * @property {import("./boxes.js").Box | null} bounds
 * @property {string} [compare] another day, which only a file has; empty for none
 * @property {string} [lens] a border line out of those that a file has; empty for the flank
 */

/**
 * @param {string} name
 * @param {StandaloneConfig["tracking"]} tracking
 */
function isTracking(name, { prefixes, names }) {
  const small = name.toLowerCase();
  return names.includes(small) || prefixes.some((prefix) => small.startsWith(prefix));
}

/**
 * The part of an address that names the place: its fragment, where that has a parameter or nothing else has.
 * @param {{ search: string, hash: string }} address
 */
const inFragment = ({ search, hash }) => hash.includes("=") || search.length < 2;

/**
 * The place that an address names, and a sentence for each of its parameters that is not understood.
 * @param {{ search: string, hash: string }} address
 * @param {StandaloneConfig} config
 * @param {{ find: (text: string) => NamedRow[], named: (state: string) => NamedRow | undefined, notOne?: import("./search.js").Search["notOne"] }} search what a country is called; before its words are
 *   there, one that it does not find is not complained about
 * @param {{ first: string, last: string }} whole the days of the atlas
 */
export function understood({ search: query, hash }, config, search, whole) {
  const { address: words } = config;
  /** @type {AddressPlace} */
  const place = { date: config.landing_day, country: "", worldview: config.worldview, view: "flank", range: "", bounds: null };
  const complaints = [];
  const asked = [...new URLSearchParams(query), ...new URLSearchParams(hash.includes("=") ? hash.slice(1) : "")];
  const allowed = {
    worldview: (value) => value === config.worldview,
    view: (value) => Object.hasOwn(config.extents, value),
    range: (value) => config.ranges.some((first) => nameOf(first) === value),
  };
  const known = config.lines ? [...NAMES, "compare"] : NAMES; // a frame has one day
  for (const name of new Set(asked.map(([each]) => each))) {
    if (isTracking(name, config.tracking) || OF_FRAMES.includes(name)) continue;
    if (name === "lang" && !config.lines) continue; // likewise; a file has one language
    if (!known.includes(name)) {
      complaints.push(fill(words.no_such_name, { value: name.slice(0, SHOWN), known: known.join(", ") }));
      continue;
    }
    const values = asked.filter(([each]) => each === name).map(([, value]) => value);
    const value = values.join(", ").slice(0, SHOWN);
    let wrong = "", named = "";
    if (values.length > 1) wrong = fill(words.twice, { name, value });
    else if (name === "what_if") {
      // The server has judged it where it has made the page of it.
      if (!config.what_if) wrong = words.supposed_elsewhere;
    }
    else if (name === "lens") {
      // Likewise; a file has all.
      if (config.lines && (value in config.lines.lines || search.named(value))) place.lens = value;
      else if (config.lines) wrong = value === config.lens ? "" : fill(words.not_known, { name, value });
      else if (!("lens" in config.files[config.worldview]) && value !== config.lens) wrong = words.lens_elsewhere;
    }
    else if (name === "date" || name === "compare") {
      const day = value === LATEST ? clamp(today(), whole) : value;
      const nearest = isDay(day) ? clamp(day, whole) : "";
      if (!nearest) wrong = fill(words.not_a_day, { value });
      else if (nearest !== day) wrong = fill(words.outside, { ...whole, value });
      if (nearest && name === "date") place.date = nearest;
      else if (!wrong) place.compare = nearest;
    } else if (name === "country") {
      const found = search.find(value);
      const [one] = found;
      if (found.length === 1) [place.country, named] = [one.state, search.named(one.state)?.name ?? ""];
      const says = found.length === 1 ? one.says : search.notOne?.(value, titled);
      if (says) wrong = fill(words.no_state, { says });
    } else if (name === "bounds") {
      place.bounds = parseBox(values[0], config.boxes);
      if (!place.bounds) wrong = fill(words.not_a_box, { value });
    } else if (allowed[name](values[0])) place[name] = values[0];
    else wrong = fill(words.not_known, { name, value });
    if (wrong && SPEAK_FOR_THEMSELVES.includes(name)) complaints.push(wrong);
    else if (wrong) {
      const shown = name === "date" ? inWords(place.date) : name === "country" ? named || words.no_country : place[name];
      complaints.push(`${wrong} ${fill(words.instead, { shown })}`);
    }
  }
  place.range = rangeOf(config.ranges.find((first) => nameOf(first) === place.range && first <= place.date), place.date, config.ranges);
  const unsaid = complaints.length - TOLD;
  if (unsaid > 0) complaints.splice(TOLD, unsaid, counted(words.more, unsaid));
  return { place, complaints };
}

/** @param {NamedRow} row */
const titled = ({ name, state, says }) => (says ? name : `${state} (${name})`);

/**
 * What an address calls a range, by its first day.
 * @param {string} first
 */
export const nameOf = (first) => first.slice(0, 4);

/**
 * What an address says of the range from `first`: nothing where that is the narrowest that holds the day.
 * @param {string | undefined} first
 * @param {string} day
 * @param {string[]} ranges
 */
export const rangeOf = (first, day, ranges) => (first === undefined || first === narrowest(ranges, day) ? "" : nameOf(first));

/**
 * An address that names a place and keeps what is not the reader's: its own part, "?…" or "#…".
 * @param {{ search: string, hash: string }} address
 * @param {{ date: string, country: string, view: string, range: string, bounds: import("./boxes.js").Box | null, compare?: string, lens?: string }} place
 * @param {StandaloneConfig["tracking"]} tracking
 */
export function naming(address, { date, country, view, range, bounds, compare, lens }, tracking) {
  const fragment = inFragment(address);
  const kept = new URLSearchParams(fragment ? address.hash.slice(1) : address.search);
  for (const name of [...kept.keys()]) {
    if (!["worldview", "what_if", "lens", "lang"].includes(name) && !OF_FRAMES.includes(name) && !isTracking(name, tracking)) kept.delete(name);
  }
  if (lens === "") kept.delete("lens");
  for (const [name, value] of Object.entries({ date, country, view: view === "flank" ? "" : view, range, bounds: writtenBox(bounds), lens, compare })) {
    if (value) kept.set(name, value);
  }
  return `${fragment ? "#" : "?"}${kept}`.replaceAll("%2C", ",");
}

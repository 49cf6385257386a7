/* What an address asks for, read as the server reads it (geo/answers/permalink.py): a name and a value are understood as
 * they are written and once; what is not is told to the reader, and what others add to follow a link is ignored. */

import { clamp } from "./time.js";
import { inWords, isDay, LATEST, today } from "./days.js";
import { counted, fill } from "./words.js";

/** @import { StandaloneConfig, Timeline } from "./documents.d.ts" */

const NAMES = ["date", "country", "worldview", "view"];
const OF_FRAMES = ["frozen"]; // the server has judged it
const SHOWN = 40; // no more of a value than fits a line
const TOLD = 5; // how many complaints a reader is told one by one

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
 * @param {Timeline["states"]} states
 * @param {{ first: string, last: string }} whole the days of the atlas
 */
export function understood({ search, hash }, config, states, whole) {
  const { address: words } = config;
  const place = { date: config.landing_day, country: "", worldview: config.worldview, view: "flank" };
  const complaints = [];
  const asked = [...new URLSearchParams(search), ...new URLSearchParams(hash.includes("=") ? hash.slice(1) : "")];
  const allowed = {
    country: (value) => Object.hasOwn(states, value),
    worldview: (value) => value === config.worldview,
    view: (value) => Object.hasOwn(config.extents, value),
  };
  for (const name of new Set(asked.map(([each]) => each))) {
    if (isTracking(name, config.tracking) || OF_FRAMES.includes(name)) continue;
    if (!NAMES.includes(name)) {
      complaints.push(fill(words.no_such_name, { value: name.slice(0, SHOWN), known: NAMES.join(", ") }));
      continue;
    }
    const values = asked.filter(([each]) => each === name).map(([, value]) => value);
    const value = values.join(", ").slice(0, SHOWN);
    let wrong = "";
    if (values.length > 1) wrong = fill(words.twice, { name, value });
    else if (name === "date") {
      if (value === LATEST) place.date = clamp(today(), whole);
      else if (!isDay(value)) wrong = fill(words.not_a_day, { value });
      else {
        place.date = clamp(value, whole);
        if (place.date !== value) wrong = fill(words.outside, { ...whole, value });
      }
    } else if (allowed[name](values[0])) place[name] = values[0];
    else wrong = fill(words.not_known, { name, value });
    if (wrong) {
      const shown = name === "date" ? inWords(place.date) : place[name] || words.no_country;
      complaints.push(`${wrong} ${fill(words.instead, { shown })}`);
    }
  }
  const unsaid = complaints.length - TOLD;
  if (unsaid > 0) complaints.splice(TOLD, unsaid, counted(words.more, unsaid));
  return { place, complaints };
}

/**
 * An address that names a place and keeps what is not the reader's: its own part, "?…" or "#…".
 * @param {{ search: string, hash: string }} address
 * @param {{ date: string, country: string, view: string }} place
 * @param {StandaloneConfig["tracking"]} tracking
 */
export function naming(address, { date, country, view }, tracking) {
  const fragment = inFragment(address);
  const kept = new URLSearchParams(fragment ? address.hash.slice(1) : address.search);
  for (const name of [...kept.keys()]) {
    if (name !== "worldview" && !OF_FRAMES.includes(name) && !isTracking(name, tracking)) kept.delete(name);
  }
  for (const [name, value] of Object.entries({ date, country, view: view === "flank" ? "" : view })) {
    if (value) kept.set(name, value);
  }
  return `${fragment ? "#" : "?"}${kept}`;
}

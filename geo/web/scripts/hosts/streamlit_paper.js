/* Paper: the sheet that the server draws of a place, and what the page itself says at its foot when it is printed. */

import { fill } from "../words.js";

/** @import { Place } from "./streamlit.js" */

const API = "api/v1"; // below the page; as in geo/server/api/app.py
const OF_A_STATE = ["what_if"], OF_THE_MAP = ["what_if", "lens", "compare", "bounds"]; // what else of the address they take

/**
 * Opens the chosen state, or where there is none the map, as a PDF to print: as the page shows it, in its language, also what is supposed.
 * @param {Place} place
 */
export function openPaper({ country, day, view, worldview, lang }) {
  const asked = new URLSearchParams({ date: day, worldview, ...(country ? {} : { view }), ...(lang === "en" ? {} : { lang }) });
  const here = new URLSearchParams(location.search);
  for (const name of country ? OF_A_STATE : OF_THE_MAP) if (here.has(name)) asked.set(name, here.get(name));
  window.open(`${API}/${country ? `countries/${country}.pdf` : "snapshot.pdf"}?${asked}`, "_blank", "noopener");
}

/**
 * Writes address and data version where paper.css finds them; gives what ends that.
 * @param {() => { words: { signed: string }, version: string }} data
 */
export function signPaper(data) {
  const sign = () => {
    const { words: { signed: words }, version } = data();
    document.body.dataset.printed = fill(words, { address: location.href, version });
  };
  window.addEventListener("beforeprint", sign);
  return () => window.removeEventListener("beforeprint", sign);
}

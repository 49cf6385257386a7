/* Paper: the sheet that the server draws of a place, and what the page itself says at its foot when it is printed. */

import { fill } from "../words.js";

/** @import { Place } from "./streamlit.js" */

const API = "api/v1"; // below the page; as in geo/server/api/app.py

/**
 * Opens the chosen state, or where there is none the map, as a PDF to print.
 * @param {Place} place
 */
export function openPaper({ country, day, view, worldview }) {
  const asked = { date: day, worldview, ...(country ? {} : { view }) };
  const path = country ? `countries/${country}.pdf` : "snapshot.pdf";
  window.open(`${API}/${path}?${new URLSearchParams(asked)}`, "_blank", "noopener");
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

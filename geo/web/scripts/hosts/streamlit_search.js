/* The field on the Streamlit page in which a country is looked for. */

import { Combobox } from "../combobox.js";
import { fetchJson } from "../fetch.js";
import { Search } from "../search.js";
import { SEEK, follow, move } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

const NO_COUNTRY = "-";

/** @type {Map<string, Promise<Search>>} */
const asked = new Map();
/** @type {Set<() => void>} */
const waiting = new Set(); // what is called when they did not come and are asked for again

/**
 * What states are called, fetched once for all who ask.
 * @param {string} address
 * @param {() => void} wait called whenever they did not come and are asked for again
 */
export async function namesAt(address, wait) {
  if (!asked.has(address)) {
    const names = fetchJson(address, () => waiting.forEach((tell) => tell())).then((document) => new Search(document));
    names.catch(() => asked.delete(address)); // a later try may go better
    asked.set(address, names);
  }
  waiting.add(wait);
  try {
    return await asked.get(address);
  } finally {
    waiting.delete(wait);
  }
}

export class CountrySearch {
  /**
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    this.names = "";
    this.field = new Combobox(box, {
      names: () => namesAt(this.names || link.data.names, () => this.field.tell(link.data.asked_again)),
      choose: (state, area) => {
        if (move(document, { country: state || "" })) link.send("country", state || NO_COUNTRY);
        document.dispatchEvent(new CustomEvent(SEEK, { detail: area }));
      },
    });
    this.close = follow(document, ({ country, files }) => {
      const { names = "" } = JSON.parse(files);
      if (names !== this.names) this.field.forget();
      this.names = names;
      this.field.show(country);
    });
  }
}

/* The field on the Streamlit page in which a country is looked for. */

import { Combobox } from "../combobox.js";
import { fetchJson } from "../fetch.js";
import { Search } from "../search.js";
import { SEEK, follow, move } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

const NO_COUNTRY = "-";

/** @type {Map<string, Promise<Search>>} */
const asked = new Map();

/**
 * What states are called, fetched once for all who ask.
 * @param {string} address
 */
export function namesAt(address) {
  if (!asked.has(address)) {
    const names = fetchJson(address).then((document) => new Search(document));
    names.catch(() => asked.delete(address)); // a later try may go better
    asked.set(address, names);
  }
  return asked.get(address);
}

export class CountrySearch {
  /**
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    this.names = "";
    this.field = new Combobox(box, {
      names: () => namesAt(this.names || link.data.names),
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

/* The field on the Streamlit page in which a country is looked for. */

import { Combobox } from "../combobox.js";
import { fetchJson } from "../fetch.js";
import { Search } from "../search.js";
import { SEEK, follow } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

const NO_COUNTRY = "-";

export class CountrySearch {
  /**
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    this.field = new Combobox(box, {
      names: () => this.names(link.data.names),
      choose: (state, area) => {
        link.send("country", state || NO_COUNTRY);
        document.dispatchEvent(new CustomEvent(SEEK, { detail: area }));
      },
    });
    this.close = follow(document, ({ country }) => this.field.show(country));
  }

  /** @param {string} address */
  names(address) {
    this.asked ??= fetchJson(address).then((names) => new Search(names));
    this.asked.catch(() => { this.asked = undefined; }); // a later try may go better
    return this.asked;
  }
}

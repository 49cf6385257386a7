/* The list of languages on the Streamlit page. The page says in which one it has been answered, and so does its root, for
 * those who read it aloud.
 */

import { follow } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

export class LanguageChooser {
  /**
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const select = box.querySelector("select");
    select.onchange = () => link.send("language", select.value);
    this.close = follow(document, ({ lang, cut }) => {
      select.value = document.documentElement.lang = lang;
      select.disabled = cut; // nobody would hear of it
    });
  }
}

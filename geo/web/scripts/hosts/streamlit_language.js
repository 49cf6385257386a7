/* The list of languages on the Streamlit page. The page says in which one it has been answered, and so does its root, for
 * those who read it aloud; what Streamlit says by itself goes with it.
 */

import { follow } from "./streamlit.js";
import { OwnWords } from "./streamlit_words.js";

/** @import { Link } from "./streamlit_panel.js" */

export class LanguageChooser {
  /**
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    this.link = link;
    this.words = new OwnWords();
    const select = box.querySelector("select");
    select.onchange = () => link.send("language", select.value);
    this.unfollow = follow(document, ({ lang, cut }) => {
      select.value = document.documentElement.lang = lang;
      select.disabled = cut; // nobody would hear of it
    });
    this.update();
  }

  /* The server has answered. */
  update() { this.words.say(this.link.data.words); }

  close() {
    this.unfollow();
    this.words.close();
  }
}

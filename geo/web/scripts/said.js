/* What is said aloud to those who listen to a page: politely, and once. What is shown moves too often for it. */

// At the top: further down it would make a page longer that ends where it ends.
const HIDDEN = "position:absolute;top:0;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0";

/**
 * Makes a place of the page from which sentences are said; gives the function that says one. It must stand there
 * before it says anything: a place that comes with its words is not heard.
 * @param {Document} page
 * @param {string} name what is said there
 * @returns {(sentence: string) => void}
 */
export function speaker(page, name) {
  const id = `said-${name}`;
  const node = page.getElementById(id) ?? page.createElement("p");
  node.id = id;
  node.setAttribute("role", "status");
  node.setAttribute("aria-live", "polite");
  node.style.cssText = HIDDEN;
  page.body.append(node);
  return (sentence) => { if (node.textContent !== sentence) node.textContent = sentence; };
}

/** Says, each time a reader comes to rest, the sentence of another day and that of another state. */
export class Sayings {
  /** @param {{ date: string, country: string }} place where the reader is first */
  constructor(place) {
    this.place = place;
    this.say = { day: speaker(document, "day"), state: speaker(document, "state") };
  }

  /**
   * @param {{ date: string, country: string }} place
   * @param {(country: string, day: string) => string} sentence of a state
   */
  tell(place, sentence) {
    const { date, country } = this.place;
    this.place = place;
    if (place.date !== date) this.say.day(document.querySelector("[data-live=headline]").textContent);
    if (place.country !== country) this.say.state(place.country && sentence(place.country, place.date));
  }
}

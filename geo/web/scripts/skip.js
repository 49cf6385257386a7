/* Links at the head of a page that put the keyboard where they lead to. The browser alone would write the part into the
 * address, which is the reader's place, and would go no further than to the part's beginning.
 */

import { within } from "./dom.js";

/**
 * Gives a function that ends it.
 * @param {(part: string) => HTMLElement | null} find where the keyboard goes in a part of the page, by the part's id
 */
export function leadOn(find) {
  const go = (event) => {
    if (!within(event.target, ".skip")) return;
    const goal = find(event.target.hash.slice(1));
    if (!goal) return;
    event.preventDefault();
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("click", go);
  return () => document.removeEventListener("click", go);
}

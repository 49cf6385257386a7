/* How old the page is that the record was held against, by the reader's own clock: a file is read long after it was
 * made. All words come with the page. */

import { toNumber, today } from "./days.js";
import { counted } from "./speech.js";

/* Writes the age into the document and shows the warning from the day on which the page is old. */
export function tellAge(page, held) {
  const days = toNumber(today()) - toNumber(held.against);
  for (const [name, words] of Object.entries({ days: held.age, old: held.old })) {
    for (const node of page.querySelectorAll(`[data-held="${name}"]`)) node.textContent = counted(words, days);
  }
  const old = days > held.fresh_days;
  for (const node of page.querySelectorAll('[data-held="age"]')) node.hidden = old || days < 1;
  for (const node of page.querySelectorAll('[data-held="warning"]')) {
    node.hidden = !old;
    node.parentElement.classList.toggle("old", old);
  }
}

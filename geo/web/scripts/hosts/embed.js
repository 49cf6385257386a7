/* What a frame on another page has beside the stand-alone page: a fixed day where the address asks for it, and
 * a link that opens the atlas at the place the reader has gone to. */

import { LATEST, today } from "../days.js";

const asked = () => new URLSearchParams(location.search);
const whole = /** @type {HTMLAnchorElement} */ (document.getElementById("whole"));

function follow() {
  const place = asked();
  place.delete("frozen");
  if (place.get("date") === LATEST) place.set("date", today()); // a link that is handed on names its day
  whole.search = place.toString();
}

document.body.classList.toggle("frozen", asked().get("frozen") === "1");
for (const moment of ["pointerover", "focus", "click"]) whole.addEventListener(moment, follow);
follow();

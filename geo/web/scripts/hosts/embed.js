/* What a frame on another page has beside the stand-alone page: a fixed day where the address asks for it, a link that
 * opens the atlas at the place the reader has gone to, and its height, told to a page that follows it (frame.js). */

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

/* Tells the page around, whoever it is: a height is no secret. */
const tell = (/** @type {string | number} */ ottawaAtlas) => window.parent.postMessage({ ottawaAtlas }, "*");

/** @param {MessageEvent} event */
function begin({ data, source }) {
  if (source !== window.parent || data?.ottawaAtlas !== "follow") return;
  window.removeEventListener("message", begin);
  document.body.classList.add("followed");
  const sheet = document.querySelector(".sheet");
  new ResizeObserver(() => tell(sheet.getBoundingClientRect().height)).observe(sheet);
}

if (window.parent !== window) {
  window.addEventListener("message", begin);
  tell("here");
}

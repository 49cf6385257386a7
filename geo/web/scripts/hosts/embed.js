/* What a frame on another page has beside the stand-alone page: a fixed day where the address asks for it, and
 * a link that opens the atlas at the place the reader has gone to. */

const asked = () => new URLSearchParams(location.search);
const whole = /** @type {HTMLAnchorElement} */ (document.getElementById("whole"));

function follow() {
  const place = asked();
  place.delete("frozen");
  whole.search = place.toString();
}

document.body.classList.toggle("frozen", asked().get("frozen") === "1");
for (const moment of ["pointerover", "focus", "click"]) whole.addEventListener(moment, follow);
follow();

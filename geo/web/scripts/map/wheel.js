/* The wheel over a map: it scrolls the page past it, as over anything else on a page, until the map is clicked or while
 * Ctrl is held; who turns it otherwise is told.
 */

import { make } from "../dom.js";
import { says } from "./saying.js";

const TOLD_MS = 1500;

/** @param {any} map Leaflet's */
export function leaveTheWheelToThePage(map) {
  const box = map.getContainer(), { scrollWheelZoom: zoom } = map;
  const hint = says(make("p", "hint"), "wheel");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let telling;
  let taken = false;
  zoom.disable();
  box.append(hint);
  const take = (on) => {
    taken = on;
    if (on) zoom.enable(); else zoom.disable();
    hint.classList.remove("told");
  };
  map.on("mousedown", () => take(true));
  box.addEventListener("mouseleave", () => take(false));
  // Before Leaflet, which listens on the box and then takes the wheel from the browser.
  box.parentElement.addEventListener("wheel", ({ ctrlKey, metaKey }) => {
    if (taken) return;
    const held = ctrlKey || metaKey;
    if (held) zoom.enable(); else zoom.disable();
    hint.classList.toggle("told", !held);
    clearTimeout(telling);
    telling = setTimeout(() => hint.classList.remove("told"), TOLD_MS);
  }, { capture: true, passive: true });
}

/* The map by keyboard: Leaflet lets the arrows move it; Enter chooses what lies in the ring in its middle. */

import { make } from "../dom.js";
import { says } from "./saying.js";

/**
 * @param {any} map Leaflet's
 * @param {(area: string) => void} choose
 */
export function chooseByKey(map, choose) {
  const box = map.getContainer();
  box.append(says(make("p", "hint by-key"), "keys"), make("span", "ring"));
  // The browser's own word for it, :focus-visible, holds after a finger, too.
  box.addEventListener("keyup", ({ target }) => { if (target === box) box.classList.add("keyed"); });
  for (const moment of ["pointerdown", "blur"]) box.addEventListener(moment, () => box.classList.remove("keyed"));
  box.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Enter" || target !== box) return;
    const { left, top, width, height } = box.getBoundingClientRect();
    const path = document.elementsFromPoint(left + width / 2, top + height / 2).find((node) => /** @type {HTMLElement} */ (node).dataset?.area);
    if (path) choose(/** @type {HTMLElement} */ (path).dataset.area);
  });
}

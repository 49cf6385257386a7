/* A map on a touch screen: one finger scrolls the page past it, two move it; who tries with one is told. */

import { make } from "../dom.js";
import { says } from "./saying.js";

export const isTouch = window.matchMedia("(pointer: coarse)").matches;

export function leaveOneFingerToThePage(map) {
  if (!isTouch) return;
  map.dragging.disable();
  const box = map.getContainer();
  box.append(says(make("p", "hint"), "two_fingers"));
  // A tap would give the focus to a shape, which the browser then scrolls into sight.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  const tell = (on) => box.classList.toggle("hinting", on);
  box.addEventListener("touchmove", ({ touches }) => tell(touches.length === 1), { passive: true });
  for (const end of ["touchend", "touchcancel"]) box.addEventListener(end, () => tell(false), { passive: true });
}

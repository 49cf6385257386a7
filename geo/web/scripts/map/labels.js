/* Names, marks, buttons, a folded legend and the attribution never lie over one another, on the map that moves and in the
 * first view.
 */

import { arrange } from "./apart.js";

const EDGE_PX = 3;

/* A map of another day may lie in this one. */
const within = (box, selector) => /** @type {HTMLElement[]} */ ([...box.querySelectorAll(selector)])
  .filter((node) => (node.closest(".leaflet-container") ?? box) === box);

/**
 * Lets the names and marks in a box give way to one another.
 * @param {HTMLElement} box
 */
export function keepApart(box) {
  const nodes = within(box, ".name");
  for (const node of nodes) {
    node.classList.remove("brief", "crowded");
    for (const moved of ["--by", "--aside"]) node.style.removeProperty(moved);
  }
  const shown = nodes.filter((node) => node.offsetWidth > 0);
  const labels = shown.map((node) => {
    const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
    const [first, second] = [...node.children].map((line) => line.getBoundingClientRect());
    const name = second.height ? { width: first.width, height: first.height } : { width, height };
    const whole = second.height ? { width, height } : null;
    return { x: (left + right) / 2, y: (top + bottom) / 2, name, whole, leads: node.classList.contains("remaining") };
  });
  const marks = within(box, ".unknown-mark, .leaflet-control-attribution, .leaflet-bar, .key:not([open])").map((mark) => mark.getBoundingClientRect());
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const room = { left: left + EDGE_PX, top: top + EDGE_PX, right: right - EDGE_PX, bottom: bottom - EDGE_PX };
  arrange(labels, marks, room).forEach(({ as, by, aside }, at) => {
    shown[at].classList.toggle("brief", as === "name" && labels[at].whole !== null);
    shown[at].classList.toggle("crowded", as === "none");
    if (by) shown[at].style.setProperty("--by", `${by}px`);
    if (aside) shown[at].style.setProperty("--aside", `${aside}px`);
  });
}

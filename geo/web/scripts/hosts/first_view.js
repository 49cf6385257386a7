/* The first view of the page: framed before it is painted, and out of the way once the live page is there. Stands in the
 * page itself. What Streamlit's page starts with is called only after the first frame, which it would keep waiting.
 */

import { frameFirst } from "../map/first_frame.js";

const NO_FRAME_MS = 300; // a window that is not shown may never come to paint
const NO_MAP_MS = 6000;  // what is there is shown, though its map has not come

const view = document.querySelector(".first-view");
const picture = /** @type {HTMLElement | null} */ (view.querySelector(".first-map[data-frame]"));
if (picture) {
  frameFirst(picture);
  new ResizeObserver(() => { if (picture.isConnected) frameFirst(picture); }).observe(picture);
}

let called = false;
function callTheRest() {
  if (called) return;
  called = true;
  const { content } = template("later");
  // What the controls need is asked for once Streamlit has what it begins with, and before it asks for it itself.
  content.querySelector("script")?.addEventListener("load", () => document.head.append(template("controls").content));
  document.head.append(content);
}

/** @param {string} id */
const template = (id) => /** @type {HTMLTemplateElement} */ (document.getElementById(id));

function whenParsed() {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", callTheRest);
  else callTheRest();
}

requestAnimationFrame(() => setTimeout(whenParsed));
setTimeout(whenParsed, NO_FRAME_MS);

/* The live map takes the first view away (hosts/streamlit.js); where it does not come, the page does without it. */
const watch = setInterval(() => {
  if (view.isConnected && !document.querySelector("#root .masthead")) return;
  clearInterval(watch);
  setTimeout(() => view.remove(), NO_MAP_MS);
}, 500);

/* The button that gives the map the whole screen, and its way back. What stays above it there is the page's own choice. */

/* eslint-disable baseline/use-baseline -- iPhones give no page the screen: the map has the window then */
import { draw } from "../dom.js";
import { named } from "./saying.js";

const CORNERS = "m3,8v-5h5m4,0h5v5m0,4v5h-5m-4,0h-5v-5";

/**
 * Adds the button.
 * @param {any} map Leaflet's
 * @param {Document} page around the map: meanwhile its root has the class `full`, and `--map-top` says where the map begins
 */
export function offerFullScreen(map, page) {
  const root = page.documentElement;
  const button = L.DomUtil.create("a");
  const show = (on) => {
    root.classList.toggle("full", on);
    button.setAttribute("aria-pressed", String(on));
    requestAnimationFrame(measure);
  };
  // What lies above the map stays above it; the map has the rest.
  const measure = () => root.style.setProperty("--map-top", `${(window.frameElement ?? map.getContainer()).getBoundingClientRect().top}px`);
  const turn = async () => {
    const on = !root.classList.contains("full");
    show(on);
    if (on && page.fullscreenEnabled) await root.requestFullscreen().catch(() => {});
    else if (page.fullscreenElement) await page.exitFullscreen();
  };
  Object.assign(button, { href: "#", role: "button" });
  named(button, "full_screen");
  button.setAttribute("aria-pressed", "false");
  const icon = draw("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" });
  draw("path", { d: CORNERS, fill: "none", stroke: "currentColor", "stroke-width": 2 }, icon);
  button.append(icon);
  L.DomEvent.on(button, "click", (event) => { L.DomEvent.stop(event); turn(); });
  button.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); turn(); } });
  page.addEventListener("fullscreenchange", () => show(page.fullscreenElement !== null));
  page.defaultView.addEventListener("resize", measure);
  for (const each of new Set([page, document])) {
    each.addEventListener("keydown", ({ key }) => { if (key === "Escape" && !page.fullscreenElement) show(false); });
  }
  const control = L.control({ position: "topleft" });
  control.onAdd = () => {
    const bar = L.DomUtil.create("div", "leaflet-bar");
    bar.append(button);
    return bar;
  };
  control.addTo(map);
}

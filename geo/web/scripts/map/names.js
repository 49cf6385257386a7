/* The names of states on the map, and a few words under each. */

import { make } from "../dom.js";

/** @import { Label, Moment } from "../documents.d.ts" */
/** @import { AtlasMap } from "./map.js" */

const ROOM_FOR_STATUS_PX = { small: 108, large: 140 };
const NAMES_FROM_ZOOM = 2.75;

/**
 * @param {AtlasMap} atlas
 * @param {Label[]} labels
 */
export function addNames(atlas, labels) {
  for (const { id, lat, lon } of labels) {
    const node = make("div", "name", make("span", "", atlas.name(id)), make("small"));
    node.dataset.name = id;
    const icon = L.divIcon({ html: node, className: "", iconSize: [0, 0] });
    L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(atlas.layers);
    atlas.names.push({ node, id });
  }
  if (atlas.fit) atlas.map.off("zoomend", atlas.fit);
  atlas.fit = () => fitNames(atlas);
  atlas.map.on("zoomend", atlas.fit);
  atlas.fit();
}

/* A second line under a name only where the country is wide enough for it on the screen. */
function fitNames({ areas, map, names }) {
  const { classList } = map.getContainer();
  classList.toggle("far", map.getZoom() < NAMES_FROM_ZOOM);
  const room = ROOM_FOR_STATUS_PX[classList.contains("large") ? "large" : "small"];
  for (const { node, id } of names) {
    const bounds = areas.get(id).layer.getBounds();
    const width = map.latLngToLayerPoint(bounds.getSouthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
    node.classList.toggle("narrow", width < room);
  }
}

/**
 * Writes what holds under each name.
 * @param {AtlasMap} atlas
 * @param {Moment} moment
 */
export function tellNames({ config, names, owners }, moment) {
  for (const { node, id } of names) {
    const remaining = moment.remaining.includes(id);
    const { label, status, practice } = owners.get(id);
    const words = remaining ? config.words.remains_bound : label;
    if (node.lastChild.textContent !== words) node.lastChild.textContent = words;
    node.classList.toggle("remaining", remaining);
    node.classList.toggle("on-hatch", status !== "party" && status !== "not_party" || practice !== "none");
  }
}

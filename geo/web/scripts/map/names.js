/* The names of states on the map, and a few words under each. */

import { make } from "../dom.js";
import { keepApart } from "./labels.js";
import { hasRoomForNames, hasRoomForStatus } from "./room.js";

/** @import { Label, Moment } from "../documents.d.ts" */
/** @import { AtlasMap } from "./map.js" */

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
  const before = atlas.fit;
  atlas.fit = () => fitNames(atlas);
  for (const moment of ["moveend", "lettered"]) {
    if (before) atlas.map.off(moment, before);
    atlas.map.on(moment, atlas.fit);
  }
  atlas.fit();
}

/* A second line under a name only where the country is wide enough for it on the screen. */
function fitNames({ areas, map, names }) {
  const { classList } = map.getContainer();
  classList.toggle("far", !hasRoomForNames(map.getZoom()));
  const large = classList.contains("large");
  for (const { node, id } of names) {
    const bounds = areas.get(id).layer.getBounds();
    const width = map.latLngToLayerPoint(bounds.getSouthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
    node.classList.toggle("narrow", !hasRoomForStatus(width, large));
  }
  keepApart(map.getContainer());
}

/**
 * Lets names and marks give way to one another, once a day with other words or marks has been painted.
 * @param {AtlasMap} atlas
 */
export function partSoon(atlas) {
  atlas.parting ||= requestAnimationFrame(() => {
    atlas.parting = 0;
    keepApart(atlas.map.getContainer());
  });
}

/**
 * Writes what holds under each name.
 * @param {AtlasMap} atlas
 * @param {Moment} moment
 */
export function tellNames(atlas, moment) {
  const { config, names, owners } = atlas;
  for (const { node, id } of names) {
    const remaining = moment.remaining.includes(id);
    const words = remaining ? config.words.remains_bound : owners.get(id).label;
    if (node.lastChild.textContent !== words) {
      node.lastChild.textContent = words;
      partSoon(atlas);
    }
    node.classList.toggle("remaining", remaining);
  }
}

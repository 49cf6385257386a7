/* Borders on the map, of the flank or of the line that the reader has chosen: how each is drawn, and how it looks on a day. */

import { offTheTabRow } from "../dom.js";
import { coverOf } from "./legend.js";
import { lineTip, lookOn } from "./line.js";
import { flankTip, tipOn } from "./tips.js";

/** @import { FlankBorder, LensBorder } from "../documents.d.ts" */
/** @import { AtlasMap } from "./map.js" */

/**
 * Leaves the look of one of Leaflet's lines to the styles, and the line off the tab row.
 * @param {SVGElement} path
 */
export function leaveToStyles(path) {
  for (const name of ["stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "fill"]) path.removeAttribute(name);
  path.setAttribute("fill", "none");
  offTheTabRow(path);
}

/**
 * @param {AtlasMap} atlas
 * @param {(FlankBorder | LensBorder)[]} features
 */
export function addBorders(atlas, features) {
  for (const feature of features) {
    const { properties } = feature;
    const { owner, neighbour } = properties;
    const halo = L.geoJSON(feature, { pane: "flank", style: { className: "border-halo" }, interactive: false });
    const line = L.geoJSON(feature, { pane: "flank", style: { className: "border" } });
    halo.addTo(atlas.layers);
    line.addTo(atlas.layers);
    const path = line.getLayers()[0]._path, under = halo.getLayers()[0]._path;
    for (const each of [under, path]) leaveToStyles(each);
    tipOn(line, () => ("spans" in properties ? lineTip(atlas.lens, properties, atlas.day) : flankTip(atlas, properties)));
    if (owner in atlas.timeline.states) line.on("click", () => atlas.choose(owner));
    atlas.borders.push({ path, halo: under, owner, spans: "spans" in properties ? properties.spans : null });
    path.dataset.border = [owner, neighbour].join("-");
  }
}

/**
 * Gives each border the look it has on the day of the map.
 * @param {AtlasMap} atlas
 */
export function paintBorders(atlas) {
  for (const border of atlas.borders) {
    const cover = border.spans ? lookOn(border.spans, atlas.day) : coverOf(atlas.statusOf(border.owner).bound);
    if (border.cover === cover) continue;
    border.halo.classList.toggle("side-outside", cover === "side-outside");
    border.path.classList.remove(border.cover);
    border.path.classList.add(cover);
    border.cover = cover;
  }
}

/* The legend of the map: what each colour, hatch and line says; a word of the field explains itself. All words come from
 * the map's configuration. */

import { draw, make } from "../dom.js";
import { partSoon } from "./names.js";

/** @import { MapConfig } from "../documents.d.ts" */

const OF_FLANK = ["near", "covered", "cover-unknown", "not-covered"];

/**
 * Puts the legend on the map, folded; gives its rows, one a status: {item, count}, the box itself, whether the reader
 * has opened or folded it, and the row of borders of which it is not known whether they are covered.
 * @param {any} map
 * @param {MapConfig} config
 */
export function addKey(map, config) {
  /** @type {{ item: HTMLElement, count: HTMLElement }[]} */
  const rows = [];
  const box = make("details", "key");
  const unknownCover = make("li");
  const key = { rows, box, chosen: false, unknownCover };
  const control = L.control({ position: "bottomleft" });
  control.onAdd = () => {
    fillKey(key, config);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
  showKey(box, false); // until the first day says which rows stay: it would grow and shrink before eyes
  return key;
}

/**
 * Shows or hides the legend, and the corner it stands in: a corner that grows counts as a page that jumps.
 * @param {HTMLElement} box
 */
export function showKey(box, shown = true) { box.parentElement.style.visibility = shown ? "" : "hidden"; }

/**
 * Writes the legend, in whatever language its words are.
 * @param {{ rows: { item: HTMLElement, count: HTMLElement }[], box: HTMLElement, chosen: boolean, unknownCover: HTMLElement }} key
 * @param {MapConfig} config
 */
export function fillKey(key, config) {
  const { rows, box, unknownCover } = key, { words } = config;
  const title = make("summary", "", words.legend);
  title.addEventListener("click", () => { key.chosen = true; });
  const list = make("ul");
  rows.length = 0;
  unknownCover.replaceChildren();
  const said = (text, term) => (term ? make("details", "term", make("summary", "", text), make("p", "", config.terms[term])) : make("span", "", text));
  for (const entry of config.legend) {
    const item = make("li");
    const count = make("b");
    item.append(swatch(entry.status === "not_known" ? "doubt" : `area ${entry.status}`, words.unknown_mark), said(entry.words, entry.term), count);
    list.append(item);
    rows.push({ item, count });
  }
  for (const [className, text, term = ""] of [
    ["practice", words.practice, "suspension"], ["near", words.flank, "flank"], ["covered", words.covered, "covered"], ["cover-unknown", words.cover_unknown, "covered"],
    ["not-covered", words.not_covered, "covered"], ["programme", words.programmes], ["unlisted", words.not_in_list],
  ]) {
    const item = className === "cover-unknown" ? unknownCover : make("li");
    if (OF_FLANK.includes(className)) item.dataset.of = "flank";
    item.append(swatch(className), said(text, term));
    list.append(item);
  }
  box.replaceChildren(title, list, make("p", "", words.disclaimer));
}

/* Lays the hatches of legend and map into the document, or those that the first view has brought. They are there once
 * and stay: WebKit forgets an id with the first of two things that bear it to go, and paints nothing from then on. */
export function layHatches() {
  const laid = document.querySelector("svg.hatches") ?? draw("svg", { class: "hatches", "aria-hidden": "true" });
  if (!laid.hasChildNodes()) laid.append(hatches());
  document.body.append(laid);
}

/* Hatches of the legend and the map (Hatch of geo/answers/words/legend.py); ids are looked up by map.css. */
function hatches() {
  const defs = draw("defs", {});
  const hatch = (id, ground, line, angle, width, gap) => {
    const pattern = draw("pattern", { id, width: gap, height: gap, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` }, defs);
    if (ground) draw("rect", { width: gap, height: gap, style: `fill:var(${ground})` }, pattern);
    draw("rect", { width, height: gap, style: `fill:var(${line})` }, pattern);
    return pattern;
  };
  hatch("hatch-withdrawal_notified", "--bound", "--halo", 45, 2, 7);
  hatch("hatch-withdrawn", "--withdrawn", "--halo", 0, 1.2, 6);
  hatch("hatch-signatory", "--pending", "--halo", 90, 1.2, 6);
  draw("rect", { width: 6, height: 1.2, style: "fill:var(--halo)" }, hatch("hatch-consented", "--pending", "--halo", 0, 1.2, 6));
  const dots = (id, colour) => {
    const pattern = draw("pattern", { id, width: 7, height: 7, patternUnits: "userSpaceOnUse" }, defs);
    for (const [cx, cy] of [[1.75, 1.75], [5.25, 5.25]]) draw("circle", { cx, cy, r: 1.5, style: `fill:var(${colour});stroke:var(--halo);stroke-width:.5` }, pattern);
  };
  for (const colour of ["bound", "pending", "withdrawn"]) dots(`dots-${colour}`, `--${colour}`);
  hatch("hatch-practice", null, "--practice", -45, 2.4, 8);
  return defs;
}

export function swatch(kind, mark) {
  const svg = draw("svg", { width: 26, height: 14, "aria-hidden": "true" });
  if (["covered", "cover-unknown", "not-covered", "programme"].includes(kind) || kind.startsWith("side-")) {
    const classes = kind === "programme" ? kind : `border ${kind}`;
    draw("line", { x1: 3, x2: 26, y1: 7, y2: 7, class: classes }, svg);
  } else {
    const classes = { practice: "area party", doubt: "area not_known from-consented", near: "area near", unlisted: "area" }[kind] || kind;
    draw("rect", { x: 1, y: 1, width: 24, height: 12, class: classes }, svg);
    if (kind === "doubt") {
      draw("rect", { x: 1, y: 1, width: 24, height: 12, class: "doubt to-party" }, svg);
      draw("rect", { x: 8, y: 2, width: 10, height: 10, rx: 2, class: "mark-ground" }, svg);
      draw("text", { x: 13, y: 10.5, "text-anchor": "middle", class: "mark" }, svg).textContent = mark;
    }
    if (kind === "practice") draw("rect", { x: 1, y: 1, width: 24, height: 12, class: "practice suspension_declared" }, svg);
  }
  return svg;
}

/* What a tip says: a name and a line under it. */
export function tipNode(title, text) {
  const node = make("div");
  node.append(make("strong", "", title), make("span", "", text));
  return node;
}

/* How a flank border is drawn, by whether its flank state is bound; null: not known. */
export function coverOf(bound) { return bound === null ? "cover-unknown" : bound ? "covered" : "not-covered"; }

export function showUnknownCover({ unknownCover }, borders) {
  const sure = borders.every((border) => border.cover !== "cover-unknown");
  if (unknownCover.hidden !== sure) unknownCover.hidden = sure;
}

/* Puts a question mark on an area whose status is not known, or takes it away: dots do not show on a small one. It
 * covers such a one and answers for it. `atlas` is the AtlasMap. */
export function markUnknown(atlas, area, unknown) {
  const { layers, config: { words } } = atlas;
  if (unknown && !area.mark) {
    const icon = L.divIcon({ html: make("span", "unknown-mark", words.unknown_mark), className: "", iconSize: [0, 0] });
    area.mark = L.marker(area.layer.getBounds().getCenter(), { icon, keyboard: false });
    atlas.answer(area.mark, area.layer.properties);
  }
  if (area.mark && unknown !== layers.hasLayer(area.mark)) {
    if (unknown) layers.addLayer(area.mark); else layers.removeLayer(area.mark);
    partSoon(atlas);
  }
}

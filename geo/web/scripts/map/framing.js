/* What the map frames: one of its views, or the box that an address names, until the reader moves it; how far the map
 * goes; and whether its legend has room beside what is framed.
 */

import { boxOf } from "../boxes.js";

/** @import { Box } from "../boxes.js" */
/** @import { MapConfig } from "../documents.d.ts" */

const LEAST_HEIGHT_PX = 60;
const ROOM_FOR_KEY_PX = 700;
const LARGE_FROM_PX = 950; // names grow where there is room, for those who sit further away
const NEARLY_A_STEP = 0.1; // an address rounds; that shall cost no step of zoom

export class Framing {
  /**
   * @param {any} map Leaflet's
   * @param {MapConfig} config
   * @param {{ box: HTMLDetailsElement, chosen: boolean }} key the legend; `chosen` once the reader has folded it or not
   * @param {(box: Box | null) => void} moved hears what is framed now, null for a view
   */
  constructor(map, config, key, moved) {
    this.map = map;
    this.config = config;
    this.key = key;
    this.moved = moved;
    this.view = "flank";
    /** @type {Box | null} */
    this.box = null;
    this.ownMove = false;
    this.framing = false;
    this.aside = 0;
    map.options.maxBoundsViscosity = 1;
    map.setMaxBounds(config.limits);
    map.on("movestart", () => { if (!this.framing) this.ownMove = true; });
    map.on("moveend", () => { if (!this.framing && this.ownMove) moved(this.shown()); });
    new ResizeObserver(() => this.reframe()).observe(map.getContainer());
    // The legend is as wide as it stays only once its style sheet is there, which may come after the scripts.
    new ResizeObserver(() => { if (key.box.offsetWidth !== this.aside) this.reframe(); }).observe(key.box);
  }

  /**
   * Frames a view, or a box; once the frame around the map has its size, and again when that changes, until the reader
   * moves the map.
   * @param {string} view
   * @param {Box | null} box
   */
  frame(view, box = null) {
    this.view = view;
    this.box = box;
    this.ownMove = false;
    this.reframe();
    this.moved(box);
  }

  reframe() {
    const { map, key, config: { extents } } = this;
    map.invalidateSize({ animate: false });
    const { x, y } = map.getSize();
    map.getContainer().classList.toggle("large", x >= LARGE_FROM_PX);
    // Open, it stands beside what is framed; where it would cover that, it folds.
    const beside = x > ROOM_FOR_KEY_PX && this.view !== "world";
    if (!key.chosen) key.box.open = beside;
    this.aside = key.box.offsetWidth;
    if (this.ownMove || y < LEAST_HEIGHT_PX) return;
    this.framing = true;
    if (this.box) this.frameBox(this.box);
    else {
      const paddingTopLeft = [beside && key.box.open ? this.aside : 0, 0];
      map.fitBounds(extents[this.view] || extents.flank, { animate: false, paddingTopLeft });
    }
    this.framing = false;
  }

  /** @param {Box} box */
  frameBox([west, south, east, north]) {
    const { map } = this;
    const { zoomSnap } = map.options;
    const bounds = L.latLngBounds([south, west], [north, east]);
    map.options.zoomSnap = 0;
    const steps = map.getBoundsZoom(bounds) / zoomSnap;
    map.options.zoomSnap = zoomSnap;
    const zoom = Math.floor(steps + NEARLY_A_STEP) * zoomSnap;
    const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.project(corner, zoom));
    map.setView(map.unproject(corners[0].add(corners[1]).divideBy(2), zoom), zoom, { animate: false });
  }

  /**
   * What the map shows in place of its view, in degrees; null where it frames its view.
   * @returns {Box | null}
   */
  shown() {
    if (!this.ownMove) return this.box;
    const seen = this.map.getBounds();
    return boxOf([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()], this.config.boxes);
  }
}

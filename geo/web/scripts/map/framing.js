/* What the map frames: one of its views, or the box that an address names, until the reader moves it; how far the map
 * goes; and whether its legend has room beside what is framed.
 */

import { boxOf } from "../boxes.js";
import { hasRoomForKey, isLarge, zoomOfBox } from "./room.js";

/** @import { Box } from "../boxes.js" */
/** @import { MapConfig } from "../documents.d.ts" */

const LEAST_HEIGHT_PX = 60;

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
    /** @type {[[number, number], [number, number]] | undefined} */
    this.line = undefined;
    this.foot = 0; // pixels at the foot that a view keeps clear of
    this.covered = 0; // pixels that something of the page lies over
    this.chosen = false;
    this.place = () => null; // what is to be in sight above that
    map.options.maxBoundsViscosity = 1;
    map.setMaxBounds(config.limits);
    map.on("movestart", () => { if (!this.framing) this.ownMove = true; });
    map.on("moveend", () => { if (!this.framing && this.ownMove) moved(this.shown()); });
    // The legend is as wide as it stays only once its style sheet is there, which may come after the scripts.
    const legend = () => { if (key.box.offsetWidth !== this.aside) this.reframe(); };
    this.watches = [[map.getContainer(), () => this.reframe()], [key.box, legend]].map(([box, look]) => {
      const watch = new ResizeObserver(look);
      watch.observe(box);
      return watch;
    });
  }

  close() { for (const watch of this.watches) watch.disconnect(); }

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

  /** @param {{ box: [[number, number], [number, number]] } | null} lens what the view of the flank frames in its place */
  through(lens) {
    this.line = lens?.box;
    this.reframe();
  }

  reframe() {
    const { map, key, config: { extents } } = this;
    map.invalidateSize({ animate: false });
    const { x, y } = map.getSize();
    const { classList } = map.getContainer();
    if (classList.contains("large") !== isLarge(x)) {
      classList.toggle("large");
      map.fire("lettered"); // names are of another size
    }
    const beside = hasRoomForKey(x, this.view);
    if (!key.chosen) key.box.open = beside;
    this.aside = key.box.offsetWidth;
    if (this.ownMove || y < LEAST_HEIGHT_PX) return;
    this.framing = true;
    if (this.box) this.frameBox(this.box);
    else {
      const paddingTopLeft = [beside && key.box.open ? this.aside : 0, 0];
      const view = extents[this.view] || extents.flank;
      map.fitBounds(this.line && view === extents.flank ? this.line : view, { animate: false, paddingTopLeft, paddingBottomRight: [0, this.foot] });
    }
    this.framing = false;
    this.keepClear();
  }

  /**
   * Leaves the foot of the map clear; to the reader that is no move.
   * @param {number} foot pixels
   * @param {boolean} chosen whether by the reader's own choice, which frames anew; a map that has just come only moves as
   *   far as it must
   * @param {() => any} place the bounds of what is to be in sight above it, null for nothing
   */
  clear(foot, chosen, place) {
    this.covered = foot;
    this.chosen = chosen;
    this.place = place;
    if (chosen && foot !== this.foot) {
      this.foot = foot;
      this.reframe();
    } else this.keepClear();
  }

  /* The middle of the place comes into sight above the foot, and all of it where it has room there. */
  keepClear() {
    const { covered, map } = this;
    const bounds = covered && !this.ownMove ? this.place() : null;
    if (!bounds) return;
    this.framing = true;
    map.panInside(bounds.getCenter(), { animate: false, paddingBottomRight: [0, covered] });
    const [top, bottom] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner).y);
    const up = Math.min(bottom - (map.getSize().y - covered), top);
    if (up > 0) map.panBy([0, Math.ceil(up)], { animate: false });
    this.framing = false;
  }

  /** @param {Box} box */
  frameBox([west, south, east, north]) {
    const { map } = this;
    const { zoomSnap } = map.options;
    const bounds = L.latLngBounds([south, west], [north, east]);
    map.options.zoomSnap = 0;
    const zoom = zoomOfBox(map.getBoundsZoom(bounds), zoomSnap);
    map.options.zoomSnap = zoomSnap;
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

/* Frames the first picture as Leaflet will frame the live map: the same zoom, and every place on the same pixel. It
 * follows Leaflet 1.9: fitBounds, its steps of zoom, its bounds of the whole, and its rounding of the corner.
 */

import { keepApart } from "./labels.js";
import { hasRoomForKey, hasRoomForNames, hasRoomForStatus, isLarge, zoomOfBox } from "./room.js";

/**
 * @typedef {object} FirstFrame What first_map.py says of a picture; extents are (south, west), (north, east) in degrees.
 * @property {number} zoom at which a step of the picture is a pixel
 * @property {[number, number]} corner of the picture on the whole world, in steps
 * @property {string} view
 * @property {[[number, number], [number, number]]} extent
 * @property {[number, number, number, number] | null} box the map has been moved to: west, south, east, north
 * @property {[[number, number], [number, number]]} limits
 * @property {number} snap
 */

const TILE_PX = 256;

/** @typedef {[number, number]} Point */

/**
 * @param {Point} place latitude and longitude
 * @param {number} zoom
 * @returns {Point} pixels from the corner of the world
 */
function project([lat, lon], zoom) {
  const sine = Math.sin((lat * Math.PI) / 180), size = TILE_PX * 2 ** zoom;
  return [size * (lon / 360 + 0.5), size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}

/* How far a map moves along one axis so that it stays within its limits (Leaflet's _rebound). */
function rebound(low, high) {
  return low + high > 0 ? Math.round(low - high) / 2 : Math.max(0, Math.ceil(low)) - Math.max(0, Math.floor(high));
}

/**
 * The zoom of a picture, and the pixel of the world in its corner.
 * @param {FirstFrame} frame
 * @param {Point} size
 * @param {number} aside pixels on the left that the legend takes
 */
function framed({ extent: [from, to], box, limits, snap }, size, aside) {
  /** @type {[Point, Point]} */
  const [southWest, northEast] = box ? [[box[1], box[0]], [box[3], box[2]]] : [from, to];
  const [left, bottom] = project(southWest, 0), [right, top] = project(northEast, 0);
  const fits = Math.log2(Math.min((size[0] - (box ? 0 : aside)) / (right - left), size[1] / (bottom - top)));
  const zoom = Math.max(0, box ? zoomOfBox(fits, snap) : Math.floor(Math.round(fits / (snap / 100)) / 100) * snap);
  const scale = 2 ** zoom;
  const middle = [((left + right) / 2) * scale - (box ? 0 : aside / 2), ((top + bottom) / 2) * scale];
  const [west, south] = project(limits[0], zoom), [east, north] = project(limits[1], zoom);
  const edges = [[west, east], [north, south]];
  const corner = middle.map((at, axis) => {
    const [low, high] = edges[axis], half = size[axis] / 2;
    return rebound(low - (at - half), at + half - high);
  });
  const moved = corner.some((by) => Math.abs(by) > 1) ? corner : [0, 0];
  return { zoom, corner: middle.map((at, axis) => Math.round(at + moved[axis] - size[axis] / 2)) };
}

/**
 * Frames a picture in its box, and lets in what has room there.
 * @param {HTMLElement} picture
 */
export function frameFirst(picture) {
  /** @type {FirstFrame} */
  const frame = JSON.parse(picture.dataset.frame);
  const { left, right, top, bottom } = picture.getBoundingClientRect();
  const size = /** @type {Point} */ ([Math.round(right) - Math.round(left), Math.round(bottom) - Math.round(top)]);
  const key = /** @type {HTMLDetailsElement} */ (picture.querySelector(".key"));
  const large = isLarge(size[0]);
  picture.classList.toggle("large", large);
  const beside = hasRoomForKey(size[0], frame.view);
  key.open = beside;
  const { zoom, corner } = framed(frame, size, beside ? key.offsetWidth : 0);
  const scale = 2 ** (zoom - frame.zoom);
  const origin = corner.map((at, axis) => at / scale - frame.corner[axis]);
  const land = picture.querySelector(".land");
  land.setAttribute("viewBox", [...origin, ...size.map((px) => px / scale)].join(" "));
  for (const [name, px] of Object.entries({ width: size[0], height: size[1] })) land.setAttribute(name, String(px));
  for (const pattern of land.querySelectorAll("pattern")) {
    const turned = pattern.getAttribute("patternTransform")?.match(/rotate\(.*\)/)?.[0] ?? "";
    pattern.setAttribute("patternTransform", `scale(${1 / scale}) ${turned}`);
  }
  picture.classList.toggle("far", !hasRoomForNames(zoom));
  for (const [name, value] of Object.entries({ left: origin[0], top: origin[1], scale })) picture.style.setProperty(`--${name}`, String(value));
  for (const name of /** @type {NodeListOf<HTMLElement>} */ (picture.querySelectorAll(".name"))) {
    name.classList.toggle("narrow", !hasRoomForStatus(Number(name.dataset.width) * scale, large));
  }
  picture.classList.add("framed");
  keepApart(picture);
}

/* Land as Leaflet draws it, kept in a sixth of the room. Leaflet holds two objects for each point of a polygon, for the whole
 * world more than all other scripts of the page hold; here are numbers, and points only while a path is written.
 */

/** @import { Area } from "../documents.d.ts" */

let Land = null; // made of Leaflet, which must have come

/**
 * The polygons of an area, with the bounds of each of its `pieces`.
 * @param {Area} feature
 * @param {object} options Leaflet's for a path
 */
export function landOf({ geometry, properties }, options) {
  Land ??= makeLand();
  const { coordinates } = geometry;
  const isOne = typeof coordinates[0][0][0] === "number";
  return Object.assign(new Land(isOne ? [coordinates] : coordinates, options), { properties });
}

const makeLand = () => L.Polygon.extend({
  initialize(polygons, options) {
    L.Util.setOptions(this, options);
    this.pieces = polygons.map((rings) => L.latLngBounds(rings.flat().map(([lng, lat]) => [lat, lng])));
    this._bounds = this.pieces.reduce((all, piece) => all.extend(piece), L.latLngBounds([]));
    this.plane = L.bounds([]);
    this.rings = polygons.flat().map((ring) => onPlane(ring, this.plane));
    this._rings = this._parts = [];
  },

  getCenter() { return this._bounds.getCenter(); },

  /* Where it lies on the map: its corners tell. */
  _project() {
    const { min, max } = this.plane;
    this._rawPxBounds = L.bounds(pointsOf([min.x, min.y, max.x, max.y], this._map));
    this._updateBounds();
  },

  _clipPoints() {
    const inSight = this._pxBounds.intersects(this._renderer._bounds);
    this._rings = inSight ? this.rings.map((ring) => pointsOf(ring, this._map)) : [];
    L.Polygon.prototype._clipPoints.call(this);
    this._rings = [];
  },

  _updatePath() {
    L.Polygon.prototype._updatePath.call(this);
    this._parts = [];
  },
});

/* The points of a ring on the plane that zoom 0 shows, x and y in turn; the last is the first again, and left out. The box
 * comes to hold them. */
function onPlane(ring, box) {
  const points = new Float64Array(2 * (ring.length - 1));
  for (let at = 0; at < points.length; at += 2) {
    const [lng, lat] = ring[at / 2];
    const point = L.CRS.EPSG3857.latLngToPoint({ lat, lng }, 0);
    points.set([point.x, point.y], at);
    box.extend(point);
  }
  return points;
}

/* Points of the plane where the map has them, in whole pixels, as Leaflet rounds. */
function pointsOf(plane, map) {
  const scale = map.getZoomScale(map.getZoom(), 0), from = map.getPixelOrigin(), points = [];
  for (let at = 0; at < plane.length; at += 2) {
    points.push(L.point(Math.round(plane[at] * scale) - from.x, Math.round(plane[at + 1] * scale) - from.y));
  }
  return points;
}

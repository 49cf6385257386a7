/* What is chosen out of sight is brought into sight. */

/** @import { AtlasMap } from "./map.js" */

const CLOSEST_ZOOM = 5; // what lies around a small state tells where it is
const MARGIN_PX = 40;

/* The bounds of the largest piece of an area: those of all pieces may go round the world. */
export function mainland(layer) {
  const size = (box) => (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth());
  return layer.pieces.reduce((one, other) => (size(other) > size(one) ? other : one));
}

/**
 * Moves the map to an area that does not show in it; one that does stays where it is.
 * @param {AtlasMap} atlas
 * @param {string} id
 */
export function bring(atlas, id) {
  const { areas, map } = atlas;
  const area = areas.get(id);
  atlas.sought = area || !id ? null : id; // what is still to come is brought when it is there
  if (!area) return;
  const bounds = mainland(area.layer);
  if (map.getBounds().intersects(bounds)) return;
  map.fitBounds(bounds, { animate: false, maxZoom: CLOSEST_ZOOM, padding: [MARGIN_PX, MARGIN_PX] });
}

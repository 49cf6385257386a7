/* A chosen state's sentence lies over the foot of a small window, and there over the map: what is framed keeps clear of
 * it, and so do the state and what stands at the foot of the map (map.css).
 */

import { mainland } from "./bring.js";

/** @import { AtlasMap } from "./map.js" */

const MOST = 0.4; // of the map's height, or nothing in it could be told apart

/**
 * @param {AtlasMap} atlas
 * @param {number} foot how many pixels of the window are covered at its foot
 * @param {string} id the chosen area, or empty
 * @param {boolean} chosen whether the reader has chosen it here, and has not come with it
 */
export function clearTheFoot({ areas, framing, host, map }, foot, id, chosen) {
  const { top, bottom, height } = (window.frameElement ?? map.getContainer()).getBoundingClientRect();
  const free = host.page.defaultView.innerHeight - foot;
  const covered = foot && top < free ? Math.max(0, Math.min(bottom - free, foot, MOST * height)) : 0;
  map.getContainer().style.setProperty("--map-foot", `${covered}px`);
  framing.clear(covered, chosen, () => (areas.has(id) ? mainland(areas.get(id).layer) : null));
}

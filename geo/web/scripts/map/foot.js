/* A chosen state's sentence lies over the foot of a small window, and there over the map: what is framed keeps clear of
 * it, and so do the state and what stands at the foot of the map (map.css).
 */

import { footOf } from "../dom.js";
import { mainland } from "./bring.js";

/** @import { AtlasMap } from "./map.js" */

const MOST = 0.4; // of the map's height, or nothing in it could be told apart

/**
 * @param {AtlasMap} atlas
 * @param {string} id the chosen area, or empty
 * @param {boolean} chosen whether the reader has chosen it here, and has not come with it
 */
export function clearTheFoot(atlas, id, chosen) {
  const { areas, framing } = atlas;
  framing.clear(lift(atlas).covered, chosen, () => (areas.has(id) ? mainland(areas.get(id).layer) : null));
}

/**
 * Whoever scrolls moves the map from under the sentence, or under it: what stands at its foot goes with that. The map
 * itself stays, but for a state that was in sight when it was chosen: that is cleared of the whole sentence at once.
 * @param {AtlasMap} atlas
 */
export function standAtTheFoot(atlas) {
  const { framing, host } = atlas;
  host.page.addEventListener("scroll", () => {
    const { covered, most } = lift(atlas);
    if (covered > framing.covered) framing.clear(most, framing.chosen, framing.place);
  }, { capture: true, passive: true });
}

/**
 * Lifts what stands at the foot of the map over what is covered of it.
 * @param {AtlasMap} atlas
 * @returns {{ covered: number, most: number }} how many pixels of the map that is, and how many it can be
 */
function lift({ host, map }) {
  const foot = footOf(host.page);
  const { top, bottom, height } = (window.frameElement ?? map.getContainer()).getBoundingClientRect();
  const free = host.page.defaultView.innerHeight - foot;
  const most = Math.min(foot, MOST * height);
  const covered = foot && top < free ? Math.max(0, Math.min(bottom - free, most)) : 0;
  map.getContainer().style.setProperty("--map-foot", `${covered}px`);
  return { covered, most };
}

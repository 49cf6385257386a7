/* Border programmes on the map: beads beside the border, there from the day the programme became public. */

import { ended } from "../words.js";
import { leaveToStyles } from "./borders.js";
import { tipNode } from "./legend.js";
import { tipOn } from "./tips.js";

/** @import { BorderProgramme } from "../documents.d.ts" */
/** @import { AtlasMap } from "./map.js" */

/**
 * @param {AtlasMap} atlas
 * @param {BorderProgramme[]} features
 */
export function addProgrammes(atlas, features) {
  for (const feature of features) {
    const { name, owner, words } = feature.properties;
    const line = L.geoJSON(feature, { pane: "flank", style: { className: "programme" } }).addTo(atlas.layers);
    const path = line.getLayers()[0]._path;
    leaveToStyles(path);
    path.dataset.programme = `${name} ${owner}`;
    tipOn(line, () => tipNode(atlas.called("parts", name), `${atlas.name(owner)}: ${ended(atlas.called("programmes", name, words))} ${atlas.config.words.programme}`));
    line.on("click", () => atlas.choose(owner));
    atlas.programmes.push({ path, from: feature.properties.from });
  }
}

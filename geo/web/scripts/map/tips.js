/* What areas and borders of the flank say of themselves on the day of a map. */

import { figure } from "../speech.js";
import { fill } from "../words.js";
import { coverOf, tipNode } from "./legend.js";
import { isTouch } from "./touch.js";

/** @import { Area, FlankBorder } from "../documents.d.ts" */
/** @import { AtlasMap } from "./map.js" */

/**
 * @param {AtlasMap} atlas
 * @param {FlankBorder["properties"]} border
 */
export function flankTip(atlas, { owner, neighbour, part, km }) {
  const title = `${atlas.name(owner)}–${atlas.name(neighbour)}${part ? ` (${atlas.called("parts", part)})` : ""}`;
  const { words } = atlas.config, cover = coverOf(atlas.statusOf(owner).bound).replace("-", "_");
  return tipNode(title, `${fill(words.border_km, { km: figure(km) })} ${words[cover]}`);
}

/**
 * @param {AtlasMap} atlas
 * @param {Area["properties"]} area
 */
export function areaTip(atlas, { id, name, owner, standing, note }) {
  const status = owner && atlas.statusOf(owner);
  const own = standing === "state" ? atlas.name(id) : atlas.called("areas", id, name);
  const whose = standing === "state" || !owner ? own : `${own} (${atlas.name(owner)})`;
  if (!status && note) return tipNode(whose, atlas.called("notes", id, note));
  return tipNode(whose, status ? status.words : atlas.config.words.not_in_list);
}

/**
 * Lets a layer say what holds on the day: under a pointer or, on a touch screen, from one tap to the next. There the map
 * moves under the place last touched, which a browser takes for a pointer that has gone on.
 * @param {any} layer Leaflet's
 * @param {() => HTMLElement} says
 */
export function tipOn(layer, says, more = {}) {
  layer.bindTooltip(says, { sticky: true, className: "tip", ...more });
  if (isTouch) layer.off("mouseover").off("mouseout");
}

/* The tip that is open. A finger leaves it behind, and days pass under it. */
export class OpenTip {
  /** @param {any} map Leaflet's */
  constructor(map) {
    this.tip = null;
    this.country = "";
    this.met = ""; // the country that was chosen on the map itself, of which the tip may tell
    if (isTouch) map.on("preclick", () => { this.tip?.close(); });
    map.on("tooltipopen", ({ tooltip }) => { this.tip = tooltip; });
    map.on("tooltipclose", ({ tooltip }) => { if (this.tip === tooltip) this.tip = null; });
  }

  /**
   * Closes it where another country has been chosen elsewhere; else it says what holds now.
   * @param {string} country
   */
  follow(country) {
    const { tip } = this;
    const left = country !== this.country && country !== this.met;
    if (country !== this.country) this.met = "";
    this.country = country;
    if (!tip) return;
    if (left) tip.close();
    else if (tip.getElement().textContent !== tip.getContent()().textContent) tip.update();
  }
}

/* The atlas inside Streamlit's frame: the map goes with the page around it (same origin), and writes the headline and
 * its figures back while the thumb moves.
 */

import { parseBox, writtenBox } from "../boxes.js";
import { fetchJson } from "../fetch.js";
import { tell } from "../headline.js";
import { bring } from "../map/bring.js";
import { clearTheFoot } from "../map/foot.js";
import { AtlasMap } from "../map/map.js";
import { measureForPaper } from "../map/paper.js";
import { TwoDays } from "../map/two_days.js";
import { speaker } from "../said.js";
import { SEEK, boundsOf, follow, isDark, isExportOpen, isOnExport, move, placeOfView, takeOver, tellServer } from "./streamlit.js";

const page = window.parent.document;
const REST_MS = 250;

class Host {
  constructor(map, config) {
    this.map = map;
    this.config = config;
    this.isOver = this.isWhole = false;
    /** @type {Element | null} */
    this.land = null;
    this.clicks = this.frame = 0;
    this.startedAt = Date.now();
    this.told = { bounds: null };
    /** @type {Record<string, string>} */
    this.others = {}; // addresses of documents that take the place of the record's
    const { legend, terms, words } = config;
    this.first = { legend, terms, words }; // in the language that the page was opened in
    this.page = page;
  }

  /* What the server knows of the map; each change of it runs the page once. */
  answer(more) {
    this.told = { ...this.told, ...more };
    tellServer(this.told);
  }

  get throughLens() { return "lens" in this.others; }

  fetch(worldview, role, waiting) { return fetchJson(this.others[role] ?? this.config.files[worldview][role], waiting); }

  /* What the map says of itself, in the language that the reader has chosen. */
  async spoken(waiting) {
    const spoken = this.others.words ? await fetchJson(this.others.words, waiting) : this.first;
    window.frameElement.setAttribute("title", spoken.words.frame);
    return spoken;
  }

  /* The counter lets a second click on the same country arrive as a new one. */
  choose(iso) {
    this.clicks += 1;
    if (move(page, { country: iso ?? "" })) this.answer({ country: iso, click: `${this.startedAt}-${this.clicks}` });
  }

  painted(moment, day) {
    this.words = { moment, day };
    // While the thumb moves, in the frame that is about to be shown: at once, the slider would lay the page out twice.
    if (!("held" in page.documentElement.dataset)) this.write();
    else this.frame ||= window.parent.requestAnimationFrame(() => this.write());
    if (this.isOver) return;
    this.isOver = true;
    // The land of the first view stays under the map, on the same pixels, until the rest of the world has come.
    takeOver(page, (land) => {
      if (this.isWhole || !land) return;
      this.land = land;
      this.map.getContainer().prepend(land);
    });
  }

  /* The words of the day that is painted, where others have taken their place. */
  retell() { if (this.words) this.write(); }

  write() {
    this.frame = 0;
    tell(page, this.words.moment, this.words.day);
  }

  allPainted() {
    this.isWhole = true;
    this.land?.remove();
    this.land = null;
  }

  /* The page around keeps it in the address; the server is not asked. */
  moved(box) { page.documentElement.dataset.bounds = writtenBox(box); }
}

function goWithThePage(atlas) {
  let warned = false, chosen = false, rest = 0;
  const two = new TwoDays(atlas);
  const say = speaker(page, "day");
  follow(page, (place, before) => {
    if (place.unread && !warned) {
      warned = true;
      console.warn("Ottawa Atlas: the slider could not be read; the map follows on release only.");
    }
    goToTheView(atlas, place, before);
    atlas.country = place.country;
    atlas.day = place.day || atlas.day;
    const { lens } = atlas.host.others;
    atlas.host.others = JSON.parse(place.files);
    if (before.day && lens !== atlas.host.others.lens) atlas.framing.frame("flank");
    if (place.worldview !== before.worldview || place.files !== before.files) {
      atlas.load(place.worldview).then(() => two.say()).catch((error) => atlas.fail(error));
      two.load(place.worldview);
    } else if (place.day !== before.day || place.country !== before.country) atlas.repaint(place.day);
    if (place.compare || before.compare) two.go(place.compare, place.worldview);
    const other = before.day && place.country !== before.country;
    chosen ||= Boolean(other);
    if (place.foot !== (before.foot ?? 0) || (place.foot && place.country !== before.country)) clearTheFoot(atlas, place.country, chosen);
    if (other) bring(atlas, place.country); // into what is framed now
    // The server's answer to an earlier move has just been written where the map tells of a later one.
    if (place.committed !== before.committed && place.committed !== place.day) atlas.host.retell();
    if (before.day && (place.day !== before.day || place.held !== before.held)) {
      clearTimeout(rest);
      if (!place.held) rest = setTimeout(() => say(page.querySelector("[data-live=headline]").textContent), REST_MS);
    }
  });
}

/* Where the reader has taken the map matters to the server only when it is about to be drawn there: it is told when
 * the export menu is opened, and when the map comes to rest while that is open. */
function tellWhere(atlas) {
  const { host } = atlas;
  const tellBox = () => {
    const bounds = atlas.framing.shown();
    if (String(bounds) !== String(host.told.bounds)) host.answer({ bounds });
  };
  for (const moment of ["pointerdown", "click"]) {
    page.addEventListener(moment, (event) => { if (isOnExport(event)) tellBox(); }, true);
  }
  let rest = null;
  atlas.map.on("moveend", () => {
    clearTimeout(rest);
    rest = setTimeout(() => { if (isExportOpen(page)) tellBox(); }, REST_MS);
  });
}

/* A step in the history goes to the view, and to the box in its address where it has one. */
function goToTheView({ framing, config }, { view, bounds }, before) {
  const toView = view !== before.view && view !== framing.view;
  if (!toView && bounds === writtenBox(framing.shown())) return;
  framing.frame(toView ? view : framing.view, parseBox(bounds, config.boxes));
}

/* A view that is chosen is framed at once, also the one that is chosen already, of which the server hears nothing. */
function letTheViewLead({ framing, config }) {
  page.addEventListener("click", (event) => {
    const place = placeOfView(event);
    if (place < 0) return;
    const view = config.views[place];
    page.documentElement.dataset.view = view;
    framing.frame(view);
    move(page, { view });
  }, true);
}

/* What is looked for by name and has no status of its own lies somewhere too. */
function seek(atlas) {
  page.addEventListener(SEEK, (event) => bring(atlas, /** @type {CustomEvent} */ (event).detail));
}

function start(map, config) {
  const paintTheme = () => {
    const theme = isDark(page) ? "dark" : "light";
    for (const root of [document.documentElement, page.documentElement]) root.dataset.theme = theme;
  };
  paintTheme();
  window.addEventListener("message", () => requestAnimationFrame(paintTheme));
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    map.options.zoomAnimation = map.options.fadeAnimation = map._zoomAnimated = false;
  }
  const atlas = new AtlasMap(map, config, new Host(map, config));
  measureForPaper(map, map.getContainer(), /** @type {HTMLElement} */ (window.frameElement));
  window.__atlas = atlas;
  window.frameElement.setAttribute("title", config.words.frame);
  // Folium's forbids a reader to enlarge the map.
  for (const meta of document.querySelectorAll("meta[name=viewport]")) meta.setAttribute("content", "width=device-width");
  map.on("movestart", () => { if (!atlas.framing.framing) atlas.host.allPainted(); });
  atlas.framing.frame(atlas.framing.view, parseBox(boundsOf(page), config.boxes));
  goWithThePage(atlas);
  tellWhere(atlas);
  letTheViewLead(atlas);
  seek(atlas);
}

// The script of the frame makes the map, and tells of it.
document.addEventListener("atlas-map", (event) => start(event.detail.map, event.detail.config));

/* The atlas inside Streamlit's frame: it follows the page around it (same origin).
 *
 * The day is read from the date slider while the thumb moves, and from the page's own marker (#atlas-state) once
 * the server has committed it; the headline and its figures are written back while the thumb moves.
 */
(function () {
  "use strict";

  const page = window.parent.document;

  /* The day under the thumb; null where the slider's markup is not what we know. Microseconds since 1970. */
  function sliderDay() {
    const input = page.querySelector(".st-key-date input[type=range]");
    const micros = input && input.hasAttribute("aria-valuetext") ? Number(input.getAttribute("value")) : NaN;
    if (!Number.isFinite(micros) || micros === 0) return null;
    return new Date(micros / 1000).toISOString().slice(0, 10);
  }

  function marker() {
    const node = page.getElementById("atlas-state");
    return node ? node.dataset : {};
  }

  function isDark() {
    const ground = page.querySelector(".stApp") || page.body;
    const [r, g, b] = getComputedStyle(ground).backgroundColor.match(/[\d.]+/g).map(Number);
    return 0.299 * r + 0.587 * g + 0.114 * b < 128;
  }

  function writeLive(name, text) {
    for (const node of page.querySelectorAll(`[data-live="${name}"]`)) {
      if (node.textContent !== text) node.textContent = text;
    }
  }

  class Host {
    constructor(config) {
      this.config = config;
      this.clicks = 0;
      this.startedAt = Date.now();
    }

    async fetch(worldview, role) {
      const address = this.config.files[worldview][role];
      const answer = await window.fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    }

    /* The counter lets a second click on the same country arrive as a new one. */
    choose(iso) {
      this.clicks += 1;
      window.Streamlit.setComponentValue({ country: iso, click: `${this.startedAt}-${this.clicks}` });
    }

    painted(moment, day) {
      writeLive("headline", moment.headline.replace("{day}", OttawaAtlas.inWords(day)));
      writeLive("bound", String(moment.bound));
      writeLive("flank", moment.covered_km.toLocaleString("en-GB"));
      const bar = page.querySelector('[data-live-width="covered"]');
      if (bar) bar.style.width = `${(100 * moment.covered_km) / moment.flank_km}%`;
    }
  }

  /* Says a sentence to those who listen to the page; the headline itself moves too often to be live. */
  function say(sentence) {
    let node = page.getElementById("atlas-said");
    if (!node) {
      node = page.createElement("p");
      node.id = "atlas-said";
      node.setAttribute("role", "status");
      node.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0";
      page.body.append(node);
    }
    if (node.textContent !== sentence) node.textContent = sentence;
  }

  function follow(atlas) {
    let warned = false;
    let last = {};
    let committed = null;
    const step = () => {
      const state = marker();
      // During a drag the page tells where the thumb is; the slider's own word comes a frame later.
      const thumb = page.documentElement.dataset.thumb || sliderDay();
      if (thumb === null && !warned && page.querySelector(".st-key-date input")) {
        warned = true;
        console.warn("Ottawa Atlas: the slider could not be read; the map follows on release only.");
      }
      const day = thumb || state.day;
      const now = { day, country: state.country || "", worldview: state.worldview || "un", view: state.view || "flank" };
      if (now.view !== last.view) atlas.frame(now.view);
      atlas.country = now.country;
      atlas.day = now.day || atlas.day;
      if (now.worldview !== last.worldview) atlas.load(now.worldview).catch((error) => atlas.fail(error));
      else if (now.day !== last.day || now.country !== last.country) atlas.repaint(now.day);
      last = now;
      if (state.day && state.day !== committed) {
        if (committed) say(page.querySelector("[data-live=headline]").textContent);
        committed = state.day;
      }
    };
    new MutationObserver(step).observe(page.documentElement, {
      subtree: true, childList: true, attributes: true, attributeFilter: ["aria-valuetext", "data-day", "data-thumb"],
    });
    step();
  }

  function start(map, config) {
    const paintTheme = () => {
      const theme = isDark() ? "dark" : "light";
      for (const root of [document.documentElement, page.documentElement]) root.dataset.theme = theme;
    };
    paintTheme();
    window.addEventListener("message", () => requestAnimationFrame(paintTheme));
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      map.options.zoomAnimation = map.options.fadeAnimation = map._zoomAnimated = false;
    }
    const box = map.getContainer();
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Map of treaty status. The country list beside it gives the same without a mouse.");
    const atlas = new OttawaAtlas.AtlasMap(map, config, new Host(config));
    window.__atlas = atlas;
    follow(atlas);
  }

  window.OttawaAtlas.start = start;
})();

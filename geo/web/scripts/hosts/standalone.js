/* The atlas as a file of its own: the host of the map, the date controls and the panel, without a server.
 *
 * Days are ISO strings; on the slider they are whole days since 1970. The map repaints at once while the thumb
 * moves; the panel is set anew only when something in it is different.
 */
(function () {
  "use strict";

  const { AtlasMap, Dossiers, bordersSheet, make, panelSheet, tell, tellAge } = window.OttawaAtlas;
  const { addMonth, drawPath, inWords, isDay, toDay, today, toNumber, unpackAll, yearLabel, yearsBetween } = window.OttawaAtlas;
  const byId = (id) => document.getElementById(id);
  const read = (name) => JSON.parse(byId(`data-${name}`).textContent);
  const motion = window.matchMedia("(prefers-reduced-motion: reduce)");

  /* The rest of the world and the dossiers stand below the scripts: they wait until the flank is on the screen and
   * the whole file has been read. */
  const wholeFile = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const afterPaint = () => Promise.all([wholeFile, painted()]);

  class Page {
    constructor() {
      this.config = read("config");
      this.timeline = read("timeline");
      this.lastDay = [today(), this.timeline.verified_to].sort().pop();
      this.stops = this.config.event_days.filter((day) => day <= this.lastDay);
      this.slider = byId("day");
      this.place = this.arrive();
    }

    /* ---- what the map asks of its host -------------------------------------------------------------- */

    async fetch(_worldview, role) {
      if (role === "timeline") return this.timeline;
      if (role === "world") await afterPaint();
      return unpackAll(read(role), this.config.per_degree);
    }

    choose(iso) { this.show({ country: iso }); }

    painted(moment, day) { tell(document, moment, day); }

    /* ---- start --------------------------------------------------------------------------------------- */

    start() {
      tellAge(document, this.timeline.held);
      this.fillCountries();
      document.querySelector(`input[name=view][value=${this.place.view}]`).checked = true;
      this.setRange(this.place.date < "2025-01-01" ? this.config.first_day : "2025-01-01");
      this.makeMap();
      this.listen();
      this.showTime();
      afterPaint().then(() => this.startPanel());
    }

    startPanel() {
      this.dossiers = new Dossiers(read("dossiers"), this.timeline);
      this.sheets = [panelSheet(byId("panel"), this.dossiers), bordersSheet(byId("borders"), this.dossiers)];
      this.showSheets();
    }

    makeMap() {
      const map = L.map("map", {
        minZoom: 1, maxZoom: this.config.closest_zoom, zoomSnap: 0.25, zoomDelta: 0.5, wheelPxPerZoomLevel: 120,
        zoomAnimation: !motion.matches, fadeAnimation: !motion.matches,
        scrollWheelZoom: !document.body.classList.contains("embed"), // there the wheel is the page's around it
      }).setView([60, 24], 4);
      const box = map.getContainer();
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", "Map of treaty status. The country list gives the same without a mouse.");
      const atlas = new AtlasMap(map, this.config, this);
      this.atlas = window.__atlas = atlas;
      atlas.day = this.place.date;
      atlas.country = this.place.country;
      atlas.frame(this.place.view);
      atlas.load(this.config.worldview).catch((error) => atlas.fail(error));
    }

    fillCountries() {
      const states = Object.entries(this.timeline.states).sort(([, a], [, b]) => a.name.localeCompare(b.name, "en"));
      for (const [iso, { name }] of states) {
        const option = make("option", "", name);
        option.value = iso;
        byId("country").append(option);
      }
    }

    listen() {
      this.slider.addEventListener("input", () => this.show({ date: toDay(Number(this.slider.value)) }, true));
      this.slider.addEventListener("change", () => this.leaveAddress());
      this.slider.addEventListener("keydown", (event) => this.pageKeys(event));
      byId("previous").addEventListener("click", () => this.show({ date: this.neighbour(-1) }));
      byId("next").addEventListener("click", () => this.show({ date: this.neighbour(1) }));
      byId("play").addEventListener("click", () => (this.timer ? this.pause() : this.play()));
      byId("date").addEventListener("change", (event) => isDay(event.target.value) && this.show({ date: this.within(event.target.value) }));
      byId("country").addEventListener("change", (event) => this.show({ country: event.target.value }));
      byId("panel").addEventListener("click", (event) => event.target.dataset.choose && this.show({ country: event.target.dataset.choose }));
      byId("print").addEventListener("click", () => window.print());
      byId("all-sources").addEventListener("toggle", () => this.showSources(), { once: true });
      this.onChoice("range", (value) => { this.setRange(value); this.show({ date: this.place.date < value ? value : this.place.date }); });
      this.onChoice("view", (value) => this.show({ view: value }));
    }

    onChoice(name, use) {
      for (const input of document.querySelectorAll(`input[name=${name}]`)) input.addEventListener("change", () => use(input.value));
    }

    /* ---- the place: day, country, view --------------------------------------------------------------- */

    within(day) { return [this.config.first_day, day, this.lastDay].sort()[1]; }

    /* What the address names, where it makes sense. */
    arrive() {
      const asked = new URLSearchParams(location.search || location.hash.slice(1));
      const [date, country, view] = ["date", "country", "view"].map((name) => asked.get(name) || "");
      return {
        date: this.within(isDay(date) ? date : this.config.landing_day),
        country: Object.hasOwn(this.timeline.states, country) ? country : "",
        view: Object.hasOwn(this.config.extents, view) ? view : "flank",
      };
    }

    leaveAddress() {
      const { date, country, view } = this.place;
      const kept = new URLSearchParams(location.search || location.hash.slice(1));
      for (const [name, value] of Object.entries({ date, country, view: view === "flank" ? "" : view })) {
        if (value) kept.set(name, value);
        else kept.delete(name);
      }
      history.replaceState(null, "", `${location.search ? "?" : "#"}${kept}`);
    }

    /* Go to a place; `underThumb` while the thumb is still moving. */
    show(change, underThumb = false) {
      if (!this.playing) this.pause();
      const before = this.place;
      this.place = { ...before, ...change };
      if (this.place.date < this.slider.dataset.from) this.setRange(this.config.first_day);
      this.atlas.country = this.place.country;
      if (change.view) this.atlas.frame(change.view);
      if (this.place.date !== before.date || this.place.country !== before.country) this.atlas.repaint(this.place.date);
      this.showTime();
      this.showSheets(underThumb);
      if (!underThumb) this.leaveAddress();
    }

    /* ---- time ---------------------------------------------------------------------------------------- */

    setRange(from) {
      this.slider.dataset.from = from;
      this.slider.min = toNumber(from);
      this.slider.max = toNumber(this.lastDay);
      this.slider.value = toNumber(this.place.date);
      document.querySelector(`input[name=range][value="${from}"]`).checked = true;
      this.drawMarks(toNumber(from), toNumber(this.lastDay));
    }

    drawMarks(first, last) {
      const at = (day) => (1000 * (toNumber(day) - first)) / (last - first);
      const inside = (day) => toNumber(day) >= first && day <= this.lastDay;
      const line = (day, top) => `M${at(day).toFixed(1)} ${top}V10`;
      const main = new Set(this.config.main_days);
      const paths = [
        ["", this.stops.filter(inside).map((day) => line(day, main.has(day) ? 0 : 6))],
        ["main", this.config.main_days.filter(inside).map((day) => line(day, 0))],
      ];
      document.querySelector(".marks").replaceChildren(...paths.map(([kind, lines]) => drawPath(kind, lines.join(""))));
      const years = yearsBetween(toDay(first), this.lastDay).map((day) => [day, at(day)]).filter(([, place]) => place < 985);
      document.querySelector(".years").replaceChildren(...years.map(([day, place]) => yearLabel(day, place)));
    }

    showTime() {
      const { date } = this.place;
      const number = toNumber(date);
      const words = inWords(date);
      if (Number(this.slider.value) !== number) this.slider.value = number;
      this.slider.setAttribute("aria-valuetext", words);
      const along = (number - this.slider.min) / (this.slider.max - this.slider.min);
      this.slider.parentNode.style.setProperty("--at", along.toFixed(4));
      byId("day-words").textContent = words;
      byId("date").value = date;
      byId("previous").disabled = this.neighbour(-1) === undefined;
      byId("next").disabled = this.neighbour(1) === undefined;
    }

    /* The nearest event day before (-1) or after (1) the day shown; undefined where there is none. */
    neighbour(direction) {
      const { date } = this.place;
      return direction < 0 ? this.stops.filter((day) => day < date).pop() : this.stops.find((day) => day > date);
    }

    pageKeys(event) {
      if (event.key !== "PageUp" && event.key !== "PageDown") return;
      event.preventDefault();
      this.show({ date: this.within(addMonth(this.place.date, event.key === "PageUp" ? 1 : -1)) });
    }

    play() {
      if (this.neighbour(1) === undefined) this.step(this.slider.dataset.from);
      this.showPlaying(true);
      // A reader who asked for less motion gets more time with each event.
      this.timer = setInterval(() => this.step(this.neighbour(1)), motion.matches ? 2000 : 700);
    }

    step(day) {
      if (day === undefined) {
        this.pause();
        return;
      }
      this.playing = true;
      this.show({ date: day });
      this.playing = false;
    }

    pause() {
      clearInterval(this.timer);
      this.timer = null;
      this.showPlaying(false);
    }

    showPlaying(on) {
      const button = byId("play");
      button.classList.toggle("playing", on);
      button.querySelector("span").textContent = on ? "Pause" : "Play";
    }

    /* ---- panel and tables ---------------------------------------------------------------------------- */

    showSheets(soon) {
      const { date, country } = this.place;
      if (byId("country").value !== country) byId("country").value = country;
      for (const sheet of this.sheets || []) sheet.show(country, date, soon);
    }

    showSources() {
      const { sources } = this.dossiers.data;
      byId("all-sources").append(this.dossiers.sourceList(sources.map((_, place) => place)));
    }
  }

  new Page().start();
})();

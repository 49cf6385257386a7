/* Days as numbers and marks, and packed geometry as degrees: what the stand-alone page reckons with. */
(function () {
  "use strict";

  const { make } = window.OttawaAtlas;
  const DAY_MS = 86400000;
  const toNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  const toDay = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text || "") && !Number.isNaN(Date.parse(text)) && toDay(toNumber(text)) === text;

  function today() {
    const now = new Date();
    return toDay(Math.floor((now - now.getTimezoneOffset() * 60000) / DAY_MS));
  }

  /* ---- geometry: whole grid steps, each from the point before it, back to degrees ------------------------ */

  function unpackLine(steps, perDegree) {
    const points = [];
    for (let at = 0, x = 0, y = 0; at < steps.length; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      points.push([x / perDegree, y / perDegree]);
    }
    return points;
  }

  function unpack(coordinates, perDegree) {
    if (typeof coordinates[0] === "number") return unpackLine(coordinates, perDegree);
    return coordinates.map((part) => unpack(part, perDegree));
  }

  function unpackAll(file, perDegree) {
    for (const feature of [...file.areas, ...(file.borders || [])]) {
      feature.geometry.coordinates = unpack(feature.geometry.coordinates, perDegree);
    }
    return file;
  }

  function drawPath(kind, d) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", kind);
    path.setAttribute("d", d);
    return path;
  }

  /* First days of the years in a range; every fourth one where there are many. */
  function yearsBetween(from, to) {
    const first = Number(from.slice(0, 4)), last = Number(to.slice(0, 4));
    const every = last - first > 6 ? 4 : 1;
    const years = [];
    for (let year = first; year <= last; year += every) years.push(`${year}-01-01`);
    return years;
  }

  function yearLabel(day, place) {
    const label = make("span", "", day.slice(0, 4));
    label.style.left = `${place / 10}%`;
    return label;
  }

  /* The same day of the next or last month, or that month's last day. */
  function addMonth(day, direction) {
    const [year, month, date] = day.split("-").map(Number);
    const last = new Date(Date.UTC(year, month - 1 + direction + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + direction, Math.min(date, last))).toISOString().slice(0, 10);
  }

  /* The text of every place on the page that follows the date under a name. */
  function write(name, text) {
    for (const node of document.querySelectorAll(`[data-live="${name}"]`)) {
      if (node.textContent !== text) node.textContent = text;
    }
  }

  Object.assign(window.OttawaAtlas, { toNumber, toDay, isDay, today, unpackAll, drawPath, yearsBetween, yearLabel, addMonth, write });
})();

/* What only the stand-alone page needs: packed geometry back to degrees, the marks under its slider. */
(function () {
  "use strict";

  const { make } = window.OttawaAtlas;

  /* Whole grid steps, each from the point before it, back to degrees. */
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

  Object.assign(window.OttawaAtlas, { unpackAll, drawPath, yearsBetween, yearLabel });
})();

/* The legend of the map: what each colour, hatch and line says. Its words come from the map's configuration. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const OPEN_FROM_PX = 520;

  function element(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function drawing(tag, attributes, parent) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (parent) parent.appendChild(node);
    return node;
  }

  /* Puts the legend on the map; gives its rows, one a status: {item, count}, the box itself, and the row of borders of
   * which it is not known whether they are covered. */
  function addKey(map, config) {
    let rows, box, unknownCover;
    const control = L.control({ position: "bottomleft" });
    const words = config.words;
    control.onAdd = () => {
      box = element("details", "key");
      box.open = map.getSize().x > OPEN_FROM_PX;
      box.append(element("summary", "", "Legend"));
      const list = element("ul");
      rows = config.legend.map((entry) => {
        const item = element("li");
        const count = element("b");
        item.append(swatch(entry.status === "not_known" ? "doubt" : `area ${entry.status}`, words.unknown_mark), element("span", "", entry.words), count);
        list.append(item);
        return { item, count };
      });
      for (const [className, text] of [["practice", words.practice], ["near", words.flank], ["covered", words.covered], ["cover-unknown", words.cover_unknown], ["not-covered", words.not_covered], ["programme", words.programmes], ["unlisted", words.not_in_list]]) {
        const item = element("li");
        item.append(swatch(className), element("span", "", text));
        if (className === "cover-unknown") unknownCover = item;
        list.append(item);
      }
      box.append(list, element("p", "", words.disclaimer));
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);
    return { rows, box, unknownCover };
  }

  /* Hatches of the legend and the map; ids are looked up by map.css. */
  function hatches() {
    const defs = drawing("defs", {});
    const hatch = (id, ground, line, angle, width, gap) => {
      const pattern = drawing("pattern", { id, width: gap, height: gap, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` }, defs);
      if (ground) drawing("rect", { width: gap, height: gap, style: `fill:var(${ground})` }, pattern);
      drawing("rect", { width, height: gap, style: `fill:var(${line})` }, pattern);
    };
    hatch("hatch-withdrawal_notified", "--bound", "--halo", 45, 2, 7);
    hatch("hatch-consented", "--pending", "--halo", 45, 2, 7);
    const dots = (id, colour) => {
      const pattern = drawing("pattern", { id, width: 7, height: 7, patternUnits: "userSpaceOnUse" }, defs);
      for (const [cx, cy] of [[1.75, 1.75], [5.25, 5.25]]) drawing("circle", { cx, cy, r: 1.5, style: `fill:var(${colour});stroke:var(--halo);stroke-width:.5` }, pattern);
    };
    for (const colour of ["bound", "pending", "withdrawn"]) dots(`dots-${colour}`, `--${colour}`);
    hatch("hatch-practice", null, "--practice", -45, 2.4, 8);
    return defs;
  }

  function swatch(kind, mark) {
    const svg = drawing("svg", { width: 26, height: 14, "aria-hidden": "true" });
    svg.append(hatches());
    if (["covered", "cover-unknown", "not-covered", "programme"].includes(kind)) {
      const classes = kind === "programme" ? kind : `border ${kind}`;
      drawing("line", { x1: 3, x2: 26, y1: 7, y2: 7, class: classes }, svg);
    } else {
      const classes = { practice: "area party", doubt: "area not_known from-consented", near: "area near", unlisted: "area" }[kind] || kind;
      drawing("rect", { x: 1, y: 1, width: 24, height: 12, class: classes }, svg);
      if (kind === "doubt") {
        drawing("rect", { x: 1, y: 1, width: 24, height: 12, class: "doubt to-party" }, svg);
        drawing("rect", { x: 8, y: 2, width: 10, height: 10, rx: 2, class: "mark-ground" }, svg);
        drawing("text", { x: 13, y: 10.5, "text-anchor": "middle", class: "mark" }, svg).textContent = mark;
      }
      if (kind === "practice") drawing("rect", { x: 1, y: 1, width: 24, height: 12, class: "practice suspension_declared" }, svg);
    }
    return svg;
  }

  /* What a tip says: a name and a line under it. */
  function tipNode(title, text) {
    const node = element("div");
    node.append(element("strong", "", title), element("span", "", text));
    return node;
  }

  /* How a flank border is drawn, by whether its flank state is bound; null: not known. */
  function coverOf(bound) { return bound === null ? "cover-unknown" : bound ? "covered" : "not-covered"; }

  function showUnknownCover({ unknownCover }, borders) {
    const sure = borders.every((border) => border.cover !== "cover-unknown");
    if (unknownCover.hidden !== sure) unknownCover.hidden = sure;
  }

  /* Puts a question mark on an area whose status is not known, or takes it away: dots do not show on a small one. It
   * covers such a one and answers for it. `atlas` is the AtlasMap. */
  function markUnknown(atlas, area, unknown) {
    const { layers, config: { words } } = atlas;
    if (unknown && !area.mark) {
      const icon = L.divIcon({ html: element("span", "unknown-mark", words.unknown_mark), className: "", iconSize: [0, 0] });
      area.mark = L.marker(area.layer.getBounds().getCenter(), { icon, keyboard: false });
      atlas.answer(area.mark, area.layer.getLayers()[0].feature.properties);
    }
    if (area.mark && unknown !== layers.hasLayer(area.mark)) {
      if (unknown) layers.addLayer(area.mark); else layers.removeLayer(area.mark);
    }
  }

  Object.assign(window.OttawaAtlas, { addKey, coverOf, markUnknown, showUnknownCover, tipNode, drawing, element, hatches });
})();

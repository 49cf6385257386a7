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

  /* Puts the legend on the map; gives its rows, one a status: {item, count}, and the box itself. */
  function addKey(map, config) {
    let rows, box;
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
        item.append(swatch(`area ${entry.status}`), element("span", "", entry.words), count);
        list.append(item);
        return { item, count };
      });
      for (const [className, text] of [["practice", words.practice], ["near", words.flank], ["covered", words.covered], ["not-covered", words.not_covered], ["programme", words.programmes], ["unlisted", words.not_in_list]]) {
        const item = element("li");
        item.append(swatch(className), element("span", "", text));
        list.append(item);
      }
      box.append(list, element("p", "", words.disclaimer));
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);
    return { rows, box };
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
    hatch("hatch-practice", null, "--practice", -45, 2.4, 8);
    return defs;
  }

  function swatch(kind) {
    const svg = drawing("svg", { width: 26, height: 14, "aria-hidden": "true" });
    svg.append(hatches());
    if (["covered", "not-covered", "programme"].includes(kind)) {
      const classes = kind === "programme" ? kind : `border ${kind}`;
      drawing("line", { x1: 3, x2: 26, y1: 7, y2: 7, class: classes }, svg);
    } else {
      const classes = { practice: "area party", near: "area near", unlisted: "area" }[kind] || kind;
      drawing("rect", { x: 1, y: 1, width: 24, height: 12, class: classes }, svg);
      if (kind === "practice") drawing("rect", { x: 1, y: 1, width: 24, height: 12, class: "practice suspension_declared" }, svg);
    }
    return svg;
  }

  Object.assign(window.OttawaAtlas, { addKey, drawing, element, hatches });
})();

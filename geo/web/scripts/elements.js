/* What dossiers and tables in the browser are built of. Everything from data is written as text. */
(function () {
  "use strict";

  /* An element with children: nodes, strings, or nothing (null, false, what a row leaves out). */
  function make(tag, className, ...children) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children.flat(2).filter((child) => ![null, undefined, false, ""].includes(child)));
    return node;
  }

  /* A button that reads like a link; `told` becomes its data, for whoever listens around it. */
  function button(words, told) {
    const node = make("button", "plain", words);
    node.type = "button";
    Object.assign(node.dataset, told);
    return node;
  }

  function heading(words, className) {
    const cell = make("th", className, words);
    cell.scope = "col";
    return cell;
  }

  function rowHeading(...children) {
    const cell = make("th", "", ...children);
    cell.scope = "row";
    return cell;
  }

  function table(className, headings, rows) {
    const head = make("tr", "", headings.map(([words, kind]) => heading(words, kind)));
    return make("table", className, make("thead", "", head), make("tbody", "", rows));
  }

  const whole = (km) => (km === null ? "–" : Math.round(km).toLocaleString("en-GB"));

  function range(low, high) {
    const one = low === null || high === null || Math.round(low) === Math.round(high);
    return one ? "–" : `${whole(low)}–${whole(high)}`;
  }

  function anchor(source, words) {
    if (!source.url) return make("span", "", words);
    const node = make("a", "", words);
    node.href = source.url;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
    node.title = source.title;
    return node;
  }

  const tier = (source) => make("span", `tier tier-${source.tier}`, source.tier_words);

  /* Where a fixed copy of a source is kept. */
  function copyOf(source) {
    return source.archived ? [", ", anchor({ url: source.archived, title: source.title }, "copy")] : [];
  }

  /* Words beside a swatch in the colour of a status. */
  function chip(kind, words) {
    const swatch = make("span", "swatch");
    swatch.setAttribute("aria-hidden", "true");
    return make("span", `chip ${kind}`, swatch, words);
  }

  function section(...children) {
    return make("section", "panel dossier", ...children);
  }

  function folded(key, words, count, ...children) {
    const node = make("details", "programme", make("summary", "", words, " ", make("span", "count", String(count))), ...children);
    node.dataset.key = key;
    return node;
  }

  Object.assign(window.OttawaAtlas, { make, button, chip, rowHeading, table, whole, range, anchor, tier, copyOf, section, folded });
})();

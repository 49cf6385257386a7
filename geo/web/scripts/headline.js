/* The sentence of the day and its figures, wherever a page shows them. */
(function () {
  "use strict";

  const { inWords } = window.OttawaAtlas;

  function write(page, name, text) {
    for (const node of page.querySelectorAll(`[data-live="${name}"]`)) {
      if (node.textContent !== text) node.textContent = text;
    }
  }

  /* Writes what `moment`, of the timeline file, says of `day` into the document `page`. */
  function tell(page, moment, day) {
    write(page, "headline", moment.headline.replace("{day}", inWords(day)));
    write(page, "bound", String(moment.bound));
    write(page, "flank", moment.covered_words || moment.covered_km.toLocaleString("en-GB"));
    const bar = page.querySelector('[data-live-width="covered"]');
    if (bar) bar.style.width = `${(100 * moment.covered_km) / moment.flank_km}%`;
  }

  Object.assign(window.OttawaAtlas, { tell });
})();

/* Where a reader of the Streamlit page is: the day under the thumb, country, worldview and view.
 *
 * The day is read from the date slider while the thumb moves; the rest, and the day where the slider cannot be read,
 * from the page's own marker (#atlas-state), which the server writes. Both the map's frame and the page use it.
 */
(function () {
  "use strict";

  /* The day of the slider; null where its markup is not what we know. Microseconds since 1970. */
  function sliderDay(page) {
    const input = page.querySelector(".st-key-date input[type=range]");
    const micros = input && input.hasAttribute("aria-valuetext") ? Number(input.getAttribute("value")) : NaN;
    if (!Number.isFinite(micros) || micros === 0) return null;
    return new Date(micros / 1000).toISOString().slice(0, 10);
  }

  /* `held` is whether a finger is on the thumb, `committed` the server's own day, `unread` whether a slider stands
   * there that cannot be read, `cut` whether the connection is lost: Streamlit disables its slider then. */
  function placeOf(page) {
    const marker = page.getElementById("atlas-state");
    const { day: committed, country = "", worldview = "un", view = "flank" } = marker ? marker.dataset : {};
    // During a drag the page tells where the thumb is; the slider's own word comes a frame later.
    const thumb = page.documentElement.dataset.thumb || sliderDay(page);
    const held = "held" in page.documentElement.dataset;
    const input = page.querySelector(".st-key-date input");
    const unread = thumb === null && input !== null;
    return { day: thumb || committed, country, worldview, view, committed, held, unread, cut: Boolean(input && input.disabled) };
  }

  /* Calls `went(place, before)` now and whenever the place has changed; gives a function that ends it. */
  function follow(page, went) {
    let before = {};
    const look = () => {
      const place = placeOf(page);
      if (Object.keys(place).every((name) => place[name] === before[name])) return;
      const last = before;
      before = place;
      went(place, last);
    };
    const watch = new MutationObserver(look);
    watch.observe(page.documentElement, {
      subtree: true, childList: true, attributes: true,
      attributeFilter: ["aria-valuetext", "data-day", "data-thumb", "data-held", "disabled"],
    });
    look();
    return () => watch.disconnect();
  }

  Object.assign(window.OttawaAtlas, { follow });
})();

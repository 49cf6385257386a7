/* While a zoom is drawn, land moves under a pointer that is still: pressed on one shape and let go on another, a browser
 * clicks neither. What was pressed is chosen then.
 */

/**
 * @param {any} map Leaflet's
 * @param {(area: string) => void} choose
 */
export function chooseWhatIsPressed(map, choose) {
  const box = map.getContainer();
  /** @type {string | undefined} */
  let pressed;
  box.addEventListener("pointerdown", ({ target }) => {
    pressed = map.getPane("mapPane").classList.contains("leaflet-zoom-anim") ? target.dataset.area : undefined;
  });
  box.addEventListener("click", ({ target }) => {
    if (pressed && !target.closest("path")) choose(pressed);
  });
}

/* While a zoom is drawn, land moves under a pointer that is still: pressed on one shape and let go on another, a browser
 * clicks neither. What was pressed is chosen then.
 */

const STILL_PX = 5; // a pointer that goes further drags the map

/**
 * @param {any} map Leaflet's
 * @param {(area: string) => void} choose
 */
export function chooseWhatIsPressed(map, choose) {
  const box = map.getContainer();
  /** @type {{ area: string, x: number, y: number } | null} */
  let pressed = null;
  box.addEventListener("pointerdown", ({ target, clientX, clientY }) => {
    const { area } = target.dataset;
    const isZooming = map.getPane("mapPane").classList.contains("leaflet-zoom-anim");
    pressed = area && isZooming ? { area, x: clientX, y: clientY } : null;
  });
  box.addEventListener("click", ({ target, clientX, clientY }) => {
    const { area, x, y } = pressed ?? {};
    pressed = null;
    if (area && !target.closest("path") && Math.hypot(clientX - x, clientY - y) <= STILL_PX) choose(area);
  });
}

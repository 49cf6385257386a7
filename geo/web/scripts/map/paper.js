/* How large a map is on the screen, told to the style of paper (paper.css), for nothing is laid out while a page is
 * printed. */

/**
 * @param {any} map Leaflet's
 * @param {HTMLElement[]} boxes what stands on the page in the size of the map
 */
export function measureForPaper(map, ...boxes) {
  const tell = () => {
    const { x, y } = map.getSize();
    for (const { style } of boxes) {
      style.setProperty("--wide", x);
      style.setProperty("--high", y);
    }
  };
  for (const { classList } of boxes) classList.add("measured");
  map.on("resize", tell);
  tell();
}

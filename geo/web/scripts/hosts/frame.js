/* On a page of another site: gives each frame of the atlas the height of what it shows. The page asks for it by
 * <script src="…/frame.js" async></script>; without it a frame keeps the height it is written with.
 *
 * A frame may know nothing of the page around it, and is known by its window alone: what it says of its height is taken
 * within bounds, and nothing else is taken.
 */

const LEAST_PX = 200;
const MOST_PX = 4000;
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const ours = new URL("embed", script.src).href;

const framed = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.split("?")[0] === ours);

/** @param {HTMLIFrameElement} frame */
const greet = ({ contentWindow }) => contentWindow?.postMessage({ ottawaAtlas: "follow" }, "*");

window.addEventListener("message", ({ data, source }) => {
  const told = data?.ottawaAtlas;
  const frame = told && framed().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (told === "here") greet(frame);
  if (Number.isFinite(told)) frame.style.height = `${Math.min(Math.max(Math.ceil(told), LEAST_PX), MOST_PX)}px`;
});
for (const frame of framed()) greet(frame);

/* Mounts a part of the page. What it does is in the page's own script, which a browser fetches once and keeps; where it
 * does not come it is asked for again, after pauses that grow. */

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15000;
const links = new WeakMap();

async function load(box, { data: { script, words } }) {
  const { href } = new URL(script, document.baseURI);
  for (let failed = 0; ; failed += 1) {
    try {
      // A browser may remember that an address failed; with another mark it is asked again.
      return await import(failed ? `${href}#${failed}` : href);
    } catch {
      if (words) box.textContent = words.asked_again;
      await new Promise((done) => setTimeout(done, Math.min(FIRST_PAUSE_MS * 2 ** failed, LONGEST_PAUSE_MS)));
    }
  }
}

async function mount(box, link) {
  const { PARTS } = await load(box, link);
  if (!link.ended) link.part = new PARTS[link.data.part](box, link);
}

export default function (component) {
  const box = component.parentElement.querySelector("[data-mount]");
  let link = links.get(box);
  if (!link) {
    link = { data: component.data };
    links.set(box, link);
    mount(box, link);
  }
  Object.assign(link, { data: component.data, send: component.setTriggerValue, keep: component.setStateValue });
  link.part?.update?.();
  return () => {
    if (box.isConnected) return;
    link.ended = true;
    if (link.part) link.part.close();
    links.delete(box);
  };
}

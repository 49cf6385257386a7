/* Mounts a part of the page. What it does is in the page's own script, which a browser fetches once and keeps. */

const links = new WeakMap();

async function mount(box, link) {
  const { PARTS } = await import(new URL(link.data.script, document.baseURI).href);
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
  Object.assign(link, { data: component.data, send: component.setTriggerValue });
  return () => {
    if (box.isConnected) return;
    link.ended = true;
    if (link.part) link.part.close();
    links.delete(box);
  };
}

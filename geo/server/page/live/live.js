/* Mounts a box that the page's own script draws and keeps on the reader's day. */

const boxes = new WeakMap();

async function mount(box, data, entry) {
  await import(new URL(data.script, document.baseURI).href); // once a window: a browser keeps modules
  if (!entry.ended) entry.drawn = new window.OttawaAtlas.LivePanel(box, data);
  if (entry.drawn) entry.drawn.send = (name, value) => entry.send(name, value);
}

export default function (component) {
  const box = component.parentElement.querySelector(".drawn");
  let entry = boxes.get(box);
  if (!entry) {
    entry = {};
    boxes.set(box, entry);
    mount(box, component.data, entry);
  }
  entry.send = component.setTriggerValue;
  return () => {
    if (box.isConnected) return;
    entry.ended = true;
    if (entry.drawn) entry.drawn.close();
    boxes.delete(box);
  };
}

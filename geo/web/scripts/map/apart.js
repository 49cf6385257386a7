/* How names and marks on a map give way to one another, in pixels, without a page: none may lie over another. A mark stays,
 * for it answers for what it covers. A name moves by a line at most, is without its second line where that has no room, and
 * is not shown where it has none itself; at an edge of the map it stands aside, into the map; first come those whose second line the map is about.
 */

const GAP_PX = 1;
const SHIFTS = [0, -0.5, 0.5, -1, 1]; // of a line: further, it would stand on another state's land

/**
 * @typedef {object} Size
 * @property {number} width
 * @property {number} height
 */

/**
 * @typedef {object} Label A name, centred on a place of the map; all in pixels.
 * @property {number} x
 * @property {number} y
 * @property {Size} name
 * @property {Size | null} whole with its second line; null where it has none
 * @property {boolean} leads whether it is the second line that counts
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/** @type {Box} */
const ENDLESS = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * How each name is shown: with its second line, without, or not at all, and by how much it is moved down and aside.
 * @param {Label[]} labels the weightier first
 * @param {Box[]} marks
 * @param {Box} [room] what of the map is in sight; without it there is no edge
 * @returns {{ as: "whole" | "name" | "none", by: number, aside: number }[]}
 */
export function arrange(labels, marks, room = ENDLESS) {
  /** @type {Map<unknown, Box>} */
  const taken = new Map(marks.map((mark) => [mark, mark]));
  const found = labels.map(() => ({ as: /** @type {"whole" | "name" | "none"} */ ("none"), by: 0, aside: 0 }));
  const put = (at, as, size, shifts) => {
    const { x, y, name } = labels[at];
    for (const shift of shifts) {
      const by = Math.round(shift * name.height), half = size.width / 2;
      const here = room.left <= x && x <= room.right && room.top <= y && y <= room.bottom;
      const aside = here ? Math.ceil(Math.max(0, room.left + half - x)) - Math.ceil(Math.max(0, x + half - room.right)) : 0;
      const box = { left: x + aside - half, right: x + aside + half, top: y + by - size.height / 2, bottom: y + by + size.height / 2 };
      if (!inside(box, room) && (here || overlap(box, room))) continue;
      if ([...taken].some(([other, lies]) => other !== at && overlap(box, lies))) continue;
      taken.set(at, box);
      found[at] = { as, by, aside };
      return true;
    }
    return false;
  };
  const order = labels.map((_, at) => at).sort((one, other) => Number(labels[other].leads) - Number(labels[one].leads));
  for (const at of order) {
    const { leads, name, whole } = labels[at];
    if (!(leads && whole && put(at, "whole", whole, SHIFTS))) put(at, "name", name, SHIFTS);
  }
  for (const at of order) if (labels[at].whole && found[at].as === "name" && !found[at].by) put(at, "whole", labels[at].whole, [0]);
  return found;
}

/**
 * @param {Box} box
 * @param {Box} room
 */
function inside(box, room) {
  return room.left <= box.left && box.right <= room.right && room.top <= box.top && box.bottom <= room.bottom;
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function overlap(one, other) {
  return one.left < other.right + GAP_PX && other.left < one.right + GAP_PX && one.top < other.bottom + GAP_PX && other.top < one.bottom + GAP_PX;
}

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "../../../geo/web/scripts/map/apart.js";

const label = (x, y, leads = false) => ({ x, y, name: { width: 40, height: 12 }, whole: { width: 80, height: 24 }, leads });
const boxOf = ({ x, y, name, whole }, { as, by, aside }) => {
  const { width, height } = as === "whole" ? whole : name;
  return { left: x + aside - width / 2, right: x + aside + width / 2, top: y + by - height / 2, bottom: y + by + height / 2 };
};
const apart = (one, other) => one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;

test("names with room keep both lines where they are", () => {
  const shown = arrange([label(0, 0), label(200, 0)], []);
  assert.deepEqual(shown, [{ as: "whole", by: 0, aside: 0 }, { as: "whole", by: 0, aside: 0 }]);
});

test("the line that counts stays, and the neighbour gives way", () => {
  const shown = arrange([label(0, 0), label(50, 8, true)], []);
  assert.deepEqual(shown[1], { as: "whole", by: 0, aside: 0 });
  assert.equal(shown[0].as, "name");
});

test("a name with no room at all is not shown, and a mark never gives way", () => {
  const mark = { left: -60, right: 60, top: -30, bottom: 30 };
  assert.deepEqual(arrange([label(0, 0)], [mark]), [{ as: "none", by: 0, aside: 0 }]);
});

test("a name at an edge stands aside or down, and one of a place beyond it is not cut", () => {
  const room = { left: 0, top: 0, right: 300, bottom: 200 };
  const shown = arrange([label(35, 100, true), label(290, 100), label(150, 3), label(-10, 50)], [], room);
  assert.deepEqual(shown.map(({ as, by, aside }) => [as, by, aside]), [["whole", 0, 5], ["whole", 0, -30], ["name", 6, 0], ["none", 0, 0]]);
});

test("however many crowd together, none lies over another or over the edge", () => {
  const room = { left: 0, top: 0, right: 220, bottom: 160 };
  let seed = 7;
  const random = (most) => { seed = (seed * 16807) % 2147483647; return seed % most; };
  for (let round = 0; round < 200; round += 1) {
    const labels = Array.from({ length: 12 }, () => label(random(220), random(160), random(4) === 0));
    const mark = { left: 100, right: 115, top: 70, bottom: 85 };
    const shown = arrange(labels, [mark], room);
    const boxes = [mark, ...labels.flatMap((each, at) => (shown[at].as === "none" ? [] : [boxOf(each, shown[at])]))];
    boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => assert.ok(apart(one, other))));
    assert.ok(boxes.every(({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= 220 && bottom <= 160));
    assert.ok(shown.some(({ as }) => as !== "none"));
  }
});

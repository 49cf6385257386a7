/* Packed geometry, back to degrees. */

/** @import { LensBorder } from "./documents.d.ts" */

/* Whole grid steps, each from the point before it, back to degrees. */
function unpackLine(steps, perDegree) {
  const points = [];
  for (let at = 0, x = 0, y = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points.push([x / perDegree, y / perDegree]);
  }
  return points;
}

function unpack(coordinates, perDegree) {
  if (typeof coordinates[0] === "number") return unpackLine(coordinates, perDegree);
  return coordinates.map((part) => unpack(part, perDegree));
}

/* What is unpacked is left as it is: it may be drawn again. */
const unpacked = (features, perDegree) => features.map(({ geometry, ...feature }) => (
  { ...feature, geometry: { ...geometry, coordinates: unpack(geometry.coordinates, perDegree) } }));

/** A file of the map. */
export const unpackedFile = ({ areas, borders, ...file }, perDegree) => (
  { ...file, areas: unpacked(areas, perDegree), borders: borders && unpacked(borders, perDegree) });

/**
 * The borders of a line.
 * @param {{ borders: LensBorder[], per_degree: number }} line
 */
export const unpackedLine = ({ borders, per_degree }) => unpacked(borders, per_degree);

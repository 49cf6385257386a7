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

export function unpackAll(file, perDegree) {
  for (const feature of [...file.areas, ...(file.borders || [])]) {
    feature.geometry.coordinates = unpack(feature.geometry.coordinates, perDegree);
  }
  return file;
}

/**
 * The borders of a line, which is left as it is: it may be drawn again.
 * @param {{ borders: LensBorder[], per_degree: number }} line
 */
export const unpackedLine = ({ borders, per_degree }) => borders.map(({ geometry, ...border }) => (
  { ...border, geometry: { ...geometry, coordinates: unpack(geometry.coordinates, per_degree) } }));

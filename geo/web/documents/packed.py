"""Geometry as small as a page wants it: lines as whole steps on a grid, coarser in a file."""

from __future__ import annotations

from typing import Any

import numpy as np

from geo.web.documents.map_shapes import FlankFile, WorldFile

TOLERANCE = 0.15
"""Of the simplification, coarser than the served map’s 0.08 so that the file stays small."""

GRID_PER_DEGREE = 200
"""In a file coordinates are steps of 0.005 degrees; at the closest zoom a step is one pixel."""


def pack(file: FlankFile | WorldFile) -> None:
    """Pack the lines of the areas and borders of a file, in place."""
    for feature in (*file["areas"], *file.get("borders", [])):  # type: ignore[misc]
        feature["geometry"] = packed(feature["geometry"])


def packed(geometry: dict[str, Any], per_degree: int = GRID_PER_DEGREE) -> dict[str, Any]:
    """A GeoJSON geometry with every line as whole grid steps, each from the point before it.

    A line [[lon, lat], ...] becomes [x, y, dx, dy, ...]; points that fall together are dropped, but
    a line keeps at least its ends.
    """

    def pack(coordinates: Any) -> Any:
        if isinstance(coordinates[0][0], int | float):
            return _line(coordinates, per_degree)
        return [pack(part) for part in coordinates]

    return {"type": geometry["type"], "coordinates": pack(geometry["coordinates"])}


def _line(points: list[list[float]], per_degree: int) -> list[int]:
    grid = np.rint(np.asarray(points) * per_degree).astype(int)
    steps = np.diff(grid, axis=0)
    moved = steps[steps.any(axis=1)]
    return [int(n) for n in np.vstack([grid[:1], moved if len(moved) else steps[:1]]).ravel()]

"""A line drawn beside a border, on one side of it: it stands for the border and is no trace."""

from __future__ import annotations

from typing import Any

import shapely


def beside(line: Any, own: Any, offset: float) -> Any:
    """A border's line moved by `offset` into the land of its owner, in the units of both.

    Empty where the land has no room for it.
    """
    rim = shapely.boundary(shapely.buffer(line, offset))
    kept = shapely.intersection(rim, shapely.buffer(own, -offset / 4))
    return shapely.simplify(shapely.line_merge(kept), offset / 8)

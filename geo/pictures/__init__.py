"""A day as a picture to keep: PNG, SVG, PDF, a link preview, a film.

In come a `View`, an extent, a theme and a size. `frames` says which part of the world is shown,
`projected` cuts and projects its geometry, `layout` places map, headline, legend and sources on the
page, `draw` renders it; `film/` makes one frame for each day that changed the map. Out come bytes
with the day, the sources and the licence written in them.

What draws needs Matplotlib, 40 MB and a second; who only wants the words of a picture, as the
server does, whose pictures are drawn beside it, does not load it.

It knows the wings from `basics` to `answers`, which gives it every word it letters. The names below
are its face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.pictures.captions import alt_text, alt_text_of_two, filename, region_of

if TYPE_CHECKING:
    from geo.pictures.draw import raster, render

__all__ = [
    "alt_text",
    "alt_text_of_two",
    "filename",
    "raster",
    "region_of",
    "render",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from geo.pictures import draw

    return getattr(draw, name)

"""A day as a picture to keep: PNG, SVG, PDF, a link preview, a film.

In come a `View`, an extent, a theme and a size. `frames` says which part of the world is shown,
`projected` cuts and projects its geometry, `layout` places map, headline, legend and sources on the
page, `draw` renders it; `film/` makes one frame for each day that changed the map. Out come bytes
or files with the day, the sources and the licence written in them.

It knows the wings from `basics` to `answers`, which gives it every word it letters. The names below
are its face.
"""

from geo.pictures.captions import alt_text, filename
from geo.pictures.draw import raster, render, write

__all__ = [
    "alt_text",
    "filename",
    "raster",
    "render",
    "write",
]

"""A View as a picture to keep: PNG, SVG or PDF, with its day, sources and licence in it."""

from geo.legend import Theme
from geo.snapshot.frames import Extent
from geo.snapshot.output import Format, Scale, raster, render, write
from geo.snapshot.words import alt_text, filename

__all__ = [
    "Extent",
    "Format",
    "Scale",
    "Theme",
    "alt_text",
    "filename",
    "raster",
    "render",
    "write",
]

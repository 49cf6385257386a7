"""The lines on the ground: polygons and border segments of each worldview, and how long they are.

In come `data/borders/<worldview>/`, which `build/` makes from Natural Earth. Out come `Borders`
(`load`): areas, the segments where two of them meet, computed geodesic lengths in kilometres, and a
checksum by which a reader can name the geometry.

It knows `basics` alone. That a state is bound, or what a source says of a length, is not known
here. The names below are its face.
"""

from geo.basics.choices import Worldview
from geo.borders.loading import (
    BORDERS_DIR,
    SEGMENTS_FILE,
    Area,
    Borders,
    Segment,
    geometry_checksum,
    load,
)

__all__ = [
    "BORDERS_DIR",
    "SEGMENTS_FILE",
    "Area",
    "Borders",
    "Segment",
    "Worldview",
    "geometry_checksum",
    "load",
]

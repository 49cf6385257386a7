"""The lines on the ground: polygons and border segments of each worldview, and how long they are.

In come `data/borders/<worldview>/`, which `build/` makes from Natural Earth. Out come `Borders`
(`load`): areas, the segments where two of them meet, computed geodesic lengths in kilometres, and a
checksum by which a reader can name the geometry.

It knows `basics` alone. That a state is bound, or what a source says of a length, is not known
here. The names below are its face.
"""

from geo.basics.choices import Worldview as Worldview
from geo.borders.loading import BORDERS_DIR as BORDERS_DIR
from geo.borders.loading import SEGMENTS_FILE as SEGMENTS_FILE
from geo.borders.loading import Area as Area
from geo.borders.loading import Borders as Borders
from geo.borders.loading import Segment as Segment
from geo.borders.loading import geometry_checksum as geometry_checksum
from geo.borders.loading import load as load

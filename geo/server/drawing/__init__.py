"""What takes long is drawn here: pictures, map files and films, in processes of their own.

In comes a job of `jobs`, by name and with what it is to show; out come bytes. A `Studio` is one
process at most. It is started when it is asked, gives way to whoever serves pages, is ended when
a job takes too long or too much, and ends when it is asked nothing for a while. So whatever a
drawing does to memory and time, it does it elsewhere.

What all ask for, what one asks for, and films: each has a studio, so none waits for another kind.
"""

from geo.server.drawing.limits import DrawingError
from geo.server.drawing.studio import Studio

__all__ = ["ASKED", "COMMON", "FILMS", "DrawingError", "Studio"]

_DRAWING_SECONDS, _FILM_SECONDS = 30.0, 300.0

COMMON = Studio(limit_seconds=_DRAWING_SECONDS)
ASKED = Studio(limit_seconds=_DRAWING_SECONDS)
FILMS = Studio(limit_seconds=_FILM_SECONDS)

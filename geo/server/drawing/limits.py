"""How much a process that draws may hold and do, and what is said where it is not enough."""

from __future__ import annotations

from geo.basics.errors import AtlasError

MOST_BYTES = 1024 * 2**20
"""Of data it may hold; more fails a drawing, not the machine."""

RENEWED_AT_BYTES = 200 * 2**20
MOST_JOBS = 500
"""A process that still holds so much after a job, or has done so many, gives way to a new one.

One that draws holds 130 MB; what writes map files brings 100 more, which nothing takes out again.
"""

PATIENCE = 4
"""How many times as long as its processor time a drawing may take by the clock.

One that gives way is not at fault where the machine is busy.
"""

GIVES_WAY = 5
"""As `nice` counts: a reader who drags comes first."""


class DrawingError(AtlasError):
    """A drawing took more time or memory than one is given; the message says so to a reader."""

"""The record as a moving picture: WebP, GIF or MP4, one frame for each day that changed the map.

As with pictures, what draws is loaded when it is first asked for; a film's name needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.pictures.film.naming import filename

if TYPE_CHECKING:
    from geo.pictures.film.days import film_days
    from geo.pictures.film.make import FRAMES, Progress, film

__all__ = ["FRAMES", "Progress", "filename", "film", "film_days"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from geo.pictures.film import make

    return getattr(make, name)

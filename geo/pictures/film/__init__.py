"""The record as a moving picture: WebP, GIF or MP4, one frame for each day that changed the map."""

from geo.pictures.film.days import film_days
from geo.pictures.film.make import (
    FRAMES,
    Progress,
    filename,
    film,
    last_day_of_film,
    write_film,
)

__all__ = [
    "FRAMES",
    "Progress",
    "filename",
    "film",
    "film_days",
    "last_day_of_film",
    "write_film",
]

"""What a studio can be asked for: functions of an atlas, asked with plain values by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.answers.files import catalogue
from geo.pictures import render
from geo.pictures.film import film as made_film

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from geo.atlas import Atlas
    from geo.basics.choices import Worldview

    Tell = Callable[[float], None]
    """Told which part of a job is done, from 0 to 1."""


def picture(atlas: Atlas, _: Tell, *, day: date, worldview: Worldview, **shown: Any) -> bytes:
    """A day as a picture; `shown` as for `geo.pictures.render`."""
    return render(atlas, atlas.on(day, worldview), **shown)


def export(
    atlas: Atlas, _: Tell, *, what: str, fmt: str, day: date, worldview: Worldview, iso_a3: str
) -> bytes:
    """The content of an export of the catalogue."""
    return catalogue.find(what, fmt).file(atlas, atlas.on(day, worldview), iso_a3).content


def film(atlas: Atlas, tell: Tell, **shown: Any) -> bytes:
    """A film; `shown` as for `geo.pictures.film.film`."""
    return made_film(atlas, progress=lambda done, of: tell(done / of), **shown)

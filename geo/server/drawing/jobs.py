"""What a studio can be asked for: functions of an atlas, asked with plain values by name.

The server names them and the process of a studio does them: what draws is loaded there alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.answers.data.curve import curve_answer
from geo.answers.data.writing import compact_json
from geo.answers.files import catalogue
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas, View
from geo.atlas.supposed import Supposed
from geo.atlas.what_if import suppose
from geo.basics.choices import Language, Worldview

Tell = Callable[[float], None]
"""Told which part of a job is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The day that is shown, in a worldview, with the acts that are supposed."""

    day: date
    worldview: Worldview
    supposed: tuple[Supposed, ...] = ()

    @classmethod
    def of(cls, view: View) -> Shown:
        """Return what a view shows."""
        return cls(view.day, view.worldview, view.supposed)

    def of_atlas(self, atlas: Atlas) -> tuple[Atlas, View]:
        """Supposes the acts in an atlas that supposes nothing, and takes the day of it."""
        atlas = suppose(atlas, self.supposed)
        return atlas, atlas.on(self.day, self.worldview)


def picture(atlas: Atlas, _: Tell, *, shown: Shown, **how: Any) -> bytes:
    """A day as a picture; `how` as for `geo.pictures.render`."""
    from geo.pictures import render

    return render(*shown.of_atlas(atlas), **how)


def sheet(
    atlas: Atlas, _: Tell, *, shown: Shown, iso_a3: str, base: str, language: Language
) -> bytes:
    """A state on paper in a language, as `geo.pictures.paper` draws it."""
    from geo.pictures.paper import state_sheet

    return state_sheet(*shown.of_atlas(atlas), iso_a3, base, tongue(language))


def export(
    atlas: Atlas, _: Tell, *, shown: Shown, what: str, fmt: str, iso_a3: str, lens: str
) -> bytes:
    """The content of an export of the catalogue."""
    return catalogue.find(what, fmt).file(*shown.of_atlas(atlas), iso_a3, lens).content


def curve(
    atlas: Atlas, _: Tell, *, supposed: tuple[Supposed, ...], language: Language, **line: Any
) -> bytes:
    """Write every day of a `line`, as for `geo.answers.data.curve`, with acts supposed."""
    answer = curve_answer(suppose(atlas, supposed), **line, tongue=tongue(language))
    return compact_json(answer).encode()


def chart(
    atlas: Atlas, _: Tell, *, supposed: tuple[Supposed, ...], language: Language, **how: Any
) -> bytes:
    """Draw every day as a chart; `how` as for `geo.pictures.course_chart.render_course`."""
    from geo.pictures.course_chart import render_course

    return render_course(suppose(atlas, supposed), **how, tongue=tongue(language))


def film(atlas: Atlas, tell: Tell, *, supposed: tuple[Supposed, ...], **shown: Any) -> bytes:
    """A film, with the acts that are supposed; `shown` as for `geo.pictures.film.film`."""
    from geo.pictures.film import film as made_film

    there = suppose(atlas, supposed)
    return made_film(there, progress=lambda done, of: tell(done / of), **shown)

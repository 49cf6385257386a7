"""The border lines that a reader of a page without a server can choose."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.scopes import called
from geo.answers.words import border_totals, lenses
from geo.answers.words.controls import CONTROLS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.choices import FLANK_LENS
from geo.basics.formats import capital


class LensMenu(TypedDict):
    """What is said where one is chosen, and the ready-made lines by their ids.

    `figure`, `course` and `view` take the place of what is said of the flank.
    """

    ready: str
    own: str
    flank: str
    figure: str
    course: str
    view: str
    lines: dict[str, str]


def lens_menu(atlas: Atlas, tongue: Tongue = ENGLISH) -> LensMenu:
    """The menu of lines; the countries, each with borders of its own, are in the timeline."""
    ready = (each.lens_id for each in atlas.record.lenses if each.lens_id != FLANK_LENS)
    titles = {name: capital(called(atlas, name, tongue)) for name in ready}
    return {
        "ready": tongue.text(lenses.READY),
        "own": tongue.text(lenses.OWN),
        "flank": tongue.text(CONTROLS["no_country"]),
        "figure": tongue.text(border_totals.WITH_A_BOUND_SIDE),
        "course": tongue.text(CONTROLS["course_of_lens"]),
        "view": tongue.text(CONTROLS["view_of_lens"]),
        "lines": titles,
    }

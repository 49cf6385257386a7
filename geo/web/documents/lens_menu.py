"""The border lines that a reader of a page without a server can choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from geo.answers.scopes import lens_of
from geo.answers.words import border_totals, english, lenses
from geo.basics.choices import FLANK_LENS

if TYPE_CHECKING:
    from geo.atlas import Atlas


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


def lens_menu(atlas: Atlas) -> LensMenu:
    """The menu of lines; the countries, each with borders of its own, are in the timeline."""
    ready = (each.lens_id for each in atlas.record.lenses if each.lens_id != FLANK_LENS)
    titles = {name: border_totals.title(lens_of(atlas, name).title) for name in ready}
    return {
        "ready": lenses.READY,
        "own": lenses.OWN,
        "flank": english.CONTROLS["no_country"],
        "figure": border_totals.WITH_A_BOUND_SIDE,
        "course": english.CONTROLS["course_of_lens"],
        "view": english.CONTROLS["view_of_lens"],
        "lines": titles,
    }

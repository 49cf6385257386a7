"""Every border line in one document, for a page that can ask nobody for the one that is chosen.

Each border stands in it once, with its line and what is said of it; a line of the reader's choice
names its borders by their places, and says of one only when it is not part of it.
"""

from __future__ import annotations

from geo.answers.course_chart import ticks
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.choices import WORLD_LENS
from geo.borders import Worldview
from geo.web.documents.lens import lens_file
from geo.web.documents.lens_menu import lens_menu
from geo.web.documents.lens_shapes import OUTSIDE, LensCommon, LensLine, LensSpan
from geo.web.documents.map_shapes import LinesFile


class LensInBrief(LensLine):
    """A line as `LensFile` has it; `borders` are places of borders, and since when each of those
    that are not always in the line is in it or not; `km_ticks` are figures at the axis of a chart.
    """

    borders: list[int]
    changing: dict[str, list[LensSpan]]
    km_ticks: list[int]


class EveryLens(LensCommon):
    """All borders, and all lines but that of the flank by name."""

    lenses: dict[str, LensInBrief]


def every_lens(
    atlas: Atlas, worldview: Worldview, lines: LinesFile, tongue: Tongue = ENGLISH
) -> EveryLens:
    """The lines of the record and those of every state; `lines` as for `lens_file`."""
    world = lens_file(atlas, worldview, WORLD_LENS, lines, tongue)
    names = (*lens_menu(atlas)["lines"], *atlas.record.states)
    return {
        "borders": world["borders"],
        "per_degree": world["per_degree"],
        "lenses": {name: _in_brief(atlas, worldview, name, tongue) for name in names},
        "legend": world["legend"],
        "states": world["states"],
        "meaning": world["meaning"],
        "words": world["words"],
    }


def _in_brief(atlas: Atlas, worldview: Worldview, name: str, tongue: Tongue) -> LensInBrief:
    places: LinesFile = {"lines": range(len(atlas.borders(worldview).segments)), "per_degree": 1}
    made = lens_file(atlas, worldview, name, places, tongue)
    changing = {
        str(border["geometry"]): border["properties"]["spans"]
        for border in made["borders"]
        if any(span["sides"] == OUTSIDE for span in border["properties"]["spans"])
    }
    return {
        "title": made["title"],
        "scope": made["scope"],
        "note": made["note"],
        "box": made["box"],
        "borders": [border["geometry"] for border in made["borders"]],
        "changing": changing,
        "moments": made["moments"],
        "km_ticks": list(ticks(max(moment["flank_km"] for moment in made["moments"]))),
    }

"""The shapes of the document of a lens: days are ISO, lengths whole km, coordinates degrees."""

from __future__ import annotations

from typing import Any, TypedDict

from geo.answers.words.lenses import LensWords

OUTSIDE = "outside"
"""What the sides of a border are called while it is no part of the lens."""

# `from` is a keyword, so shapes that have it are spelt as calls.
LensSpan = TypedDict("LensSpan", {"from": str, "sides": str, "words": str})
"""Who is bound on either side from a day on; `sides` as `geo.atlas.sides` has it, or `OUTSIDE`."""

LensMoment = TypedDict(
    "LensMoment",
    {
        "from": str,
        "headline": str,
        "flank_km": int,
        "covered_km": int,
        "covered_words": str,
        "remaining": list[str],
        "sums": dict[str, tuple[int, int, int, int]],
        "total": tuple[int, int, int, int],
        "one": list[tuple[str, int]],
    },
)
"""What takes the place of the same names of a `Moment`: `flank_km` is the length of the line,
`covered_km` that of what has a bound state on a side. A sum is (segments, km, km of leading
figures, km as computed); `one` says how much of what has one bound side is bound by whom.
"""


class LensBorderProperties(TypedDict):
    """A border of the line; the owner is on its first side. `km` is the leading or computed length
    to a tenth.
    """

    owner: str
    neighbour: str
    title: str
    leading_km: int | None
    computed_km: int
    km: float
    spans: list[LensSpan]


class LensBorder(TypedDict):
    """A border as a GeoJSON feature with packed geometry."""

    type: str
    geometry: Any
    properties: LensBorderProperties


class LensLegend(TypedDict):
    """A line of the legend: how a border stands, and its words."""

    sides: str
    words: str


class LensLine(TypedDict):
    """What is a line's own; `box` is what frames it, as (south, west) and (north, east). `scope` is
    its title inside a sentence, empty for the whole world.
    """

    title: str
    scope: str
    note: str
    box: tuple[tuple[float, float], tuple[float, float]]
    moments: list[LensMoment]


class LensCommon(TypedDict):
    """Borders, and what is said of any line."""

    borders: list[LensBorder]
    per_degree: int
    legend: list[LensLegend]
    states: dict[str, str]
    meaning: str
    words: LensWords


class LensFile(LensLine, LensCommon):
    """A border line by its name, with its own borders."""

    name: str

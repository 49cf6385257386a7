"""The shapes of the documents that the map is drawn from, besides the timeline.

`scripts/documents.d.ts` says the same to the scripts. Days are ISO dates, lengths kilometres,
coordinates degrees on WGS 84.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from geo.answers.words.address import AddressWords
from geo.answers.words.map_words import MapWords
from geo.borders import Worldview
from geo.web.documents.lens_menu import LensMenu


class AreaProperties(TypedDict):
    """An area; `owner` is the state whose colour it has, if any."""

    id: str
    owner: str | None
    name: str
    standing: str
    note: str


class FlankBorderProperties(TypedDict):
    """A border of a flank state (`owner`)."""

    owner: str
    neighbour: str
    part: str
    km: int


# `from` is a keyword, so shapes that have it are spelt as calls.
ProgrammeProperties = TypedDict(
    "ProgrammeProperties", {"name": str, "owner": str, "from": str, "words": str}
)
"""A programme along a border of `owner`, drawn from the day it became public."""


class Area(TypedDict):
    """An area as a GeoJSON feature (RFC 7946)."""

    type: str
    geometry: Any
    properties: AreaProperties


class FlankBorder(TypedDict):
    """A border as a GeoJSON feature."""

    type: str
    geometry: Any
    properties: FlankBorderProperties


class BorderProgramme(TypedDict):
    """A programme as a GeoJSON feature."""

    type: str
    geometry: Any
    properties: ProgrammeProperties


class Label(TypedDict):
    """Where the name of an area sits."""

    id: str
    lon: float
    lat: float


class FlankFile(TypedDict):
    """What a reader sees first."""

    areas: list[Area]
    borders: list[FlankBorder]
    programmes: list[BorderProgramme]
    labels: list[Label]


class WorldFile(TypedDict):
    """All other areas."""

    areas: list[Area]


class LinesFile(TypedDict):
    """The geometry of every border segment, packed, in the order of `Borders.segments`."""

    lines: Sequence[Any]
    per_degree: int


class LegendEntry(TypedDict):
    """A status and its words; `term` is the word that explains it, empty for none."""

    status: str
    words: str
    term: str


class BoxRules(TypedDict):
    """What a box of the map may be, in degrees, and how it is written in an address."""

    pattern: str
    least: float
    furthest: float
    decimals: int


class SpokenMap(TypedDict):
    """What the map says of itself: the lines of its legend, what words there mean, its labels."""

    legend: list[LegendEntry]
    terms: dict[str, str]
    words: MapWords


class MapConfig(SpokenMap):
    """What the map is told before it draws: addresses of files by worldview and role; extents and
    how far the map goes, as (south, west) and (north, east); `views` are the extents in the order
    in which a reader is offered them.
    """

    files: dict[Worldview, dict[str, str]]
    views: list[str]
    extents: dict[str, tuple[tuple[float, float], tuple[float, float]]]
    limits: tuple[tuple[float, float], tuple[float, float]]
    boxes: BoxRules


class Tracking(TypedDict):
    """What others add to an address and nobody here minds: beginnings of names, and names."""

    prefixes: list[str]
    names: list[str]


class StandaloneConfig(MapConfig):
    """What the stand-alone page is told besides: `ranges` are first days, ascending; `lens` is the
    border line that it opens with;
    `what_if` are the acts that it supposes, and `until` the last day to go to with them, both
    empty for none; `lines` are the others, which a file has and a frame
    does not.
    """

    worldview: Worldview
    lens: str
    per_degree: int
    closest_zoom: int
    landing_day: str
    what_if: str
    until: str
    ranges: list[str]
    event_days: list[str]
    law_days: list[str]
    marked_days: list[str]
    address: AddressWords
    unreachable: str
    asked_again: str
    tracking: Tracking
    lines: LensMenu | None

"""The shapes of the documents that scripts draw from, besides the timeline.

`scripts/documents.d.ts` says the same to the scripts. Days are ISO dates, lengths kilometres,
coordinates degrees on WGS 84. What many rows share stands once beside them, and a row has its place
in that list: so are `sources` of any row places in the document's `sources`.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from geo.answers.words.wordings import (
    AddressWords,
    DossierWords,
    FlankWords,
    MapWords,
    SearchWords,
)
from geo.borders import Worldview

# ---- the map -----------------------------------------------------------------------------------


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


class LegendEntry(TypedDict):
    """A status and its words."""

    status: str
    words: str


class BoxRules(TypedDict):
    """What a box of the map may be, in degrees, and how it is written in an address."""

    pattern: str
    least: float
    furthest: float
    decimals: int


class MapConfig(TypedDict):
    """What the map is told before it draws: addresses of files by worldview and role; extents and
    how far the map goes, as (south, west) and (north, east); `views` are the extents in the order
    in which a reader is offered them.
    """

    files: dict[Worldview, dict[str, str]]
    views: list[str]
    extents: dict[str, tuple[tuple[float, float], tuple[float, float]]]
    limits: tuple[tuple[float, float], tuple[float, float]]
    boxes: BoxRules
    legend: list[LegendEntry]
    words: MapWords


class Tracking(TypedDict):
    """What others add to an address and nobody here minds: beginnings of names, and names."""

    prefixes: list[str]
    names: list[str]


class StandaloneConfig(MapConfig):
    """What the stand-alone page is told besides: `ranges` are first days, ascending."""

    worldview: Worldview
    per_degree: int
    closest_zoom: int
    landing_day: str
    ranges: list[str]
    event_days: list[str]
    law_days: list[str]
    marked_days: list[str]
    address: AddressWords
    unreachable: str
    asked_again: str
    tracking: Tracking


# ---- the dossiers --------------------------------------------------------------------------------


class DossierSource(TypedDict):
    """A source as it is cited; `read` is a place in `reads`."""

    publisher: str
    title: str
    when: str
    url: str
    tier: str
    read: int
    archived: NotRequired[str]


class Listed(TypedDict):
    """A state of the overview; `flank_km` is the length of its flank border, 0 for others."""

    id: str
    flank: bool
    flank_km: float


Saying = TypedDict("Saying", {"from": str, "says": str})
"""What is said from a day on."""

Ground = TypedDict("Ground", {"from": str, "says": str, "sources": list[int]})
"""Why a status is what it is, from a day on."""


class StateDossier(TypedDict):
    """What is said of a state; all are ascending; `declared` are practices."""

    sentences: list[Saying]
    grounds: list[Ground]
    changes: list[Saying]
    declared: list[Saying]


DossierEvent = TypedDict(
    "DossierEvent",
    {
        "from": str,
        "to": str,
        "when": str,
        "states": list[str],
        "legal": bool,
        "title": str,
        "detail": NotRequired[str],
        "sources": list[int],
    },
)
"""An act or event, between the first and the last day it can have been on."""

DossierFact = TypedDict(
    "DossierFact",
    {
        "state": str,
        "from": str,
        "when": str,
        "programme": str,
        "stage": str,
        "says": str,
        "weak": NotRequired[str],
        "sources": list[int],
    },
)
"""A fact known from a day on; `weak` marks what no strong source carries."""


class DossierVersion(TypedDict):
    """One answer to a question in dispute."""

    says: str
    leads: bool
    sources: list[int]


class Topic(TypedDict):
    """A question in dispute; `known` has the day from which it is one of each country's."""

    known: dict[str, str]
    led: bool
    question: str
    reason: str
    versions: list[DossierVersion]


class DossierClaim(TypedDict):
    """A claim of an article about states."""

    states: list[str]
    id: str
    verdict: str
    says: str
    article: str
    when: str
    sources: list[int]


class DossierBorder(TypedDict):
    """A border without its day; figures that no source gives are left out.

    `meaning` is a place in `meanings`.
    """

    states: list[str]
    part: NotRequired[str]
    flank: bool
    leading: NotRequired[float]
    low: NotRequired[float]
    high: NotRequired[float]
    computed: float
    meaning: int
    sources: list[int]


class DossiersWords(TypedDict):
    """What is said around the rows."""

    dossier: DossierWords
    flank: FlankWords


class DossiersDocument(TypedDict):
    """Every state's dossier for every day; `lines` are the programmes that come first."""

    recent: int
    inline_sources: int
    listed: list[Listed]
    openings: list[Saying]
    states: dict[str, StateDossier]
    events: list[DossierEvent]
    facts: list[DossierFact]
    topics: list[Topic]
    claims: list[DossierClaim]
    borders: list[DossierBorder]
    words: DossiersWords
    meanings: list[str]
    leading_words: str
    computed_words: str
    stages: dict[str, str]
    lines: list[str]
    sources: list[DossierSource]
    reads: list[str]
    tiers: dict[str, str]


# ---- the steps -----------------------------------------------------------------------------------


class StepRow(TypedDict):
    """A day to which one can step, what happens on it, and whether it changes the law."""

    day: str
    words: str
    law: bool


class StepsDocument(TypedDict):
    """Every such day, ascending."""

    steps: list[StepRow]


# ---- the search ----------------------------------------------------------------------------------


class NamedRow(TypedDict):
    """A state by its names, or, where it `says` why, what has no status of its own.

    `state` is that which it is or belongs to, `area` where it lies on the map; both may be empty.
    """

    name: str
    state: str
    says: str
    area: str
    codes: list[str]
    names: list[str]
    others: list[str]


class NamesDocument(TypedDict):
    """All that can be found by name, in the order of a list."""

    rows: list[NamedRow]
    words: SearchWords

"""What a picture of a day says beside the map, and about itself to those who do not see it."""

from __future__ import annotations

from typing import Annotated, Final, TypedDict

from geo.answers.words.extents import REGIONS
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.answers.words.panel import FLANK
from geo.answers.words.wordings import Counted, texts_of


class PaperWords(TypedDict):
    """What a state's sheet of paper says besides its dossier."""

    more: Annotated[
        Counted,
        {
            "one": "{count} more on the atlas’s page.",
            "other": "{count} more on the atlas’s page.",
        },
    ]
    page: Annotated[str, "page {page} of {pages}"]
    address: Annotated[str, "Address: {address}"]


TITLE: Final = "Who is bound by the Mine Ban Convention"

_STATUS_SOURCE = (
    "Sources. Treaty status: the UN depositary’s list and the acts of the states. Lengths: the"
    f" leading published figure for each border ({LAND_LINE_WORDS})"
)
_LINE_SOURCE = "Borders: Natural Earth, 1:10m."
SOURCES: Final = f"{_STATUS_SOURCE}. {FLANK['rounding']} {_LINE_SOURCE}"
SOURCES_OF_LENS: Final = (
    f"{_STATUS_SOURCE} where the record has one, else computed, so that the sum is the length of no"
    f" border to quote. {_LINE_SOURCE}"
)
LICENCE: Final = (
    "Map: Ottawa Atlas, CC BY 4.0. Natural Earth: public domain. Data version {version}."
    " Projection: {projection}."
)
ON_A_CARD: Final = "{legal} CC BY 4.0. Borders: Natural Earth."
OF_A_SHEET: Final = (
    "Ottawa Atlas, CC BY 4.0. Borders: Natural Earth (public domain). Data version {version}"
)
ADDRESS: Final = "Address on the atlas’s page: {address}"
DRAWN: Final = "Drawn: {box} (west, south, east, north in degrees)."

_MAP_OF = "Map of {}: states by their legal status under the Mine Ban Convention on {{day}}."
_TWO_MAPS_OF = (
    "Two maps of {}: states by their legal status under the Mine Ban Convention on {{first}} and"
    " on {{last}}."
)
MAP_OF: Final = {region: _MAP_OF.format(place) for region, place in REGIONS.items()}
TWO_MAPS_OF: Final = {region: _TWO_MAPS_OF.format(place) for region, place in REGIONS.items()}
"""The first sentence of a description, by what is framed."""

FLANK_TABLE: Final = "The flank, north to south"
WITH_RUSSIA, WITH_BELARUS = "with Russia", "with Belarus"
TOGETHER: Final = "Together"
COMPUTED: Final = "{length} (computed)"
KALININGRAD, OF_RUSSIA = "Kaliningrad", "(Russia)"
SEAS: Final = ("Norwegian Sea", "Barents Sea", "Baltic Sea")
"""What is lettered on the map besides the names of states."""

PAPER = texts_of(PaperWords)

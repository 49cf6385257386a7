"""What the map script is told before it draws: extents, legend and words, as one document."""

from __future__ import annotations

from geo.answers.words import glossary, legend
from geo.answers.words.map_words import MAP
from geo.answers.words.status_words import FIGURES
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics import boxes
from geo.borders import Worldview
from geo.web.documents.map_shapes import LegendEntry, MapConfig, SpokenMap

EXTENTS: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "flank": ((48.2, 3.0), (71.4, 46.0)),
    "europe": ((35.0, -12.0), (71.5, 46.0)),
    "world": ((-56.0, -170.0), (76.0, 178.0)),
}
"""What each view frames: (south, west) and (north, east), degrees."""


ZOOM_SNAP = 0.25
"""The steps of zoom in which a view is framed."""

LIMITS = ((-85.0, -180.0), (85.0, 188.0))
"""How far the map goes, as (south, west) and (north, east): about the middle of the world view."""

_EXPLAINED = (*dict.fromkeys(glossary.TERM_OF_STATUS.values()), "flank", "covered", "suspension")
"""The words of the legend that explain themselves."""


def config(files: dict[Worldview, dict[str, str]], tongue: Tongue = ENGLISH) -> MapConfig:
    """Return what the map script is told: addresses of files, extents (degrees), legend, words."""
    return {
        "files": files,
        "views": list(EXTENTS),
        "extents": EXTENTS,
        "limits": LIMITS,
        "boxes": {
            "pattern": boxes.PATTERN,
            "least": boxes.LEAST_DEGREES,
            "furthest": boxes.FURTHEST_LATITUDE,
            "decimals": boxes.DECIMALS,
        },
        **spoken(tongue),
    }


def spoken(tongue: Tongue) -> SpokenMap:
    """Return what the map says of itself, in a language."""
    entries: list[LegendEntry] = [
        {
            "status": status.value,
            "words": tongue.text(legend.STATUS_KEYS[status].words),
            "term": glossary.TERM_OF_STATUS.get(status, ""),
        }
        for status in FIGURES
    ]
    unknown: LegendEntry = {
        "status": legend.UNKNOWN,
        "words": tongue.text(legend.UNKNOWN_WORDS),
        "term": "",
    }
    return {
        "legend": [*entries, unknown],
        "terms": {name: tongue.text(glossary.BY_NAME[name].meaning) for name in _EXPLAINED},
        "words": tongue.all(MAP),
    }

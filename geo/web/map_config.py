"""What the map script is told before it draws: extents, legend and words, as one document."""

from __future__ import annotations

from geo.answers.words import legend
from geo.answers.words.status_words import FIGURES
from geo.borders import Worldview
from geo.treaty import Practice
from geo.web.documents.shapes import LegendEntry, MapConfig

EXTENTS: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "flank": ((48.2, 3.0), (71.4, 46.0)),
    "europe": ((35.0, -12.0), (71.5, 46.0)),
    "world": ((-56.0, -170.0), (76.0, 178.0)),
}
"""What each view frames: (south, west) and (north, east), degrees."""


def config(files: dict[Worldview, dict[str, str]]) -> MapConfig:
    """What the map script is told: addresses of its files, extents (degrees), legend and words."""
    entries: list[LegendEntry] = [
        {"status": status.value, "words": legend.STATUS_KEYS[status].words} for status in FIGURES
    ]
    return {
        "files": files,
        "extents": EXTENTS,
        "legend": [*entries, {"status": legend.UNKNOWN, "words": legend.UNKNOWN_WORDS}],
        "words": {
            "practice": legend.PRACTICE_KEYS[Practice.SUSPENSION_DECLARED],
            "covered": legend.COVERED_WORDS,
            "not_covered": legend.NOT_COVERED_WORDS,
            "cover_unknown": legend.COVER_UNKNOWN_WORDS,
            "unknown_mark": legend.UNKNOWN_MARK,
            "flank": legend.FLANK_WORDS,
            "programmes": legend.PROGRAMMES_WORDS,
            "programme": legend.PROGRAMME_WORDS,
            "not_in_list": legend.NOT_IN_LIST_WORDS,
            "two_fingers": "Two fingers move the map",
            "disclaimer": legend.NOT_A_MINEFIELD_MAP,
        },
    }

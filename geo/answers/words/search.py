"""The words for a reader who looks for a country by name."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.words.wordings import Counted


class SearchWords(TypedDict):
    """What is said to a reader who looks for a country by name."""

    no_status: str
    part: str
    see: str
    several: str
    unknown: str
    near: str
    found: Counted


SEARCH: SearchWords = {
    "no_status": "{name}: no status of its own under the Mine Ban Convention.",
    "part": "Part of {state}.",
    "see": "See {state}.",
    "several": "“{value}” may be {names}.",
    "unknown": "“{value}” is no state that the atlas knows.",
    "near": "Did you mean {names}?",
    "found": {"one": "{count} found", "other": "{count} found"},
}

"""The words for a reader who looks for a country by name."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words.wordings import Counted, texts_of


class SearchWords(TypedDict):
    """What is said to a reader who looks for a country by name."""

    no_status: Annotated[str, "{name}: no status of its own under the Mine Ban Convention."]
    part: Annotated[str, "Part of {state}."]
    see: Annotated[str, "See {state}."]
    several: Annotated[str, "“{value}” may be {names}."]
    unknown: Annotated[str, "“{value}” is no state that the atlas knows."]
    near: Annotated[str, "Did you mean {names}?"]
    found: Annotated[Counted, {"one": "{count} found", "other": "{count} found"}]


SEARCH = texts_of(SearchWords)

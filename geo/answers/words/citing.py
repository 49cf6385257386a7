"""How a source is cited around what it is called itself, which keeps its own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.records import Source, source_tiers
from geo.records.source_tiers import NOT_OPENED, TIER_WORDS, UNDATED, Citation, citation, weak_mark

IN_ENGLISH: Final = (
    "What sources say, and the titles of events, stand here in English;"
    " what we have translated is marked so."
)
"""What a page of another language says once of texts that no translator has."""
TIERS: Final = TIER_WORDS
ATTRIBUTION: Final = "Ottawa Atlas (CC BY 4.0), with the sources named. Borders: Natural Earth."
"""Whose the answers are."""
READ: Final = "read {day}"
WEAK: Final = (source_tiers.STATE_MEDIA_ONLY, source_tiers.WEAK_ONLY)


def cited(source: Source, tongue: Tongue = ENGLISH, *, long: bool = False) -> Citation:
    """Cite a source, with months in short or, if `long`, as `Tongue.dated` has them."""
    found = citation(source, long=long)
    when = tongue.dated(source.date, long=long) if source.date else tongue.text(UNDATED)
    opened = (
        tongue.text(READ, day=tongue.dated(source.accessed, long=long))
        if source.accessed
        else tongue.text(NOT_OPENED)
    )
    return replace(found, when=when, read=opened if found.url else "")


def weak(source_ids: Iterable[str], sources: Mapping[str, Source], tongue: Tongue = ENGLISH) -> str:
    """The mark of a statement that no stronger source carries, empty for every other."""
    mark = weak_mark(source_ids, sources)
    return tongue.text(mark) if mark else ""

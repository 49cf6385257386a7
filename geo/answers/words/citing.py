"""How a source is cited around what it is called itself, which keeps its own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.records import Source, publishers, source_tiers
from geo.records.publishers import passing
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
PASSING: Final = publishers.FORMS
"""What stands around the names where a page holds the words of another."""
WHOLE: Final = (
    "publisher not stated",
    "Wikipedia (Polish)",
    "Wikipedia (Russian)",
    "Wikipedia (Ukrainian)",
)
"""What the record has in place of a publisher's own name."""


def cited(source: Source, tongue: Tongue = ENGLISH, *, long: bool = False) -> Citation:
    """Cite a source, with months in short or, if `long`, as `Tongue.dated` has them."""
    found = citation(source, long=long)
    when = tongue.dated(source.date, long=long) if source.date else tongue.text(UNDATED)
    opened = (
        tongue.text(READ, day=tongue.dated(source.accessed, long=long))
        if source.accessed
        else tongue.text(NOT_OPENED)
    )
    return replace(
        found,
        publisher=published(source.publisher, tongue),
        when=when,
        read=opened if found.url else "",
    )


@lru_cache(maxsize=8192)
def published(publisher: str, tongue: Tongue = ENGLISH) -> str:
    """A publisher's own name, and in the reader's words by whom it is cited, passed on or kept."""
    if tongue is ENGLISH or publisher in WHOLE:
        return tongue.text(publisher)
    found = passing(publisher)
    if found is None:
        return publisher
    names = {place: published(name, tongue) for place, name in found.names.items()}
    return tongue.text(found.form, **names)


def weak(source_ids: Iterable[str], sources: Mapping[str, Source], tongue: Tongue = ENGLISH) -> str:
    """The mark of a statement that no stronger source carries, empty for every other."""
    mark = weak_mark(source_ids, sources)
    return tongue.text(mark) if mark else ""

"""Which disagreements are a country's: by the facts, border lengths and events they turn on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from geo.atlas import Atlas
from geo.records import Disagreement, Record


def disputes_of(atlas: Atlas, iso_a3: str, day: date | None = None) -> tuple[Disagreement, ...]:
    """The disagreements about a country; with a day, those of which something was known by then."""
    return tuple(
        topic
        for topic, known in by_topic(atlas)
        if iso_a3 in known and (day is None or known[iso_a3] <= day)
    )


def disputed_countries(atlas: Atlas) -> tuple[str, ...]:
    """Every country with a disagreement, in alphabetical order of its code."""
    return tuple(sorted({iso_a3 for _, known in by_topic(atlas) for iso_a3 in known}))


def by_topic(atlas: Atlas) -> tuple[tuple[Disagreement, Mapping[str, date]], ...]:
    """Each disagreement with its countries, and the day from which it is one of theirs."""
    return _by_topic(atlas.real)


@lru_cache(maxsize=2)
def _by_topic(atlas: Atlas) -> tuple[tuple[Disagreement, Mapping[str, date]], ...]:
    named = dict(_named(atlas.record))
    found = []
    for topic in atlas.record.disagreements:
        known: dict[str, date] = {}
        for version in topic.versions:
            day, states = named.get(version.ref, (date.min, frozenset[str]()))
            for iso_a3 in sorted(states):
                known[iso_a3] = min(day, known.get(iso_a3, day))
        found.append((topic, known))
    return tuple(found)


def _named(record: Record) -> Iterator[tuple[str, tuple[date, frozenset[str]]]]:
    """Yield what a version may refer to: the first day it can be known, and its states."""
    for fact in record.facts:
        yield f"fact:{fact.fact_id}", (fact.as_of.first, frozenset({fact.iso_a3} - {""}))
    for length in record.lengths:
        ends = frozenset({length.iso_a3, length.neighbour_iso_a3})
        yield f"length:{length.length_id}", (date.min, ends)
    for event in record.events:
        yield f"event:{event.event_id}", (event.date.first, frozenset(event.iso_a3))

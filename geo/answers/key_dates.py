"""The days a reader looks for: where something changes, where a slider stops, what it marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from geo.answers.words import headline, page
from geo.answers.words.legal_basis import declarations
from geo.answers.words.legend import DECLARATION_WORDS, STATUS_KEYS
from geo.answers.words.status_words import EARLIEST, LATEST
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FACING, FIRST_DAY, FLANK, Atlas, View
from geo.basics.choices import RANGE_STARTS
from geo.borders import Worldview

RANGES: dict[str, date] = dict(zip(page.RANGES, RANGE_STARTS, strict=True))
"""The ranges of a slider in words, and the first day of each, ascending."""


def moment_days(atlas: Atlas) -> tuple[date, ...]:
    """The days from which on something a reader sees is different, the first day included."""
    beyond = atlas.verified_to + timedelta(days=1)
    days = {FIRST_DAY, headline.SIGNATURE_OPENS, beyond, *atlas.change_dates}
    return tuple(sorted(day for day in days if day >= FIRST_DAY))


def told_days(atlas: Atlas, iso_a3: str) -> frozenset[date]:
    """The days on which what is said of a state may be something else than the day before.

    A sentence that names its own day is another on the next, too.
    """
    own = {*atlas.history(iso_a3).telling_days, FIRST_DAY, atlas.verified_to}
    own |= {event.date.first for event in atlas.events_of(iso_a3)}
    own |= {atlas.fortieth} if atlas.fortieth else set()
    return frozenset(own | {day + timedelta(days=1) for day in own})


@lru_cache(maxsize=8)  # each step of the page asks several times, and the record grows
def event_days(atlas: Atlas) -> tuple[date, ...]:
    """Days the event buttons stop at: every change of status, every dated event of the record."""
    exact = (event.date.first for event in atlas.record.events if event.date.exact)
    days = {day for day in exact if day >= FIRST_DAY}
    return tuple(sorted(days | set(atlas.change_dates)))


@lru_cache(maxsize=8)
def turning_points(atlas: Atlas, tongue: Tongue = ENGLISH) -> Mapping[date, tuple[str, ...]]:
    """Return what changes for the flank, its neighbours and Ukraine, by day: a slider's marks."""
    found: dict[date, list[str]] = {}
    for iso_a3 in (*FLANK, *FACING, "UKR"):
        past, name = atlas.history(iso_a3), tongue.state(iso_a3, atlas.record.states[iso_a3].name)
        for day, status in past.changes:
            words = f"{name}: {tongue.text(STATUS_KEYS[status].words).lower()}"
            if isinstance(day, date):
                found.setdefault(day, []).append(words)
                continue
            found.setdefault(day.start, []).append(tongue.text(EARLIEST, change=words))
            if day.end < date.max:
                found.setdefault(day.end, []).append(tongue.text(LATEST, change=words))
        for day, practice in declarations(past):
            found.setdefault(day, []).append(f"{name}: {tongue.text(DECLARATION_WORDS[practice])}")
    return {day: tuple(words) for day, words in sorted(found.items())}


def coverage(
    atlas: Atlas, worldview: Worldview = "un", tongue: Tongue = ENGLISH
) -> tuple[tuple[View, str], ...]:
    """The days on which the covered length of the flank border changes, and what changed it."""
    steps: list[tuple[View, str]] = []
    points = turning_points(atlas, tongue)
    for day in moment_days(atlas):
        view = atlas.on(day, worldview)
        held = steps[-1][0].flank if steps else None
        if held is None or (view.flank.covered_by, view.flank.unknown) != (
            held.covered_by,
            held.unknown,
        ):
            steps.append((view, "; ".join(points.get(day, ()))))
    return tuple(steps)

"""What happens on a day to which a reader can step, in a few words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from geo.answers.key_dates import event_days
from geo.answers.words.controls import STEPS
from geo.answers.words.legal_basis import declarations
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FIRST_DAY, Atlas
from geo.treaty import LegalStatus

_NAMED = 3
"""How many states are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Step:
    """A day, what happens on it, and whether that changes what the law says of a state."""

    day: date
    words: str
    law: bool


@lru_cache(maxsize=8)
def steps(atlas: Atlas, tongue: Tongue = ENGLISH) -> tuple[Step, ...]:
    """Every day of `event_days`, ascending; an event of no change is told by its own title."""
    changes = _changes(atlas, tongue)
    titles: dict[date, list[str]] = {}
    for event in atlas.record.events:
        if event.date.exact:
            titles.setdefault(event.date.first, []).append(event.title)
    found = []
    for day in event_days(atlas):
        of_law = changes.get(day, {})
        done = [_said(key, names, tongue) for key, names in of_law.items()]
        if said := done or titles.get(day, []):
            found.append(Step(day, _listed(said, tongue), bool(of_law)))
    return tuple(found)


@lru_cache(maxsize=8)
def law_days(atlas: Atlas) -> tuple[date, ...]:
    """Those of the days that change what the law says of a state."""
    return tuple(step.day for step in steps(atlas) if step.law)


def beside(days: Sequence[date], here: date, last: date) -> dict[str, date | None]:
    """Return the "previous" of ascending days and the "next", up to the last."""
    before, after = bisect_left(days, here) - 1, bisect_right(days, here)
    return {
        "previous": days[before] if before >= 0 and days[before] <= last else None,
        "next": days[after] if after < len(days) and days[after] <= last else None,
    }


def _changes(atlas: Atlas, tongue: Tongue) -> dict[date, dict[str, list[str]]]:
    """The states whose status changes on a day, or who declare something, by what they do."""
    found: dict[date, dict[str, list[str]]] = {}
    for iso_a3, state in atlas.record.states.items():
        past = atlas.history(iso_a3)
        done = [(day, status.value) for day, status in past.changes if isinstance(day, date)]
        done += [(day, practice.value) for day, practice in declarations(past)]
        for day, key in done:
            if day >= FIRST_DAY and key != LegalStatus.NOT_PARTY.value:
                found.setdefault(day, {}).setdefault(key, []).append(
                    tongue.state(iso_a3, state.name)
                )
    return found


def _said(key: str, names: Sequence[str], tongue: Tongue) -> str:
    many = len(names)
    who = (
        ", ".join(sorted(names, key=tongue.order))
        if many <= _NAMED
        else tongue.counted(STEPS["states"], many)
    )
    return tongue.counted(STEPS["does"][key], many, states=who)


def _listed(said: Iterable[str], tongue: Tongue) -> str:
    first, *others = said
    rest = [tongue.counted(STEPS["more"], len(others))] if len(others) > 1 else others
    return "; ".join([first, *rest])

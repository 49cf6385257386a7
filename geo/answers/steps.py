"""What happens on a day to which a reader can step, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from geo.answers.key_dates import event_days
from geo.answers.words.english import STEPS
from geo.answers.words.legal_basis import declarations
from geo.answers.words.wordings import counted, filled
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
def steps(atlas: Atlas) -> tuple[Step, ...]:
    """Every day of `event_days`, ascending."""
    changes = _changes(atlas)
    titles: dict[date, list[str]] = {}
    for event in atlas.record.events:
        if event.date.exact:
            titles.setdefault(event.date.first, []).append(event.title)
    found = []
    for day in event_days(atlas):
        of_law = changes.get(day, {})
        said = [_said(key, names) for key, names in of_law.items()] or titles.get(day, [])
        if said:
            found.append(Step(day, _listed(said), bool(of_law)))
    return tuple(found)


def _changes(atlas: Atlas) -> dict[date, dict[str, list[str]]]:
    """The states whose status changes on a day, or who declare something, by what they do."""
    found: dict[date, dict[str, list[str]]] = {}
    for iso_a3, state in atlas.record.states.items():
        past = atlas.history(iso_a3)
        done = [(day, status.value) for day, status in past.changes if isinstance(day, date)]
        done += [(day, practice.value) for day, practice in declarations(past)]
        for day, key in done:
            if day >= FIRST_DAY and key != LegalStatus.NOT_PARTY.value:
                found.setdefault(day, {}).setdefault(key, []).append(state.name)
    return found


def _said(key: str, names: Sequence[str]) -> str:
    words = STEPS["does"][key]
    who = ", ".join(sorted(names)) if len(names) <= _NAMED else counted(STEPS["states"], len(names))
    return filled(words["one" if len(names) == 1 else "other"], states=who)


def _listed(said: Iterable[str]) -> str:
    first, *others = said
    rest = [counted(STEPS["more"], len(others))] if len(others) > 1 else others
    return "; ".join([first, *rest])

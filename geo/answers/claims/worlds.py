"""The worlds a statement is tested in: one where every day is known, else one for each way to be.

What holds in all of them is known, what holds in some is not. Days that no predicate can tell apart
make one world.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from math import prod

from geo.answers.claims.finding import Chosen, Figure, World
from geo.answers.words.headline import count_words
from geo.atlas import Atlas
from geo.basics.dates import Interval, PartialDate, earliest
from geo.treaty import History, history

MOST = 2000
"""How many worlds are looked at; of more only two, of each state the first and the last way."""

NOT_KNOWN = "not known"


def worlds(atlas: Atlas, day: date, named: Collection[str]) -> tuple[tuple[World, ...], bool]:
    """The worlds of a day, and whether they are all of them.

    Of a state that is `named` every day counts that an act may be of; of the others only what
    predicates ask of states at large: which acts there are, where the state stands, when it left.
    """
    choices = {
        iso_a3: _choices(atlas, iso_a3, day, iso_a3 in named)
        for iso_a3, first in atlas.inexact.items()
        if first <= day  # before that nothing of it shows, whatever its day
    }
    whole = prod(map(len, choices.values())) <= MOST
    chosen: Iterable[Sequence[Chosen]] = product(*choices.values())
    if not whole:
        chosen = zip(*((each[0], each[-1]) for each in choices.values()), strict=True)
    return tuple(World(atlas, day, dict(zip(choices, one, strict=True))) for one in chosen), whole


@lru_cache(maxsize=512)
def _choices(atlas: Atlas, iso_a3: str, day: date, every_day: bool) -> tuple[Chosen, ...]:
    """A state's history for each way the days of its acts may be, as far as it shows on `day`."""
    acts = atlas.history(iso_a3).as_of(day).acts
    unknown = [(act, act.date) for act in acts if isinstance(act.date, Interval)]
    found: dict[object, Chosen] = {}
    for days in product(*(_days(between, day) for _, between in unknown)):
        on = {act: chosen for (act, _), chosen in zip(unknown, days, strict=True)}
        past = history([replace(act, date=on.get(act, act.date)) for act in acts], atlas.fortieth)
        told = tuple((act.kind, between, on[act]) for act, between in unknown)
        found.setdefault(days if every_day else _shown(past, day), Chosen(past, told))
    return tuple(found.values())


def _days(between: Interval, day: date) -> list[date]:
    """Each of the days up to `day`, and one for all that are later."""
    first, last = between.start, between.end
    seen = range((min(last, day) - first).days + 1)
    return [first + timedelta(days=n) for n in seen] + ([last] if last > day else [])


def _shown(past: History, day: date) -> object:
    done = tuple(act.kind for act in past.acts if earliest(act.date) <= day)
    ends = (spell.withdrawal_effective for spell in past.as_of(day).spells)
    return done, past.statuses_on(day), tuple(d for d in ends if d and earliest(d) <= day)


def merged(figures: Iterable[Iterable[Figure]]) -> tuple[Figure, ...]:
    """The figures of several worlds as one row: where they differ, what they range over."""
    found: dict[tuple[str, int], list[Figure]] = {}
    for each in figures:
        seen: Counter[str] = Counter()
        for figure in each:
            found.setdefault((figure.label, seen[figure.label]), []).append(figure)
            seen[figure.label] += 1
    return tuple(map(_merged, found.values()))


def _merged(figures: list[Figure]) -> Figure:
    first, *others = dict.fromkeys((figure.value, figure.unit) for figure in figures)
    sources = tuple(dict.fromkeys(source for figure in figures for source in figure.source_ids))
    label = figures[0].label
    if not others:
        return Figure(label, *first, sources)
    values = [first, *others]
    numbers = [value for value, _ in values if isinstance(value, int)]
    if len(numbers) == len(values):
        return Figure(label, count_words(min(numbers), max(numbers)), first[1], sources)
    days = [date.fromisoformat(str(value)) for value, unit in values if unit == "date"]
    if not days:
        words = " or ".join(str(value) for value, _ in values)
        return Figure(label, f"{words}, {NOT_KNOWN}", "", sources)
    words = (
        Interval(min(days), max(days)).words() if len(days) > 1 else PartialDate.of(days[0]).words()
    )
    rest = "".join(f", or {value}" for value, unit in values if unit != "date")
    return Figure(label, f"{words}{rest}", "", sources)

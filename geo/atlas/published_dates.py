"""Published dates held against the computed ones.

The record also keeps the days on which, others say, the Convention entered into force for a state
or a withdrawal took effect. They never enter the computation: they test it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.atlas.atlas import Atlas
from geo.basics.dates import earliest, latest
from geo.basics.problems import Problem
from geo.records.acts import PUBLISHED
from geo.records.rows import CONVENTION, Event
from geo.treaty import Day


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A published date that Articles 17 and 20 do not give; `computed` lists what they do give.

    They agree where some day is possible by both.

    `explained` says whether the row tells why it stands.
    """

    event: Event
    iso_a3: str
    computed: tuple[Day, ...]

    @property
    def explained(self) -> bool:
        """Whether the row's check_note says why it differs."""
        return bool(self.event.check_note)

    def __str__(self) -> str:
        """One line: which row, what it says, what the rules give, and what to do or why."""
        event = self.event
        days = " or ".join(map(str, self.computed)) or "no such day"
        expected = f"{days}, as the rules give it"
        advice = event.check_note or (
            f"Correct {event.event_id} or the acts, or say in check_note why the row is right."
        )
        return str(Problem("events.csv", event.line, "date", str(event.date), expected, advice))


def mismatches(atlas: Atlas) -> tuple[Mismatch, ...]:
    """Every published date that differs from the computed one, in order of the events."""
    return tuple(
        Mismatch(event, iso_a3, computed)
        for event, iso_a3, computed in published(atlas)
        if not any(
            event.date.first <= latest(day) and earliest(day) <= event.date.last for day in computed
        )
    )


def published(atlas: Atlas) -> Iterator[tuple[Event, str, tuple[Day, ...]]]:
    """Each published date with its state ("" for the Convention) and what the rules give there.

    A state that left and came back has several days of each kind.
    """
    for event in atlas.record.events:
        if event.treaty != CONVENTION or event.kind not in PUBLISHED:
            continue
        for iso_a3 in event.iso_a3:
            begins = PUBLISHED[event.kind]
            days = (day for day, status in atlas.history(iso_a3).changes if status is begins)
            yield event, iso_a3, tuple(days)
        if not event.iso_a3:
            day = atlas.convention_in_force
            yield event, "", () if day is None else (day,)

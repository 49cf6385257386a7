"""The treaty acts that the record holds, state by state, and those that cannot stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from geo import treaty
from geo.basics.dates import Interval, earliest, latest
from geo.records.problems import Problem
from geo.records.rows import CONVENTION, Record
from geo.treaty import Act, ActKind

Acts = Mapping[str, tuple[Act, ...]]
"""ISO 3166-1 alpha-3 code to the acts of that state, in order."""


def acts_of(record: Record) -> Acts:
    """The treaty acts of every state, in order; objections and the like are events, not acts."""
    kinds = {kind.value: kind for kind in ActKind if kind is not ActKind.OBJECTION}
    acts: dict[str, list[Act]] = {iso_a3: [] for iso_a3 in record.states}
    for event in record.events:
        if event.treaty == CONVENTION and event.kind in kinds:
            day = event.date if isinstance(event.date, Interval) else event.date.first
            acts[event.iso_a3[0]].append(Act(day, kinds[event.kind], event.effective))
    return {iso_a3: treaty.in_order(found) for iso_a3, found in acts.items()}


def fortieth_of(acts: Acts) -> date | None:
    """The day of the fortieth instrument of all states, None while there are fewer.

    It has to be known: `geo.records.rules.events` refuses intervals that would leave it open.
    """
    return _fortieth(acts, earliest)


def _fortieth(acts: Acts, choose: Callable[[treaty.Day], date]) -> date | None:
    return treaty.fortieth_deposit(
        choose(act.date) for past in acts.values() for act in past if act.kind in treaty.INSTRUMENTS
    )


def unlawful(acts: Acts) -> Iterator[Problem]:
    """Every act the treaty does not allow where it stands."""
    fortieth = fortieth_of(acts)
    if fortieth != (at_the_latest := _fortieth(acts, latest)):
        yield Problem(
            file="events.csv",
            line=0,
            column="date",
            value=f"{fortieth} or {at_the_latest}, the day of the fortieth instrument",
            expected="one day, on which every first entry into force depends (Article 17(1))",
            advice="Narrow the intervals of the instruments around it.",
        )
    for iso_a3, past in acts.items():
        for fault in treaty.faults(past, fortieth):
            yield Problem(
                file="events.csv",
                line=0,
                column="",
                value=f"{iso_a3} {fault.act.kind} {fault.act.date}",
                expected=fault.expected,
                advice="Correct the row, or those of the acts before it.",
            )


LEGAL_KINDS = frozenset(kind.value for kind in ActKind) | {
    "entry_into_force",
    "withdrawal_effective",
}
"""Kinds of event that are acts of the treaty, or publish the day on which one takes effect."""

"""The acts of the Convention among the events of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from geo import treaty
from geo.basics.dates import Interval, earliest
from geo.records.rows import CONVENTION, Event, Record
from geo.treaty import Act, ActKind, LegalStatus

Acts = Mapping[str, tuple[Act, ...]]
"""ISO 3166-1 alpha-3 code to the acts of that state, in order."""

PUBLISHED = {
    "entry_into_force": LegalStatus.PARTY,
    "withdrawal_effective": LegalStatus.WITHDRAWN,
}
"""Kinds of event that publish the day on which an act takes effect, and the status it begins."""

_KINDS = {kind.value: kind for kind in ActKind}


def is_legal(event: Event) -> bool:
    """Whether an event is an act of the Convention, or publishes the day one takes effect."""
    return event.treaty == CONVENTION and (event.kind in _KINDS or event.kind in PUBLISHED)


def act_kind(event: Event) -> ActKind | None:
    """Return which act of its state under the Convention an event is; None where it is none.

    An objection is legal, but no act of the state that objects: it changes nothing for that state.
    """
    kind = _KINDS.get(event.kind) if event.treaty == CONVENTION else None
    return None if kind is ActKind.OBJECTION else kind


def act_of(event: Event, kind: ActKind) -> Act:
    """An event of one state, on a day or between two, as the act that it is."""
    day = event.date if isinstance(event.date, Interval) else event.date.first
    return Act(day, kind, event.effective, event.event_id)


def acts_of(record: Record) -> Acts:
    """The acts of every state of a record, in order."""
    acts: dict[str, list[Act]] = {iso_a3: [] for iso_a3 in record.states}
    for event in record.events:
        if kind := act_kind(event):
            acts[event.iso_a3[0]].append(act_of(event, kind))
    return {iso_a3: treaty.in_order(found) for iso_a3, found in acts.items()}


def fortieth_of(
    acts: Iterable[Act], choose: Callable[[treaty.Day], date] = earliest
) -> date | None:
    """The day of the fortieth instrument among all states' acts, None while there are fewer.

    `choose` puts an act whose day is not known on one of its days. In a record that was loaded it
    makes no difference: `geo.records.rules.events` refuses days that leave the fortieth open.
    """
    return treaty.fortieth_deposit(
        choose(act.date) for act in acts if act.kind in treaty.INSTRUMENTS
    )

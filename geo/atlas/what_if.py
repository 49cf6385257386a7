"""The atlas with acts that are supposed: computed by the same law, and refused by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo import treaty
from geo.atlas.atlas import Atlas
from geo.atlas.supposed import NO_STATE, NoActError, Supposed
from geo.basics.dates import PartialDate
from geo.basics.errors import AtlasError
from geo.records.acts import Acts, acts_of, fortieth_of
from geo.records.rows import CONVENTION, Event
from geo.treaty import Act, Fault, History

_ID = "what-if-"


def is_supposed(act: Act) -> bool:
    """Whether an act is on no record."""
    return act.event_id.startswith(_ID)


class UnlawfulError(AtlasError):
    """An act that the Convention does not allow where it is supposed; `fault` says why.

    `past` is what the state has done by then, on record or supposed; None where that too is
    unlawful.
    """

    def __init__(self, act: Supposed, fault: Fault, past: History | None) -> None:
        super().__init__(f"{act}: expected {fault.expected}")
        self.act, self.fault, self.past = act, fault, past


class UnknownStateError(NoActError):
    """An act of a code that is no state's."""

    def __init__(self, act: Supposed) -> None:
        super().__init__(NO_STATE, part=act)


def suppose(atlas: Atlas, acts: Sequence[Supposed]) -> Atlas:
    """The atlas as it would be with these acts; every answer made of it says what is supposed.

    Without acts it is the same atlas.

    Raises:
        UnknownStateError: an act of no state.
        UnlawfulError: an act that the Convention does not allow, or that makes another unlawful.
    """
    if not acts:
        return atlas
    for act in acts:
        if act.iso_a3 not in atlas.record.states:
            raise UnknownStateError(act)
    events = [_event(act, f"{_ID}{number}") for number, act in enumerate(acts)]
    every = sorted([*atlas.record.events, *events], key=lambda event: (event.date, event.event_id))
    record = replace(atlas.record, events=tuple(every))
    found = acts_of(record)
    fortieth = fortieth_of(each for past in found.values() for each in past)
    for act in acts:
        for fault in treaty.faults(found[act.iso_a3], fortieth):
            numbers = (a.event_id.removeprefix(_ID) for a in (fault.act, fault.beside) if a)
            at_fault = next((acts[int(n)] for n in numbers if n.isdecimal()), act)
            raise UnlawfulError(at_fault, fault, _before(at_fault, fault, found, fortieth))
    return atlas.supposing(record, tuple(acts))


def _before(act: Supposed, fault: Fault, acts: Acts, fortieth: date | None) -> History | None:
    """The history of a state by the day of an act, without the act at fault."""
    done = [a for a in acts[act.iso_a3] if a is not fault.act and a.begins <= act.day]
    return None if treaty.faults(done, fortieth) else treaty.history(done, fortieth)


def _event(act: Supposed, event_id: str) -> Event:
    return Event(
        event_id=event_id,
        date=PartialDate.of(act.day),
        iso_a3=(act.iso_a3,),
        treaty=CONVENTION,
        kind=act.kind,
        title=f"Supposed, on no record: {act.kind.replace('_', ' ')}",
        detail="",
        effective=None,
        source_ids=(),
        check_note="",
    )

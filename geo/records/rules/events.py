"""What the events of one state must look like together: the law is asked, not written again.

Which acts can stand where they stand is judged by `geo.treaty`; said here is which row is at fault,
and what else keeps an impossible record out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from geo import treaty
from geo.basics.choices import last_day
from geo.basics.dates import Interval, earliest, latest
from geo.basics.problems import Problem
from geo.records.acts import act_kind, act_of, fortieth_of
from geo.records.rows import CONVENTION, Event
from geo.records.unchecked import Row, UncheckedRecord
from geo.treaty import CONSENTS, INSTRUMENTS, Act, ActKind, Fault
from geo.treaty.lawful import ON_A_DAY

FIRST_YEAR = 1996

_PUBLISHED_AFTER = {
    "entry_into_force": ("a consent to be bound", CONSENTS),
    "withdrawal_effective": ("a withdrawal_notice", {ActKind.WITHDRAWAL_NOTICE}),
}
"""Kinds of event that publish what an act leads to, and which act that is."""


def acts_are_of_one_state_and_day(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """An act is one state's, and on a day or between two, save some objections."""
    for row in unchecked.events:
        event, kind = row.value, act_kind(row.value)
        if (kind or event.kind == ActKind.OBJECTION) and len(event.iso_a3) != 1:
            advice = "Write one row for each state."
            yield row.problem("iso_a3", f"one state for {event.kind}", advice)
        if kind and not _dated(event):
            between = "" if kind in ON_A_DAY else ", or the days it lies between as two and a /"
            yield row.problem("date", f"the day of the {kind}", f"Give it as YYYY-MM-DD{between}.")


def dates_are_in_range(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """The record is of the Convention's own time."""
    last = last_day().year
    for row in unchecked.events:
        if not FIRST_YEAR <= row.value.date.first.year <= row.value.date.last.year <= last:
            expected = f"a year from {FIRST_YEAR} to {last}"
            yield row.problem("date", expected, "Look for a slip of the pen.")


def only_acts_take_effect(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """`effective` is empty on an event that is no act; on acts the treaty judges it."""
    for row in unchecked.events:
        if row.value.effective and not act_kind(row.value):
            advice = "Empty the cell: only a succession reaches back."
            yield row.problem("effective", f"nothing on {row.value.kind}", advice)


def acts_are_lawful(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Articles 15, 16 and 20, as the treaty judges the acts of each state.

    A state whose acts cannot all be read is not judged: the others would seem to lack them.
    """
    fortieth = fortieth_of(act for _, act in _acts(unchecked))
    of_states: dict[str, list[tuple[Row[Event], Act]]] = defaultdict(list)
    for row, act in _acts(unchecked):
        of_states[row.value.iso_a3[0]].append((row, act))
    unreadable = {
        *unchecked.faulty_states,
        *_undated(unchecked),
        *unchecked.unknown("states", (*of_states,)),
    }
    for iso_a3 in of_states.keys() - unreadable:
        acts = [act for _, act in of_states[iso_a3]]
        rows = {act.event_id: row for row, act in of_states[iso_a3]}
        for fault in treaty.faults(acts, fortieth):
            row = rows[fault.act.event_id]
            yield row.problem(fault.of, fault.expected, _advice(fault, acts, rows, fortieth))


def published_dates_follow_their_acts(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A day on which an act takes effect is published of a state that has acted, not before."""
    days: dict[tuple[str, ActKind], list[date]] = defaultdict(list)
    for row in unchecked.events:
        if kind := act_kind(row.value):
            for iso_a3 in row.value.iso_a3:
                days[iso_a3, kind].append(row.value.effective or row.value.date.first)
    for row in unchecked.events:
        event = row.value
        if event.treaty != CONVENTION or event.kind not in _PUBLISHED_AFTER:
            continue
        act, kinds = _PUBLISHED_AFTER[event.kind]
        for iso_a3 in event.iso_a3:
            done = [day for kind in kinds for day in days[iso_a3, kind]]
            if not done and iso_a3 in unchecked.faulty_states:
                continue
            if not done:
                advice = "Add the missing row, or correct this one."
                yield row.problem("kind", f"{act} of this state in the record", advice)
            elif event.date.last < min(done):
                advice = "Compare the two rows with their sources."
                yield row.problem("date", f"a day from {min(done)} on, that of {act}", advice)


def objections_answer_a_suspension(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """An objection is to a declared suspension, which comes first."""
    declared = [
        row.value.date.first
        for row in unchecked.events
        if act_kind(row.value) is ActKind.SUSPENSION_NOTICE
    ]
    for row in unchecked.events:
        if row.value.kind == ActKind.OBJECTION and not any(
            day <= row.value.date.last for day in declared
        ):
            expected = "a day on or after a suspension_notice"
            yield row.problem("date", expected, "Compare it with what it objects to.")


def the_fortieth_instrument_is_on_a_day(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Article 17(1): every first entry into force hangs on that day, so it has to be known."""
    instruments = [(row, act) for row, act in _acts(unchecked) if act.kind in INSTRUMENTS]
    first, last = (fortieth_of((a for _, a in instruments), end) for end in (earliest, latest))
    if first is None or last is None or first == last:
        return
    for row, act in instruments:
        day = act.date
        if isinstance(day, Interval) and day.start <= last and day.end > first:
            expected = "days that leave no doubt of the fortieth instrument (Article 17(1))"
            advice = f"With these it is of a day from {first} to {last}; narrow the interval."
            yield row.problem("date", expected, advice)


def _dated(event: Event) -> bool:
    """Whether an event is on a day or between two, not in a month or a year."""
    return event.date.exact or isinstance(event.date, Interval)


def _acts(unchecked: UncheckedRecord) -> list[tuple[Row[Event], Act]]:
    """The acts of rows that are of one state, on a day or between two."""
    return [
        (row, act_of(row.value, kind))
        for row in unchecked.events
        if (kind := act_kind(row.value)) and _dated(row.value) and len(row.value.iso_a3) == 1
    ]


def _undated(unchecked: UncheckedRecord) -> Iterator[str]:
    """The states of acts that are not of one state, or not on a day or between two."""
    for row in unchecked.events:
        if act_kind(row.value) and not (_dated(row.value) and len(row.value.iso_a3) == 1):
            yield from row.value.iso_a3


def _advice(
    fault: Fault, acts: Sequence[Act], rows: Mapping[str, Row[Event]], fortieth: date | None
) -> str:
    """What to do about an act that the treaty does not allow."""
    if fault.of == "date" and isinstance(fault.act.date, Interval):
        others = [act for act in acts if act is not fault.act]
        lawful = [d for d, on in _each_day(fault.act) if not treaty.faults([*others, on], fortieth)]
        if lawful:
            days = f"those from {lawful[0]} to {lawful[-1]}"
            return f"Of its days only {days} are lawful; narrow the interval."
        return "None of its days is lawful."
    if fault.beside:
        line = rows[fault.beside.event_id].line
        return f"Compare it with line {line}, {fault.beside.kind} of {fault.beside.date}."
    return "Correct it, or add the act that it follows."


def _each_day(act: Act) -> Iterator[tuple[date, Act]]:
    """An act on each of its days."""
    first, last = earliest(act.date), latest(act.date)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        yield day, replace(act, date=day)

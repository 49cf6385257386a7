"""What the events of one state must look like together, by Articles 15, 16 and 20.

These rules keep impossible records out; what the acts mean in law is computed in `geo.treaty`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from geo import treaty
from geo.basics.dates import Interval, earliest, latest
from geo.records.problems import Problem
from geo.records.rows import CONVENTION, Event
from geo.records.unchecked import Row, UncheckedRecord
from geo.treaty import INSTRUMENTS, Act, ActKind
from geo.treaty.lawful import ON_A_DAY

SIGNATURE, NOTICE, SUSPENSION, OBJECTION = (
    "signature",
    "withdrawal_notice",
    "suspension_notice",
    "objection",
)
OF_SIGNATORIES = ("ratification", "acceptance", "approval")
CONSENTS = (*OF_SIGNATORIES, "accession", "succession")
CONFLICT_BEGINS, CONFLICT_ENDS = "armed_conflict_begins", "armed_conflict_ends"
EXACT = (SIGNATURE, *CONSENTS, NOTICE, SUSPENSION, CONFLICT_BEGINS, CONFLICT_ENDS)
"""Kinds that decide legal status or practice: each of one state, on a day."""

OPENED = date(1997, 12, 3)  # Article 15
LAST_TO_SIGN = date(
    1999, 2, 28
)  # Article 15: until the Convention's entry into force, 1 March 1999
YEARS = range(1996, 2041)

Histories = Mapping[str, Mapping[str, list[Row[Event]]]]


def acts_are_of_one_state_and_day(draft: UncheckedRecord) -> Iterator[Problem]:
    """An act is one state's, and on a day or between two, save some objections."""
    for row in draft.events:
        event = row.value
        if event.kind in (*EXACT, OBJECTION) and len(event.iso_a3) != 1:
            yield row.problem(
                "iso_a3", f"one state for {event.kind}", "Write one row for each state."
            )
        between = isinstance(event.date, Interval)
        if event.kind in EXACT and not event.date.exact:
            if event.kind in ON_A_DAY:
                yield row.problem("date", f"the day of the {event.kind}", "Give it as YYYY-MM-DD.")
            elif not between:
                advice = (
                    "Give it as YYYY-MM-DD, or the days it lies between as two of them and a /."
                )
                yield row.problem("date", f"the day of the {event.kind}", advice)


def dates_are_in_range(draft: UncheckedRecord) -> Iterator[Problem]:
    """The record is of the Convention's own time."""
    for row in draft.events:
        if not {row.value.date.first.year, row.value.date.last.year} <= set(YEARS):
            expected = f"a year from {YEARS.start} to {YEARS.stop - 1}"
            yield row.problem("date", expected, "Look for a slip of the pen.")


def only_successions_reach_back(draft: UncheckedRecord) -> Iterator[Problem]:
    """`effective` belongs to successions, which need it, and is not after the notice."""
    for row in draft.events:
        event = row.value
        if event.kind != "succession":
            if event.effective:
                advice = "Empty the cell: the dates of other acts are computed."
                yield row.problem("effective", f"nothing on {event.kind}", advice)
        elif event.effective is None:
            yield row.problem("effective", "the day of the succession", "Give it as YYYY-MM-DD.")
        elif event.effective > event.date.last:
            advice = "Compare it with the day of the notice."
            yield row.problem("effective", f"a day not after {event.date}", advice)


def one_of_each_act(draft: UncheckedRecord) -> Iterator[Problem]:
    """A state signs once and consents once, and anew only by acceding after it has given notice."""
    for acts in _histories(draft).values():
        for kinds in ((SIGNATURE,), CONSENTS):
            found = [row for kind in kinds for row in acts.get(kind, [])]
            for row in found[1:]:
                if not _comes_back(row, acts):
                    advice = f"Line {found[0].line} has {found[0].value.kind} already; keep one."
                    yield row.problem("kind", f"one {' or '.join(kinds)} for a state", advice)


def signatures_are_in_time(draft: UncheckedRecord) -> Iterator[Problem]:
    """Article 15: open from 3 December 1997 until the Convention entered into force."""
    for acts in _histories(draft).values():
        for row in acts.get(SIGNATURE, []):
            if not OPENED <= row.value.date.first <= row.value.date.last <= LAST_TO_SIGN:
                expected = f"a day from {OPENED} to {LAST_TO_SIGN}"
                yield row.problem("date", expected, "Later states accede (Articles 15 and 16).")


def instruments_fit_signatures(draft: UncheckedRecord) -> Iterator[Problem]:
    """Article 16: signatories ratify, accept or approve; others accede."""
    for acts in _histories(draft).values():
        signed = acts.get(SIGNATURE, [])
        for kind in OF_SIGNATORIES:
            for row in acts.get(kind, []):
                if not signed:
                    advice = "Add the signature, or write accession."
                    yield row.problem("kind", "accession, without a signature", advice)
                elif row.value.date.first < signed[0].value.date.first:
                    expected = f"a day from the signature on, {signed[0].value.date}"
                    yield row.problem("date", expected, "Compare the two rows with their sources.")
        for row in acts.get("accession", []):
            if signed and not _comes_back(row, acts):
                advice = f"Line {signed[0].line} has a signature."
                yield row.problem("kind", "ratification, acceptance or approval", advice)


def acts_come_in_order(draft: UncheckedRecord) -> Iterator[Problem]:
    """Nobody leaves or suspends what does not bind it, and published dates follow their acts."""
    order = (
        (NOTICE, ("entry_into_force",)),
        (SUSPENSION, ("entry_into_force",)),
        ("entry_into_force", CONSENTS),
        ("withdrawal_effective", (NOTICE,)),
    )
    for acts in _histories(draft).values():
        for kind, before in order:
            for row in acts.get(kind, []):
                basis = [b for k in before for b in acts.get(k, [])]
                days = [b.value.effective or b.value.date.first for b in basis]
                if not days:
                    expected = f"{' or '.join(before)} of this state in the record"
                    yield row.problem("kind", expected, "Add the missing row, or correct this one.")
                elif row.value.date.last < min(days):
                    expected = f"a day from {min(days)} on ({basis[0].value.kind})"
                    yield row.problem("date", expected, "Compare the two rows with their sources.")


def objections_answer_a_suspension(draft: UncheckedRecord) -> Iterator[Problem]:
    """An objection is to a declared suspension, which comes first."""
    declared = [row.value.date.first for row in draft.events if row.value.kind == SUSPENSION]
    for row in draft.events:
        if row.value.kind == OBJECTION and not any(day <= row.value.date.last for day in declared):
            expected = "a day on or after a suspension_notice"
            yield row.problem("date", expected, "Compare it with what it objects to.")


def conflicts_begin_before_they_end(draft: UncheckedRecord) -> Iterator[Problem]:
    """An end needs a beginning on or before its day."""
    for acts in _histories(draft).values():
        begun = [row.value.date.first for row in acts.get(CONFLICT_BEGINS, [])]
        for row in acts.get(CONFLICT_ENDS, []):
            if not any(day <= row.value.date.first for day in begun):
                expected = "a day after armed_conflict_begins"
                yield row.problem("date", expected, "Compare the two rows, or add the beginning.")


def acts_between_two_days_are_lawful_on_each(draft: UncheckedRecord) -> Iterator[Problem]:
    """An act whose day is not known may be lawful on any of its days, and has to be on all."""
    fortieth = treaty.fortieth_deposit(
        earliest(act.date) for _, act in _acts(draft.events) if act.kind in INSTRUMENTS
    )
    for kinds in _histories(draft).values():
        found = _acts(row for rows in kinds.values() for row in rows)
        acts = [act for _, act in found]
        if not treaty.inexact(acts) or not treaty.faults(acts, fortieth):
            continue
        for row, act in found:
            if not isinstance(act.date, Interval):
                continue
            others = [other for other in acts if other is not act]
            tried = {day: treaty.faults([*others, on], fortieth) for day, on in _each_day(act)}
            lawful = [day for day, faults in tried.items() if not faults]
            if len(lawful) < len(tried):
                fault = next(faults for faults in tried.values() if faults)[0]
                said = f"{fault.act.kind}: {fault.expected}"
                advice = "None of them is."
                if lawful:
                    advice = f"Those from {lawful[0]} to {lawful[-1]} are; narrow the interval."
                expected = f"days each of which is lawful beside the state's other acts ({said})"
                yield row.problem("date", expected, advice)


def the_fortieth_instrument_is_on_a_day(draft: UncheckedRecord) -> Iterator[Problem]:
    """Article 17(1): every first entry into force hangs on that day, so it has to be known."""
    deposits = [(row, act.date) for row, act in _acts(draft.events) if act.kind in INSTRUMENTS]
    first, last = (
        treaty.fortieth_deposit(choose(day) for _, day in deposits) for choose in (earliest, latest)
    )
    if first is None or last is None or first == last:
        return
    for row, day in deposits:
        if isinstance(day, Interval) and day.start <= last and day.end > first:
            expected = "days that leave no doubt of the fortieth instrument (Article 17(1))"
            advice = f"With these it is of a day from {first} to {last}; narrow the interval."
            yield row.problem("date", expected, advice)


def _acts(rows: Iterable[Row[Event]]) -> list[tuple[Row[Event], Act]]:
    """The acts of rows that are of one state, on a day or between two."""
    found = []
    for row in rows:
        event = row.value
        between = isinstance(event.date, Interval)
        if event.treaty == CONVENTION and event.kind in EXACT and (event.date.exact or between):
            day = event.date if isinstance(event.date, Interval) else event.date.first
            found.append((row, Act(day, ActKind(event.kind), event.effective)))
    return found


def _each_day(act: Act) -> Iterator[tuple[date, Act]]:
    """An act on each of its days."""
    first, last = earliest(act.date), latest(act.date)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        yield day, replace(act, date=day)


def _comes_back(row: Row[Event], acts: Mapping[str, list[Row[Event]]]) -> bool:
    """Whether a state accedes that has consented before and given notice since.

    That the withdrawal had taken effect by then, `geo.treaty` makes sure of.
    """
    event = row.value
    noticed = [
        notice.value.date.first
        for notice in acts.get(NOTICE, [])
        if notice.value.date.first <= event.date.first
    ]
    consents = (other.value.date.first for kind in CONSENTS for other in acts.get(kind, []))
    before = [day for day in consents if day < event.date.first]
    return event.kind == "accession" and bool(noticed and before) and max(before) <= max(noticed)


def _histories(draft: UncheckedRecord) -> Histories:
    """The Mine Ban Convention's events by state and kind, in the order of the file."""
    found: dict[str, dict[str, list[Row[Event]]]] = defaultdict(lambda: defaultdict(list))
    for row in draft.events:
        if row.value.treaty == CONVENTION:
            for iso_a3 in row.value.iso_a3:
                found[iso_a3][row.value.kind].append(row)
    return found


RULES = (
    acts_are_of_one_state_and_day,
    dates_are_in_range,
    only_successions_reach_back,
    one_of_each_act,
    signatures_are_in_time,
    instruments_fit_signatures,
    acts_come_in_order,
    objections_answer_a_suspension,
    conflicts_begin_before_they_end,
    acts_between_two_days_are_lawful_on_each,
    the_fortieth_instrument_is_on_a_day,
)

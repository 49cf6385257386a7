"""What `data/verifications.csv` must say, and that each name of a state is one state's."""

from __future__ import annotations

from collections.abc import Iterator

from geo.basics.folding import folded
from geo.basics.problems import Problem
from geo.records.rows import CONVENTION, Event, Verification
from geo.records.unchecked import UncheckedRecord
from geo.treaty import CONSENTS, ActKind


def names_are_of_one_state(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A name the depositary uses leads to one state only, however it is spelled.

    Who types the code of a state means that state, whatever another is called.
    """
    first = {folded(row.value.iso_a3): row for row in unchecked.states}
    names = [(row, "name", row.value.name) for row in unchecked.states]
    names += [(row, "aliases", name) for row in unchecked.states for name in row.value.aliases]
    for row, column, name in names:
        other = first.setdefault(folded(name), row)
        is_told = column == "name" and name == other.value.name  # by the schema of the table
        if (other is not row and not is_told) or (column == "aliases" and name == row.value.name):
            advice = f"Line {other.line} has it as a name of {other.value.iso_a3}."
            yield row.problem(column, "names that stand once in the file", advice, name)


def a_verification_is_of_its_page(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """The page is an official source whose date is the day of the status it shows."""
    sources = {row.value.source_id: row.value for row in unchecked.sources}
    for row in unchecked.verifications:
        for source in (sources[name] for name in row.value.source_ids if name in sources):
            if source.tier != "official":
                advice = "A page of somebody else verifies nothing; name the depositary's own."
                yield row.problem("source_ids", "a source of tier official", advice)
            if str(source.date) != row.value.day.isoformat():
                expected = f"the date of {source.source_id}, {source.date}"
                yield row.problem("day", expected, "Name the page of that day, or correct the day.")


def differences_are_explained(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A difference that stays is explained, names a state of the record and stands once."""
    for row in unchecked.verifications:
        differences, explanation = row.value.differences, row.value.explanation
        if differences and not explanation:
            advice = "Say why the record is right, or correct it."
            yield row.problem("explanation", "what explains the differences", advice)
        if explanation and not differences:
            advice = "Name the differences, or empty the cell."
            yield row.problem("explanation", "nothing where nothing differs", advice)
        named = tuple(key.partition(":")[0] for key in differences)
        for name in unchecked.unknown("states", tuple(filter(None, named))):
            yield row.problem("differences", "codes of states.csv", "Correct the code.", name)
        for key in dict.fromkeys(key for key in differences if differences.count(key) > 1):
            yield row.problem("differences", "each difference once", "Remove one.", key)


def states_are_as_many_as_have_acted(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Where nothing differs, the page shows the states that had signed or consented by its day.

    Where something does, it still shows no more states than there are.
    """
    acts = [row.value for row in unchecked.events if row.value.treaty == CONVENTION]
    acts = [event for event in acts if event.kind in (ActKind.SIGNATURE, *CONSENTS)]
    for row in unchecked.verifications:
        surely = _acted(acts, row.value, surely=True) - unchecked.faulty_states
        perhaps = _acted(acts, row.value, surely=False) | unchecked.faulty_states
        least, most = len(surely), len(perhaps)
        if not row.value.differences and not least <= row.value.states <= most:
            known = str(least) if least == most else f"{least} to {most}"
            expected = f"{known}, as have signed or consented by {row.value.day}"
            yield row.problem("states", expected, "Hold the record against the page again.")
        elif row.value.states > len(unchecked.known["states"]):
            expected = f"{len(unchecked.known['states'])} at most, the rows of states.csv"
            yield row.problem("states", expected, "Count the states that the page shows.")


def _acted(acts: list[Event], verification: Verification, *, surely: bool) -> frozenset[str]:
    """The states that have signed or consented by the day, or by then may have."""
    day = verification.day
    by_then = (e for e in acts if (e.date.last if surely else e.date.first) <= day)
    return frozenset(iso_a3 for event in by_then for iso_a3 in event.iso_a3)

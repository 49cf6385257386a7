"""What rows about lines on the map must look like beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from geo.basics.choices import FIRST_DAY
from geo.basics.problems import Problem
from geo.records.line_rows import NEIGHBOURS, WITHOUT_STATUS, Membership
from geo.records.rules.texts import LONGEST_TITLE
from geo.records.unchecked import Row, UncheckedRecord


def missing_borders_have_two_sides(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A border lies between two states, and has one row, whichever of them that names first."""
    first: dict[frozenset[str], int] = {}
    for row in unchecked.missing_borders:
        pair = frozenset((row.value.iso_a3, row.value.neighbour_iso_a3))
        if (line := first.setdefault(pair, row.line)) != row.line:
            advice = f"Line {line} has this border; say all of it there."
            yield row.problem("neighbour_iso_a3", "a border that no other row has", advice)
        if row.value.iso_a3 == row.value.neighbour_iso_a3:
            yield row.problem("neighbour_iso_a3", "another state than iso_a3", "Name the other.")


def groups_have_one_name(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Every row of a group calls it alike."""
    first: dict[str, Row[Membership]] = {}
    for row in unchecked.groups:
        other = first.setdefault(row.value.group_id, row)
        if other.value.group_name != row.value.group_name:
            advice = f"Line {other.line} calls this group so; call it alike, or correct the id."
            yield row.problem("group_name", other.value.group_name, advice)


def memberships_are_on_days(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Within the days the atlas has, a membership begins and ends on a day, in this order."""
    for row in unchecked.groups:
        begun, ended = row.value.member_from, row.value.member_to
        for column, day in (("member_from", begun), ("member_to", ended)):
            if day is not None and not day.exact and day.last >= FIRST_DAY:
                yield row.problem(column, "YYYY-MM-DD from 1997 on", "Give the day.")
        if ended is not None and ended.last < begun.first:
            advice = "Compare both with their sources."
            yield row.problem("member_to", f"a day from {begun} on", advice)


def memberships_do_not_overlap(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Who is a member does not become one again before it has left."""
    spells: dict[tuple[str, str], list[Row[Membership]]] = defaultdict(list)
    for row in unchecked.groups:
        spells[row.value.group_id, row.value.iso_a3].append(row)
    for rows in spells.values():
        for before, row in pairwise(sorted(rows, key=lambda row: row.value.member_from)):
            ended = before.value.member_to
            if ended is None or ended.last >= row.value.member_from.first:
                advice = f"Line {before.line} has it as a member to {ended or 'this day'}."
                yield row.problem("member_from", "a day after it had left", advice)


def lenses_have_two_sides(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A side lists states of the record and groups of groups.csv, or is whoever lies beyond."""
    for row in unchecked.lenses:
        for column, side in (("side_a", row.value.side_a), ("side_b", row.value.side_b)):
            if NEIGHBOURS in side and len(side) > 1:
                advice = "Write it alone, or name those meant."
                yield row.problem(column, f"{NEIGHBOURS}, or codes and groups", advice)
            for name in side:
                there = unchecked.known["states" if name.isupper() else "groups"]
                if name not in (NEIGHBOURS, *WITHOUT_STATUS, *there):
                    expected = f"codes of states.csv, ids of groups.csv, or {NEIGHBOURS}"
                    yield row.problem(column, expected, "Correct it, or add its row.", name)
        if len(row.value.title) > LONGEST_TITLE:
            expected = f"{LONGEST_TITLE} letters at most, these are {len(row.value.title)}"
            yield row.problem("title", expected, "Move what is not needed into the note.")


def lenses_are_called_unlike_states(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """The code of a state asks for all its borders, however it is written."""
    for row in unchecked.lenses:
        if row.value.lens_id.upper() in unchecked.known["states"]:
            yield row.problem("lens_id", "a name that is no state's code", "Call it otherwise.")


def lenses_begin_with_the_atlas(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A group of a lens has members from the first day on: before it did the line would be empty,
    which reads as if there were no such border.
    """
    known = {row.value.group_id for row in unchecked.groups}
    begun = {row.value.group_id for row in unchecked.groups if _from_the_first_day(row.value)}
    for row in unchecked.lenses:
        for column, side in (("side_a", row.value.side_a), ("side_b", row.value.side_b)):
            for name in side:
                if name in known - begun:
                    expected = f"a group with members since {FIRST_DAY} or before"
                    yield row.problem(column, expected, "Name the states instead.", name)


def _from_the_first_day(member: Membership) -> bool:
    ended = member.member_to
    return member.member_from.first <= FIRST_DAY and (ended is None or ended.last >= FIRST_DAY)

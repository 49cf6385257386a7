"""A border line between two sides, on a day: which states are on each, and which borders between.

A group is as it was on the day: whoever had not joined yet, or had left, is on no side for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from geo.basics.choices import FIRST_DAY
from geo.records.line_rows import NEIGHBOURS, Membership

Members = Mapping[str, tuple[Membership, ...]]
"""The memberships of each group, by its id."""


def by_group(rows: Iterable[Membership]) -> Members:
    """Memberships by the id of their group."""
    found: dict[str, list[Membership]] = {}
    for row in rows:
        found.setdefault(row.group_id, []).append(row)
    return {group_id: tuple(rows) for group_id, rows in found.items()}


@dataclass(frozen=True)
class Side:
    """One side of a line: codes of states, groups by their id, or whoever is beyond the other."""

    names: tuple[str, ...]
    members: Members

    def on(self, day: date) -> frozenset[str] | None:
        """The codes of the states on it on a day; None for whoever lies beyond the other side."""
        if self.names == (NEIGHBOURS,):
            return None
        found = {name for name in self.names if name not in self.members}
        for name in self.names:
            found |= {m.iso_a3 for m in self.members.get(name, ()) if is_member(m, day)}
        return frozenset(found)

    @property
    def days(self) -> frozenset[date]:
        """The days since 1997 on which others are on it than the day before."""
        found: set[date] = set()
        for name in self.names:
            for member in self.members.get(name, ()):
                found.add(member.member_from.first)
                if member.member_to is not None:
                    found.add(member.member_to.last + timedelta(days=1))
        return frozenset(day for day in found if day > FIRST_DAY)


def is_member(membership: Membership, day: date) -> bool:
    """Whether a membership holds on a day, its first and its last included."""
    ended = membership.member_to
    return membership.member_from.first <= day and (ended is None or day <= ended.last)


def lies_between(a: str, b: str, one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether the border of two neighbours lies between two sides, in either order.

    A side is the codes on it, or None for whoever lies beyond the other.
    """
    on_one, on_other = one is None or a in one, other is None or b in other
    if on_one and on_other:
        return True
    return (one is None or b in one) and (other is None or a in other)

"""Rows about lines on the map: `geo.records.rows` has the others, and says how they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.records.cells import Dated, DatedIfKnown, DayIfKnown, Listed, NumberIfKnown

NEIGHBOURS = "neighbours"
"""A side of a lens that is whoever lies beyond the other side, land without a status too."""

WITHOUT_STATUS = frozenset({"ESH", "XKX"})
"""Land outside the depositary's list of states that a side of a lens may name: Western Sahara,
Kosovo. A group has states alone."""


@dataclass(frozen=True, slots=True)
class MissingBorder:
    """A land border that the shipped geometry does not draw, so that no sum has it.

    `length_km` is None where no source gives one, `since` the day from which there is that border,
    None where it is older than the atlas. `line` is that of its file, 0 where it was read from
    none.
    """

    border_id: str
    iso_a3: str
    neighbour_iso_a3: str
    place: str
    length_km: NumberIfKnown
    since: DayIfKnown
    note: str
    source_ids: Listed
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """That a state is a member of a group, from its first day to its last, both included.

    `member_to` is None while it is one. A state that left and came back has two rows.
    """

    group_id: str
    group_name: str
    iso_a3: str
    member_from: Dated
    member_to: DatedIfKnown
    note: str
    source_ids: Listed


@dataclass(frozen=True, slots=True)
class Lens:
    """A border line to ask about: the borders between a state of one side and one of the other.

    A side lists codes of states, or of land `WITHOUT_STATUS`, and ids of groups, whose members are
    those of the day asked, or is `NEIGHBOURS`. `title` names the borders inside a sentence. `line`
    is that of its file, 0 where it was read from none.
    """

    lens_id: str
    title: str
    side_a: Listed
    side_b: Listed
    note: str
    line: int = field(default=0, compare=False)

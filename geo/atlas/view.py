"""What a day looks like: its states, its border segments, its flank, as immutable values.

Lengths are kilometres: `computed_km` geodesic on WGS 84 from the shipped geometry, `leading_km`
the leading published figure of a named source. What is not known is None, never a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from geo.atlas.border_lengths import OtherMeaning
from geo.atlas.sides import Sides, sides
from geo.atlas.supposed import Supposed
from geo.borders import Worldview
from geo.records.rows import Held
from geo.treaty import Day, LegalStatus, Practice, bound

FLANK = ("NOR", "FIN", "EST", "LVA", "LTU", "POL")
"""NATO's land border with Russia and Belarus, from the Arctic to the Carpathians, in that order."""

FACING = ("RUS", "BLR")
"""The neighbours whose borders with the flank states make up the flank border."""


@dataclass(frozen=True, slots=True)
class StateView:
    """One state on one day, as far as was known on that day. Dates are None where there is none.

    `statuses` holds one status, or several where the day of an act is not known and more than one
    is possible, in the order in which a state passes them. A date that is not known is an interval;
    `since` is None where the status is not known. Entry into force and withdrawal are those of the
    membership of that day, the last that had begun.
    """

    iso_a3: str
    name: str
    statuses: tuple[LegalStatus, ...]
    practice: Practice
    since: Day | None
    entry_into_force: Day | None
    withdrawal_notified: Day | None
    withdrawal_effective: Day | None
    source_ids: tuple[str, ...]

    @property
    def legal_status(self) -> LegalStatus | None:
        """The legal status on that day; None where several are possible."""
        return self.statuses[0] if len(self.statuses) == 1 else None

    @property
    def bound(self) -> bool | None:
        """Whether the Convention binds the state on that day; None where that is not known."""
        return bound(self.statuses)


@dataclass(frozen=True, slots=True)
class BorderView:
    """One border segment on one day. Published figures are None where the record has none.

    `leading_km` is the leading one, of a source of any tier; `leading_counts` says what is in it
    and `leading_worked_out` from which sum it comes, where the atlas made it. `published_min_km`
    and `published_max_km` span every figure for the whole land line, `other_meanings` are those
    that count more. `length_source_ids` are those of the leading figure, else of all of them.
    `covered` says, for flank borders, whether the flank state is bound; None elsewhere. All three
    say None where it is not known whether a state is bound. `without_status` are the codes of sides
    that are no state of the depositary's list: nothing is bound there, and `sides` says so.
    """

    iso_a3: str
    neighbour_iso_a3: str
    part: str
    computed_km: float
    leading_km: float | None
    published_min_km: float | None
    published_max_km: float | None
    leading_counts: tuple[str, ...]
    leading_worked_out: str
    other_meanings: tuple[OtherMeaning, ...]
    length_source_ids: tuple[str, ...]
    bound: bool | None
    neighbour_bound: bool | None
    flank: bool
    covered: bool | None
    without_status: tuple[str, ...] = ()

    @property
    def length_km(self) -> float:
        """The leading published length, else the computed one."""
        return self.computed_km if self.leading_km is None else self.leading_km

    @property
    def sides(self) -> Sides:
        """Who is bound on either side of it."""
        if self.without_status:
            return Sides.NO_STATUS
        return sides(self.bound, self.neighbour_bound)

    @property
    def bound_by(self) -> tuple[str, ...]:
        """The codes of the sides that are bound."""
        stands = ((self.iso_a3, self.bound), (self.neighbour_iso_a3, self.neighbour_bound))
        return tuple(iso_a3 for iso_a3, bound in stands if bound)


@dataclass(frozen=True, slots=True)
class FlankView:
    """The flank border on one day; lengths are sums of the leading published figures, km:
    dry land, rivers and lakes.

    `covered_by` are the flank states that are bound, `unknown` those of which it is not known.
    """

    length_km: float
    covered_min_km: float
    covered_max_km: float
    covered_by: tuple[str, ...]
    unknown: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def covered_km(self) -> float | None:
        """How much of it is covered; None where that is not known."""
        return None if self.unknown else self.covered_min_km


@dataclass(frozen=True)
class View:
    """The world on one day, in one worldview. Immutable."""

    day: date
    worldview: Worldview
    verified_to: date
    held: Held
    states: Mapping[str, StateView]
    borders: tuple[BorderView, ...]
    flank: FlankView
    supposed: tuple[Supposed, ...] = ()
    """Acts on no record that are supposed: with any, the view is what would be, not what is."""

    @cached_property
    def counts(self) -> Mapping[LegalStatus, int]:
        """Number of states known to be in each legal status; every status is present."""
        tally = Counter(state.legal_status for state in self.states.values())
        return {status: tally[status] for status in LegalStatus}

    @cached_property
    def counts_max(self) -> Mapping[LegalStatus, int]:
        """How many states each status may have, with every state that is possibly in it."""
        possible = Counter(s for state in self.unknown for s in state.statuses)
        return {status: count + possible[status] for status, count in self.counts.items()}

    @cached_property
    def unknown(self) -> tuple[StateView, ...]:
        """The states of which several legal statuses are possible."""
        return tuple(state for state in self.states.values() if len(state.statuses) > 1)

    @property
    def bound(self) -> int | None:
        """Number of states bound; None where it is not known of every state."""
        return self.bound_min if self.bound_min == self.bound_max else None

    @cached_property
    def bound_min(self) -> int:
        """Number of states known to be bound: parties, and those whose withdrawal is to come."""
        return sum(state.bound is True for state in self.states.values())

    @cached_property
    def bound_max(self) -> int:
        """Number of states bound, with those of which it is not known."""
        return sum(state.bound is not False for state in self.states.values())

    @property
    def remaining(self) -> tuple[str, ...]:
        """Flank states and those they face that are still bound once a flank state has left."""
        if not self.flank.left:
            return ()
        return tuple(i for i in (*FLANK, *FACING) if self.states[i].bound)

    @property
    def beyond_record(self) -> bool:
        """True for a day later than the one to which the record is compiled."""
        return self.day > self.verified_to

    def borders_of(self, iso_a3: str) -> tuple[BorderView, ...]:
        """The borders of one state, seen from either side."""
        return tuple(b for b in self.borders if iso_a3 in (b.iso_a3, b.neighbour_iso_a3))

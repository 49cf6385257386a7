"""The atlas: treaty record and borders joined into one immutable View of any day.

Knows neither Streamlit nor Folium. Lengths are kilometres: `computed_km` geodesic on WGS 84 from
the shipped geometry, `official_km` the leading published figure of a named source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache

from geo import borders as border_files
from geo import records, treaty
from geo.acts import acts_of, fortieth_of, unlawful
from geo.borders import Borders, Segment, Worldview
from geo.dates import PartialDate
from geo.official import NO_FIGURE, official_figures
from geo.records import Event, Record, RecordError
from geo.rows import ACCESSION_REPORTED
from geo.treaty import ActKind, History, LegalStatus, Practice

FLANK = ("NOR", "FIN", "EST", "LVA", "LTU", "POL")
"""NATO's land border with Russia and Belarus, from the Arctic to the Carpathians, in that order."""

FACING = ("RUS", "BLR")
"""The neighbours whose borders with the flank states make up the flank border."""

FIRST_DAY = date(1997, 1, 1)
"""The earliest day a reader can ask about: the year the Convention was concluded."""

_VIEWS_KEPT = 256


@dataclass(frozen=True, slots=True)
class StateView:
    """One state on one day, as far as was known on that day. Dates are None where there is none.

    `accession_reported` is the date of a report that a state which is no party has acceded, where
    the day of the deposit is not on record.
    """

    iso_a3: str
    name: str
    legal_status: LegalStatus
    practice: Practice
    since: date | None
    entry_into_force: date | None
    withdrawal_notified: date | None
    withdrawal_effective: date | None
    source_ids: tuple[str, ...]
    accession_reported: PartialDate | None

    @property
    def bound(self) -> bool:
        """Whether the Convention binds the state on that day."""
        return self.legal_status.bound


@dataclass(frozen=True, slots=True)
class BorderView:
    """One border segment on one day. Published figures are None where the record has none.

    `official_km` is the leading one, of a source of any tier; minimum and maximum span every
    figure for the whole land line. `covered` says, for flank borders, whether the flank state is
    bound; None elsewhere.
    """

    iso_a3: str
    neighbour_iso_a3: str
    part: str
    computed_km: float
    official_km: float | None
    official_min_km: float | None
    official_max_km: float | None
    official_source_ids: tuple[str, ...]
    bound: bool
    neighbour_bound: bool
    flank: bool
    covered: bool | None


@dataclass(frozen=True, slots=True)
class FlankView:
    """The flank border on one day; lengths are sums of the leading published figures, km."""

    length_km: float
    covered_km: float
    covered_by: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """The world on one day, in one worldview. Immutable."""

    day: date
    worldview: Worldview
    verified_to: date
    convention_in_force: date | None
    states: Mapping[str, StateView]
    borders: tuple[BorderView, ...]
    flank: FlankView

    @cached_property
    def counts(self) -> Mapping[LegalStatus, int]:
        """Number of states in each legal status; every status is present."""
        tally = Counter(state.legal_status for state in self.states.values())
        return {status: tally[status] for status in LegalStatus}

    @cached_property
    def bound(self) -> int:
        """Number of states bound: parties, and those whose notice has not yet taken effect."""
        return sum(state.bound for state in self.states.values())

    @property
    def remaining(self) -> tuple[str, ...]:
        """Flank states and those they face that are still bound once a flank state has left."""
        if not self.flank.left:
            return ()
        return tuple(i for i in (*FLANK, *FACING) if self.states[i].bound)

    @property
    def beyond_record(self) -> bool:
        """True for a day later than the one to which the record has been verified."""
        return self.day > self.verified_to

    def borders_of(self, iso_a3: str) -> tuple[BorderView, ...]:
        """The borders of one state, seen from either side."""
        return tuple(b for b in self.borders if iso_a3 in (b.iso_a3, b.neighbour_iso_a3))


class Atlas:
    """Everything the record and the borders say, ready to be asked about any day.

    Raises RecordError for a record whose acts the treaty does not allow.
    """

    def __init__(self, record: Record, borders: Mapping[Worldview, Borders]) -> None:
        self.record = record
        self._borders = dict(borders)
        acts = acts_of(record)
        if problems := list(unlawful(acts)):
            raise RecordError(problems)
        self._fortieth = fortieth_of(acts)
        self._histories = {iso: treaty.history(past, self._fortieth) for iso, past in acts.items()}
        self._official = official_figures(record.lengths)
        self._views = lru_cache(maxsize=_VIEWS_KEPT)(self._view)
        # A day's states are the same in every worldview, a border on most days as it was before.
        self._states = lru_cache(maxsize=_VIEWS_KEPT)(self._states_on)
        self._borders_seen = cache(self._border)

    @property
    def verified_to(self) -> date:
        """The day to which the record has been checked against its sources."""
        return self.record.verified_to

    @property
    def convention_in_force(self) -> date | None:
        """The day the Convention itself entered into force, computed by Article 17(1)."""
        return treaty.entry_into_force(date.min, self._fortieth)

    @cached_property
    def change_dates(self) -> tuple[date, ...]:
        """Every day on which some state's legal status or declared practice changes, ascending."""
        days = {day for h in self._histories.values() for day, _ in h.changes}
        days |= {h.suspension_notice for h in self._histories.values() if h.suspension_notice}
        return tuple(sorted(days))

    def borders(self, worldview: Worldview = "un") -> Borders:
        """The border geometry of a worldview."""
        return self._borders[worldview]

    def history(self, iso_a3: str) -> History:
        """A state's acts and what follows from them. KeyError for a code that is no state's."""
        return self._histories[iso_a3]

    def events_of(self, iso_a3: str) -> tuple[Event, ...]:
        """The dated events that name a state, oldest first."""
        return self._events.get(iso_a3, ())

    @cached_property
    def _events(self) -> Mapping[str, tuple[Event, ...]]:
        found: dict[str, list[Event]] = {}
        for event in self.record.events:
            for iso_a3 in event.iso_a3:
                found.setdefault(iso_a3, []).append(event)
        return {iso_a3: tuple(events) for iso_a3, events in found.items()}

    def on(self, day: date, worldview: Worldview = "un") -> View:
        """The world on `day`. Views are kept, a bounded number of them."""
        return self._views(day, worldview)

    def _view(self, day: date, worldview: Worldview) -> View:
        states = self._states(day)
        bound = {iso_a3 for iso_a3, state in states.items() if state.bound}
        borders = tuple(
            self._borders_seen(s, s.iso_a3 in bound, s.neighbour_iso_a3 in bound)
            for s in self._borders[worldview].segments
        )
        return View(
            day=day,
            worldview=worldview,
            verified_to=self.verified_to,
            convention_in_force=self.convention_in_force,
            states=states,
            borders=borders,
            flank=_flank(borders, states),
        )

    def _states_on(self, day: date) -> Mapping[str, StateView]:
        return {iso_a3: self._state(iso_a3, day) for iso_a3 in self.record.states}

    def _state(self, iso_a3: str, day: date) -> StateView:
        past = self._histories[iso_a3]
        consented = past.consent is not None and past.consent.date <= day
        status = past.status_on(day)
        # Before the 40th deposit nobody could know when the Convention would enter into force; a
        # successor is bound from a day before its deposit.
        dated = self._fortieth is not None and day >= self._fortieth
        dated = (dated and consented) or (past.in_force is not None and past.in_force <= day)
        notified = past.withdrawal_notice is not None and past.withdrawal_notice <= day
        return StateView(
            iso_a3=iso_a3,
            name=self.record.states[iso_a3].name,
            legal_status=status,
            practice=past.practice_on(day),
            since=past.since(day),
            entry_into_force=past.in_force if dated else None,
            withdrawal_notified=past.withdrawal_notice if notified else None,
            withdrawal_effective=past.withdrawal_effective if notified else None,
            source_ids=self._sources_of_status(iso_a3, day),
            accession_reported=self._report(iso_a3, status, day),
        )

    def _report(self, iso_a3: str, status: LegalStatus, day: date) -> PartialDate | None:
        """The first report of an accession that no act on record bears out."""
        if status is not LegalStatus.NOT_PARTY:
            return None
        reports = (e.date for e in self.events_of(iso_a3) if e.kind == ACCESSION_REPORTED)
        return next((reported for reported in reports if reported.first <= day), None)

    def _sources_of_status(self, iso_a3: str, day: date) -> tuple[str, ...]:
        cited = [
            source_id
            for event in self._legal_events.get(iso_a3, ())
            if event.date.first <= day
            for source_id in event.source_ids
        ]
        return tuple(dict.fromkeys(cited)) or self.record.states[iso_a3].source_ids

    @cached_property
    def _legal_events(self) -> Mapping[str, tuple[Event, ...]]:
        kinds = {kind.value for kind in ActKind} - {ActKind.OBJECTION}
        published = {"entry_into_force", "withdrawal_effective"}
        return {
            iso_a3: tuple(e for e in events if e.treaty == "APMBC" and e.kind in kinds | published)
            for iso_a3, events in self._events.items()
        }

    def _border(self, segment: Segment, bound: bool, neighbour_bound: bool) -> BorderView:
        a, b = segment.iso_a3, segment.neighbour_iso_a3
        if b in FLANK and a in FACING:
            a, b, bound, neighbour_bound = b, a, neighbour_bound, bound
        flank = a in FLANK and b in FACING
        official = self._official.get((frozenset((a, b)), segment.part), NO_FIGURE)
        return BorderView(
            iso_a3=a,
            neighbour_iso_a3=b,
            part=segment.part,
            computed_km=segment.length_km,
            official_km=official.km,
            official_min_km=official.min_km,
            official_max_km=official.max_km,
            official_source_ids=official.source_ids,
            bound=bound,
            neighbour_bound=neighbour_bound,
            flank=flank,
            covered=bound if flank else None,
        )


def load() -> Atlas:
    """Read the project's own data. Raises RecordError or BordersError when it is damaged."""
    return Atlas(records.load(), {w: border_files.load(w) for w in ("un", "de_facto")})


def _flank(borders: tuple[BorderView, ...], states: Mapping[str, StateView]) -> FlankView:
    flank = [border for border in borders if border.flank]
    return FlankView(
        length_km=sum(border.official_km or border.computed_km for border in flank),
        covered_km=sum(b.official_km or b.computed_km for b in flank if b.covered),
        covered_by=tuple(iso_a3 for iso_a3 in FLANK if states[iso_a3].bound),
        left=tuple(i for i in FLANK if states[i].legal_status is LegalStatus.WITHDRAWN),
    )

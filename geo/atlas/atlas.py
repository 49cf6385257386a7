"""The atlas: treaty record and borders joined into one immutable View of any day.

Knows neither Streamlit nor Folium. What a View holds is in `geo.atlas.view`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, cached_property, lru_cache

from geo import borders as border_files
from geo import records, treaty
from geo.atlas.border_lengths import NO_FIGURE, leading_lengths
from geo.atlas.supposed import Supposed
from geo.atlas.view import FACING, FLANK, BorderView, FlankView, StateView, View
from geo.basics.choices import WORLDVIEWS
from geo.basics.dates import earliest
from geo.borders import Borders, Segment, Worldview
from geo.records import Event, Record
from geo.records.acts import acts_of, fortieth_of, is_legal
from geo.treaty import ActKind, History, LegalStatus

_VIEWS_KEPT = 256


class Atlas:
    """Everything the record and the borders say, ready to be asked about any day.

    Raises TreatyError for acts that the treaty does not allow: no record that was loaded has them.
    """

    def __init__(
        self,
        record: Record,
        borders: Mapping[Worldview, Borders],
        supposed: tuple[Supposed, ...] = (),
        real: Atlas | None = None,
    ) -> None:
        self.record, self.supposed = record, supposed
        self._real = real
        self._borders = borders
        self._named = cache(self._borders_named)
        acts = acts_of(record)
        self._fortieth = fortieth_of(act for past in acts.values() for act in past)
        self._histories = {iso: treaty.history(past, self._fortieth) for iso, past in acts.items()}
        self._lengths = leading_lengths(record.lengths)
        self._views = lru_cache(maxsize=_VIEWS_KEPT)(self._view)
        # A day's states are the same in every worldview; a state and a border are on most days as
        # they were before, and the same object.
        self._states = lru_cache(maxsize=_VIEWS_KEPT)(self._states_on)
        self._states_seen: dict[tuple[str, int], StateView] = {}
        self._borders_seen = cache(self._border)

    def __reduce__(self) -> tuple[type[Atlas], tuple[object, ...]]:
        """For another process: what it is made of, without the answers kept."""
        return Atlas, (self.record, self._as_named(), self.supposed)

    def supposing(self, record: Record, supposed: tuple[Supposed, ...]) -> Atlas:
        """The atlas with a record that also holds supposed acts, and the same borders."""
        return Atlas(record, _AsAsked(self.borders), supposed, self)

    @property
    def real(self) -> Atlas:
        """The atlas of the record, without what this one supposes."""
        return self._real or self

    @property
    def verified_to(self) -> date:
        """The day to which the record is compiled; what was verified is `record.held`."""
        return self.record.verified_to

    @property
    def fortieth(self) -> date | None:
        """The day of the fortieth instrument, on which entries into force depend (Article 17)."""
        return self._fortieth

    @property
    def convention_in_force(self) -> date | None:
        """The day the Convention itself entered into force, computed by Article 17(1)."""
        return treaty.entry_into_force(date.min, self._fortieth)

    @cached_property
    def change_dates(self) -> tuple[date, ...]:
        """Every day on which a status, what is told of it or a practice changes, ascending."""
        return tuple(sorted({d for past in self._histories.values() for d in past.telling_days}))

    def borders(self, worldview: Worldview = "un") -> Borders:
        """The border geometry of a worldview."""
        return self._named(worldview)

    def _as_named(self) -> dict[Worldview, Borders]:
        """The borders with what has been read of their geometry."""
        return {worldview: self.borders(worldview) for worldview in self.real._borders}

    def _borders_named(self, worldview: Worldview) -> Borders:
        return _called(self._borders[worldview], self.record)

    def history(self, iso_a3: str) -> History:
        """A state's acts, later ones too, and what follows from them: of a day ask it `as_of`.

        KeyError for a code that is no state's.
        """
        return self._histories[iso_a3]

    @cached_property
    def inexact(self) -> Mapping[str, date]:
        """The states some of whose acts are on days not known, and the first day one may be of."""
        return {
            iso_a3: min(earliest(act.date) for act in treaty.inexact(past.acts))
            for iso_a3, past in self._histories.items()
            if not past.exact
        }

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
        # Of acts that are yet to come nothing is known.
        if self._real and day < min(act.day for act in self.supposed):
            return replace(self._real.on(day, worldview), supposed=self.supposed)
        states = self._states(day)
        bound = {iso_a3: state.bound for iso_a3, state in states.items()}
        borders = self.borders_between(bound, worldview)
        return View(
            day=day,
            worldview=worldview,
            verified_to=self.verified_to,
            held=self.record.held,
            states=states,
            borders=borders,
            flank=_flank(borders, states),
            supposed=self.supposed,
        )

    def borders_between(
        self, bound: Mapping[str, bool | None], worldview: Worldview = "un"
    ) -> tuple[BorderView, ...]:
        """Every border of a worldview where these states are bound, those named by no code not."""
        return tuple(self.border(s, bound) for s in self._borders[worldview].segments)

    def border(self, segment: Segment, bound: Mapping[str, bool | None]) -> BorderView:
        """One of them; the same object wherever its sides stand as before."""
        one, other = bound.get(segment.iso_a3, False), bound.get(segment.neighbour_iso_a3, False)
        return self._borders_seen(segment, one, other)

    def _states_on(self, day: date) -> Mapping[str, StateView]:
        found = {}
        for iso_a3, changing in self._changing.items():
            told = iso_a3, bisect_right(changing, day)
            if told not in self._states_seen:
                self._states_seen[told] = self._state(iso_a3, day)
            found[iso_a3] = self._states_seen[told]
        return found

    @cached_property
    def _changing(self) -> Mapping[str, Sequence[date]]:
        """The days on which a state is seen otherwise than before, or its status rests on more."""
        return {
            iso_a3: sorted({*self._histories[iso_a3].days_as_of, *(e.date.first for e in events)})
            for iso_a3 in self.record.states
            for events in [self._legal_events.get(iso_a3, ())]
        }

    def _state(self, iso_a3: str, day: date) -> StateView:
        past = self._histories[iso_a3].as_of(day)
        spell, statuses = past.spell, past.statuses_on(day)
        in_force = notified = left = None
        if spell:
            in_force, notified = spell.in_force, spell.withdrawal_notice
            left = spell.withdrawal_effective
        return StateView(
            iso_a3=iso_a3,
            name=self.record.states[iso_a3].name,
            statuses=statuses,
            practice=past.practice_on(day),
            since=past.since(day),
            entry_into_force=in_force,
            withdrawal_notified=notified,
            withdrawal_effective=left,
            source_ids=self._sources_of_status(iso_a3, statuses, day),
        )

    def _sources_of_status(
        self, iso_a3: str, statuses: tuple[LegalStatus, ...], day: date
    ) -> tuple[str, ...]:
        cited = [
            source_id
            for event in self._legal_events.get(iso_a3, ())
            if event.date.first <= day
            for source_id in event.source_ids
        ]
        own = self.record.states[iso_a3].source_ids
        if len(statuses) > 1 and LegalStatus.NOT_PARTY in statuses:
            cited += own
        return tuple(dict.fromkeys(cited)) or own

    @cached_property
    def _legal_events(self) -> Mapping[str, tuple[Event, ...]]:
        return {
            iso_a3: tuple(e for e in events if is_legal(e) and e.kind != ActKind.OBJECTION)
            for iso_a3, events in self._events.items()
        }

    def _border(
        self, segment: Segment, bound: bool | None, neighbour_bound: bool | None
    ) -> BorderView:
        a, b = segment.iso_a3, segment.neighbour_iso_a3
        if b in FLANK and a in FACING:
            a, b, bound, neighbour_bound = b, a, neighbour_bound, bound
        flank = a in FLANK and b in FACING
        measured = self._lengths.get((frozenset((a, b)), segment.part), NO_FIGURE)
        return BorderView(
            iso_a3=a,
            neighbour_iso_a3=b,
            part=segment.part,
            computed_km=segment.length_km,
            leading_km=measured.km,
            published_min_km=measured.min_km,
            published_max_km=measured.max_km,
            leading_counts=measured.counts,
            leading_worked_out=measured.worked_out,
            other_meanings=measured.others,
            length_source_ids=measured.source_ids,
            bound=bound,
            neighbour_bound=neighbour_bound,
            flank=flank,
            covered=bound if flank else None,
            without_status=tuple(code for code in (a, b) if code not in self.record.states),
        )


def load() -> Atlas:
    """Read the project's own data. Raises RecordError or BordersError when it is damaged."""
    return Atlas(records.load(), {w: border_files.load(w) for w in WORLDVIEWS})


def load_tables() -> Atlas:
    """Read the project's own tables, and each worldview's borders when they are first asked for.

    Raises RecordError for damaged tables; damaged borders raise BordersError where they are met.
    """
    return Atlas(records.load(), _AsAsked(border_files.load))


class _AsAsked(dict[Worldview, Borders]):
    """Borders by worldview, each read once it is needed: one worldview is half the reading."""

    def __init__(self, read: Callable[[Worldview], Borders]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, worldview: Worldview) -> Borders:
        self[worldview] = self._read(worldview)
        return self[worldview]


def _called(borders: Borders, record: Record) -> Borders:
    """The borders with every state's area named as the record names the state, here as there."""
    areas = (
        replace(area, name=record.states[area.area_id].name)
        if area.area_id in record.states
        else area
        for area in borders.areas
    )
    named = tuple(areas)
    return borders if named == borders.areas else replace(borders, areas=named)


def _flank(borders: tuple[BorderView, ...], states: Mapping[str, StateView]) -> FlankView:
    flank = [border for border in borders if border.flank]
    lengths = [(border.length_km, border.covered) for border in flank]
    return FlankView(
        length_km=sum(length for length, _ in lengths),
        covered_min_km=sum(length for length, covered in lengths if covered),
        covered_max_km=sum(length for length, covered in lengths if covered is not False),
        covered_by=tuple(iso_a3 for iso_a3 in FLANK if states[iso_a3].bound),
        unknown=tuple(iso_a3 for iso_a3 in FLANK if states[iso_a3].bound is None),
        left=tuple(i for i in FLANK if states[i].legal_status is LegalStatus.WITHDRAWN),
    )

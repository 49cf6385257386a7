"""What a predicate is given (a World: the atlas on one day) and what it answers (a Finding)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial
from typing import NewType

from geo.answers import scopes
from geo.answers.words import figures as words
from geo.answers.words.said import Retold, said
from geo.answers.words.tongue import Tongue
from geo.atlas import FIRST_DAY, Atlas, BorderView
from geo.atlas.lenses import is_member
from geo.basics.dates import Interval, PartialDate, earliest
from geo.records.line_rows import Membership
from geo.records.rows import CONVENTION, Event
from geo.treaty import CONSENTS, Act, ActKind, Day, History, Practice

CONSENT_KINDS = frozenset(kind.value for kind in CONSENTS)
ANNOUNCED = frozenset({"announcement", "withdrawal_notice"})
"""Events by which a state says that it means to leave."""

States = tuple[str, ...]
"""ISO 3166-1 alpha-3 codes."""

Year = NewType("Year", int)
"""A year a statement names."""

Group = NewType("Group", str)
"""The id of a group of states, with its members of the day."""

LensName = NewType("LensName", str)
"""The id of a lens: the borders between its two sides on the day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure behind a verdict; `unit`: states, km, days, date (ISO) or empty (words).

    No source: reckoned from the Convention's rules or the shipped borders alone; an assessment
    then gives it the sources of its claim.
    """

    label: str
    value: str | int | float
    unit: str
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a predicate found: it holds, or partly does, or (neither) does not."""

    holds: bool
    partly: bool = False
    figures: tuple[Figure, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A state's history with every act on a day; `days` are those chosen, by kind and interval."""

    history: History
    days: tuple[tuple[ActKind, Interval, date], ...]


@dataclass(frozen=True, slots=True)
class World:
    """The atlas as it stood on one day: nothing later than `day` is visible through it.

    In a world every act is on a day. Where the record does not know it, there are several worlds
    (`geo.answers.claims.worlds`): `chosen` holds, by state, what this one takes to be so.
    """

    atlas: Atlas
    day: date
    chosen: Mapping[str, Chosen] = field(default_factory=dict)

    @property
    def states(self) -> Iterable[str]:
        """Every state of the record."""
        return self.atlas.record.states

    def history(self, iso_a3: str) -> History:
        """The history of a state as it stood on the day."""
        chosen = self.chosen.get(iso_a3)
        whole = self.atlas.history(iso_a3) if chosen is None else chosen.history
        return whole.as_of(self.day)

    def acts(self, iso_a3: str) -> tuple[Act, ...]:
        """The state's acts up to the day."""
        return tuple(act for act in self.history(iso_a3).acts if earliest(act.date) <= self.day)

    def signed(self, iso_a3: str) -> date | None:
        """The day of signature, if it has come."""
        past = self.history(iso_a3)
        return self._past(past.signature.date) if past.signature else None

    def consents(self, iso_a3: str) -> tuple[date, ...]:
        """The days of its consents to be bound that have come, one for each membership."""
        return tuple(earliest(act.date) for act in self.acts(iso_a3) if act.kind in CONSENTS)

    def entries(self, iso_a3: str) -> tuple[date, ...]:
        """The days the Convention entered into force for the state that have come."""
        days = (self._past(spell.in_force) for spell in self.history(iso_a3).spells)
        return tuple(day for day in days if day)

    def withdrawals(self, iso_a3: str) -> tuple[tuple[date, date | None], ...]:
        """The days the depositary received notices, each with the day it took effect, if come."""
        spells = self.history(iso_a3).spells
        found = ((self._past(s.withdrawal_notice), s.withdrawal_effective) for s in spells)
        return tuple((notice, self._past(left)) for notice, left in found if notice)

    def exits(self, iso_a3: str) -> tuple[date, ...]:
        """The days withdrawals took effect that have come; who came back may have left twice."""
        return tuple(left for _, left in self.withdrawals(iso_a3) if left)

    def has_left(self, iso_a3: str) -> bool:
        """Whether the state has left and has not consented to be bound again."""
        spell = self.history(iso_a3).spell
        return spell is not None and self._past(spell.withdrawal_effective) is not None

    def bound(self, iso_a3: str) -> bool:
        """Whether the Convention binds the state on the day; False for a code of no state's."""
        if iso_a3 not in self.atlas.record.states:
            return False
        status = self.history(iso_a3).status_on(self.day)
        return status is not None and status.bound

    def observes(self, iso_a3: str) -> bool:
        """Bound, and without a declaration that it no longer applies the Convention."""
        return self.bound(iso_a3) and (self.history(iso_a3).practice_on(self.day) is Practice.NONE)

    def joined(self, iso_a3: str) -> bool:
        """Whether the state has consented to be bound, in force for it or not yet, and stays."""
        return bool(self.consents(iso_a3)) and not self.has_left(iso_a3)

    def leaving(self, iso_a3: str) -> date | None:
        """The day on which the last notice that has come takes effect, or took it."""
        spells = self.history(iso_a3).spells
        ends = (s.withdrawal_effective for s in spells if self._past(s.withdrawal_notice))
        return max((earliest(day) for day in ends if day is not None), default=None)

    def members(self, group: Group) -> tuple[Membership, ...]:
        """The memberships of a group on the day."""
        rows = self.atlas.record.groups
        return tuple(m for m in rows if m.group_id == group and is_member(m, self.day))

    def memberships(self, lens: LensName) -> tuple[Membership, ...]:
        """The memberships by which states are on the sides of a lens on the day."""
        return scopes.members(self.atlas, scopes.lens_of(self.atlas, lens), self.day)

    def on(self, day: date) -> World:
        """The world on an earlier day."""
        return replace(self, day=day)

    def line(self, lens: LensName) -> tuple[BorderView, ...]:
        """The borders of a lens on the day. Who is bound there, ask the world and not them."""
        days = _scope(self.atlas, lens).days
        return _line(self.atlas, lens, max((d for d in days if d <= self.day), default=FIRST_DAY))

    def in_force(self) -> date | None:
        """The day of the Convention's own entry into force, if it has come."""
        return self._past(self.atlas.convention_in_force)

    def events(self, kinds: Collection[str], iso_a3: str | None = None) -> Iterator[Event]:
        """The Convention's events of these kinds that had wholly passed, of one state or of all."""
        events = self.atlas.record.events if iso_a3 is None else self.atlas.events_of(iso_a3)
        for event in events:
            if event.treaty == CONVENTION and event.kind in kinds:
                if isinstance(event.date, Interval):
                    event = self._on_its_day(event, event.date)
                if event.date.last <= self.day:
                    yield event

    def _on_its_day(self, event: Event, dated: Interval) -> Event:
        """An act whose day is not known, on the day that this world takes it to be of."""
        for iso_a3 in event.iso_a3:
            for kind, between, day in self.chosen[iso_a3].days if iso_a3 in self.chosen else ():
                if (kind, between) == (event.kind, dated):
                    return replace(event, date=PartialDate.of(day))
        return event

    def sources(self, states: Iterable[str], kinds: Collection[str] = ()) -> tuple[str, ...]:
        """Sources of these states' events of these kinds, else of the state's own row."""
        cited: list[str] = []
        for iso_a3 in states:
            found = [s for event in self.events(kinds, iso_a3) for s in event.source_ids]
            cited += found or self.atlas.record.states[iso_a3].source_ids
        return tuple(dict.fromkeys(cited))

    def convention_sources(self) -> tuple[str, ...]:
        """Sources of the Convention's own entry into force."""
        events = self.events({"fortieth_instrument", "entry_into_force"})
        return tuple(dict.fromkeys(s for e in events if not e.iso_a3 for s in e.source_ids))

    def names(self, states: Iterable[str]) -> str:
        """Names for a sentence, in alphabetical order; "none" where there are none."""
        return Retold.of(partial(self._names, tuple(states)))

    def _names(self, states: States, tongue: Tongue) -> str:
        known = self.atlas.record.states
        named = (tongue.state(state, known[state].name) for state in states)
        return ", ".join(sorted(named, key=tongue.order)) or tongue.text(words.NONE)

    def _past(self, day: Day | None) -> date | None:
        return earliest(day) if day is not None and earliest(day) <= self.day else None


@lru_cache(maxsize=256)
def _line(atlas: Atlas, lens: LensName, since: date) -> tuple[BorderView, ...]:
    return _scope(atlas, lens).among(since, atlas.borders_between({}))


@lru_cache(maxsize=64)
def _scope(atlas: Atlas, lens: LensName) -> scopes.Scope:
    return scopes.of_lens(atlas, lens)


def pick(days: Iterable[date], first: date, last: date) -> date | None:
    """The day to tell of several: the latest from `first` to `last`, else the latest of all."""
    given = tuple(days)
    return max((d for d in given if first <= d <= last), default=max(given, default=None))


def share(met: Collection[str], of: States, *figures: Figure, note: str = "") -> Finding:
    """Holds when every state met the condition, partly when some did."""
    return Finding(len(met) == len(of), 0 < len(met) < len(of), figures, note)


def day_figure(label: str, day: date | None, source_ids: tuple[str, ...] = ()) -> Figure:
    """A figure that is a day, or "not by then" where it has not come."""
    return Figure(
        label, day.isoformat() if day else words.NOT_BY_THEN, "date" if day else "", source_ids
    )


def count_figure(
    world: World, label: str, states: Collection[str], kinds: Collection[str] = ()
) -> Figure:
    """How many states there are of a kind, with the sources of their acts."""
    return Figure(label, len(states), "states", world.sources(states, kinds))


def act_figure(
    world: World, label: str, state: str, day: date | None, kinds: Collection[str]
) -> Figure:
    """A day of a state, whose name the label has a place for, with the sources of such acts."""
    named = Retold.of(said(label, state=world.names([state])))
    return day_figure(named, day, world.sources([state], kinds))


def each_between(
    world: World,
    days: Mapping[str, date | None],
    first: date,
    last: date,
    label: str,
    kinds: Collection[str],
) -> Finding:
    """Holds when each of the states has its day from first to last, both included."""
    met = [s for s, day in days.items() if day and first <= day <= last]
    figures = (act_figure(world, label, s, day, kinds) for s, day in days.items())
    return share(met, tuple(days), *figures)

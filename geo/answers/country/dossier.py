"""One country on one day: status and legal basis, events, borders, programmes, claims, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from geo.answers.claims import Assessment, assess
from geo.answers.country.disagreements import disputes_of
from geo.answers.country.programmes import STATES_OF
from geo.answers.words.legal_basis import declarations, legal_basis_sources
from geo.answers.words.legal_basis import legal_basis_of as legal_basis_of
from geo.answers.words.status_words import status_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, BorderView, StateView, View
from geo.basics.dates import Interval, PartialDate, Seen, latest
from geo.records import Disagreement, Event, Fact
from geo.records.acts import is_legal
from geo.records.rows import STAGES as STAGES
from geo.treaty import Day, History, LegalStatus, Practice

RECENT = 6
"""How many facts or events of a list are shown at once; the rest unfold."""

INLINE_SOURCES = 3
"""How many sources stand beside the status; the rest are in the list at the end."""

LINES = tuple(STATES_OF)
"""The programmes along the flank border; they come first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated act or event, and how its date lies to the dossier's day."""

    event: Event
    seen: Seen

    @property
    def future(self) -> bool:
        """Whether it lies after the day, whatever its date leaves open."""
        return self.seen == "future"

    @property
    def date(self) -> PartialDate | Interval:
        """The event's own date, as exact as the record has it."""
        return self.event.date

    @property
    def legal(self) -> bool:
        """Whether the entry is an act under the treaty or a date that follows from one."""
        return is_legal(self.event)


@dataclass(frozen=True, slots=True)
class BorderLine:
    """A border seen from the dossier's country; `neighbour` is None where it is no listed state."""

    border: BorderView
    neighbour_iso_a3: str
    neighbour_name: str
    neighbour: StateView | None


@dataclass(frozen=True)
class Programme:
    """The facts about one programme as of the day, furthest stage first, newest first."""

    name: str
    facts: tuple[Fact, ...]

    @cached_property
    def told(self) -> tuple[Fact, ...]:
        """The newest fact of every stage, and the newest of the others up to `RECENT` in all."""
        newest = _by_first_day(self.facts)
        leading = {fact.stage: fact for fact in reversed(newest)}.values()
        others = [fact for fact in newest if fact not in leading]
        return _by_first_day([*leading, *others][:RECENT])

    @cached_property
    def stages(self) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
        """The facts that are told by stage, the furthest stage first."""
        return tuple(
            (stage, found)
            for stage in reversed(STAGES)
            if (found := tuple(fact for fact in self.told if fact.stage == stage))
        )

    @cached_property
    def rest(self) -> tuple[Fact, ...]:
        """The other facts, newest first."""
        return tuple(fact for fact in _by_first_day(self.facts) if fact not in self.told)


@dataclass(frozen=True)
class Dossier:
    """Everything the atlas has to say of a country on a day.

    `status` is in a few words, with the day it began or ends.
    `legal_basis_source_ids` are those of the act that made the status, official ones first;
    entries, facts and positions are newest first. `last_change` and `next_change` are of the law; a
    change on a day that is not known is the next until the last day it can be;
    `declared_practice` is what the state last declared besides, and the day; where it has declared
    nothing by then, what it declares next.
    """

    view: View
    state: StateView
    status: str
    legal_basis: str
    legal_basis_source_ids: tuple[str, ...]
    entries: tuple[Entry, ...]
    last_change: tuple[Day, LegalStatus] | None
    next_change: tuple[Day, LegalStatus] | None
    declared_practice: tuple[date, Practice] | None
    borders: tuple[BorderLine, ...]
    programmes: tuple[Programme, ...]
    positions: tuple[Fact, ...]
    later_facts: int
    disagreements: tuple[Disagreement, ...]
    claims: tuple[Assessment, ...]

    @cached_property
    def upcoming(self) -> tuple[Entry, ...]:
        """Acts and events after the day, the furthest off first."""
        return tuple(entry for entry in self.entries if entry.future)

    @cached_property
    def past(self) -> tuple[Entry, ...]:
        """Acts and events up to the day, the newest first; those that may be later lead."""
        return tuple(entry for entry in self.entries if not entry.future)

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """Every source that stands beside a row, in order of first use."""
        return tuple(dict.fromkeys(self._cited()))

    @cached_property
    def all_source_ids(self) -> tuple[str, ...]:
        """Those, and the sources of the status’s own days and of figures behind a claim."""
        behind = (s for found in self.claims for figure in found.figures for s in figure.source_ids)
        return tuple(dict.fromkeys([*self.source_ids, *self.state.source_ids, *behind]))

    def _cited(self) -> Iterable[str]:
        yield from self.legal_basis_source_ids
        for entry in self.entries:
            yield from entry.event.source_ids
        for line in self.borders:
            yield from line.border.length_source_ids
        for fact in (*(f for p in self.programmes for f in p.facts), *self.positions):
            yield from fact.source_ids
        for topic in self.disagreements:
            for version in topic.versions:
                yield from version.source_ids
        for assessment in self.claims:
            yield from assessment.claim.source_ids


def dossier(atlas: Atlas, iso_a3: str, view: View, tongue: Tongue = ENGLISH) -> Dossier:
    """The dossier of a country on the day of `view`. KeyError for a code that is no state's.

    Status and legal basis are in the tongue; what the record holds stays as it was written.
    """
    past, state = atlas.history(iso_a3), view.states[iso_a3]
    facts = [fact for fact in atlas.record.facts if iso_a3 == fact.iso_a3]
    known = [fact for fact in facts if fact.as_of.first <= view.day]
    made = [change for change in past.changes if latest(change[0]) <= view.day]
    to_come = past.changes[len(made) :]
    programmes = [fact for fact in known if fact.stage in STAGES]
    positions = [fact for fact in known if fact.stage not in STAGES]
    return Dossier(
        view=view,
        state=state,
        status=status_words(state, tongue),
        legal_basis=legal_basis_of(past, state, view.day, tongue),
        legal_basis_source_ids=legal_basis_sources(
            atlas.record, atlas.events_of(iso_a3), state, view.day
        ),
        entries=tuple(Entry(e, e.date.seen_from(view.day)) for e in atlas.events_of(iso_a3)[::-1]),
        last_change=made[-1] if made else None,
        next_change=to_come[0] if to_come else None,
        declared_practice=_declared(past, view.day),
        borders=tuple(_border_lines(view, iso_a3, tongue)),
        programmes=by_programme(programmes, tongue),
        positions=tuple(sorted(positions, key=lambda fact: fact.as_of, reverse=True)),
        later_facts=len(facts) - len(known),
        disagreements=disputes_of(atlas, iso_a3, view.day),
        claims=tuple(
            assess(claim, atlas) for claim in atlas.record.claims if iso_a3 in claim.subject_iso_a3
        ),
    )


def _declared(past: History, day: date) -> tuple[date, Practice] | None:
    """The last declaration up to a day, or the first after it; None where there is none."""
    declared = declarations(past)
    made = [each for each in declared if each[0] <= day]
    return made[-1] if made else next(iter(declared), None)


def _border_lines(view: View, iso_a3: str, tongue: Tongue) -> Iterable[BorderLine]:
    """Those of the flank first, then by what the neighbour is called in the tongue."""
    lines = []
    for border in view.borders_of(iso_a3):
        other = border.neighbour_iso_a3 if border.iso_a3 == iso_a3 else border.iso_a3
        state = view.states.get(other)
        lines.append(BorderLine(border, other, state.name if state else other, state))

    def place(line: BorderLine) -> tuple[bool, tuple[str, ...], str]:
        name = tongue.state(line.neighbour_iso_a3, line.neighbour_name)
        return not line.border.flank, tongue.order(name), line.border.part

    return sorted(lines, key=place)


def _by_first_day(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts by the day from which they are known, the newest first."""
    return tuple(sorted(facts, key=lambda fact: fact.as_of.first, reverse=True))


def by_programme(facts: list[Fact], tongue: Tongue = ENGLISH) -> tuple[Programme, ...]:
    """Facts gathered by programme; the two programmes of the articles first, then the newest, and
    of two with news of one day the first by name.
    """
    names = dict.fromkeys(fact.programme for fact in facts)
    newest = {n: max(f.as_of.first for f in facts if f.programme == n) for n in names}

    def furthest(fact: Fact) -> tuple[int, int]:
        return (-STAGES.index(fact.stage), -fact.as_of.first.toordinal())

    return tuple(
        Programme(name, tuple(sorted((f for f in facts if f.programme == name), key=furthest)))
        for name in sorted(
            names,
            key=lambda n: (n not in LINES, -newest[n].toordinal(), tongue.text(n)),
        )
    )

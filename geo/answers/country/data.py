"""The dossier of one country on one day: the answer of command line and API, and its Markdown.

Days are ISO dates, a fact's or an event's as exact as the record has it; codes are ISO 3166-1
alpha-3. Every figure stands beside the ids of its sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from typing_extensions import TypedDict

from geo.answers.country.dossier import Entry, dossier
from geo.answers.data.borders import BorderAnswer, segments
from geo.answers.data.claims import ClaimAnswer, assessed
from geo.answers.data.notes import (
    DayNotes,
    SourceAnswer,
    Spoken,
    day_notes,
    spoken,
    written_out,
)
from geo.answers.data.status import StateAnswer, states
from geo.answers.words.headline import state_sentence
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.basics.shapes import closed, shaped
from geo.records import Disagreement, Fact, Source
from geo.records.source_tiers import weak_mark
from geo.treaty import Day, LegalStatus, Practice


@closed
class ChangeAnswer(TypedDict):
    """A day on which the legal status changes, and the status from then on."""

    date: str
    """A day, or the days between which it lies; it is the next change until the last of them."""
    legal_status: LegalStatus


@closed
class DeclarationAnswer(TypedDict):
    """A practice that a state declares whatever the law says of it; `future`: after the day."""

    date: str
    practice: Practice
    future: bool


@closed
class FactAnswer(TypedDict):
    """What a source says as of a date; `mark` says where only weak sources say it."""

    fact_id: str
    neighbour_iso_a3: str
    metric: str
    value: str
    unit: str
    stage: str
    as_of: str
    summary: str
    mark: str
    source_ids: list[str]


@closed
class ProgrammeAnswer(TypedDict):
    """The facts of a programme, furthest stage first."""

    programme: str
    facts: list[FactAnswer]


@closed
class EntryAnswer(TypedDict):
    """An act or event; `future`: after the day; `legal`: an act under the Convention.

    `day_unknown`: the date is not exact, and the day lies within what it leaves open.
    """

    event_id: str
    date: str
    kind: str
    title: str
    detail: str
    future: bool
    day_unknown: bool
    legal: bool
    source_ids: list[str]


@closed
class VersionAnswer(TypedDict):
    """One answer to a question in dispute."""

    version: str
    leads: bool
    source_ids: list[str]


@closed
class DisagreementAnswer(TypedDict):
    """A question in dispute, its answers side by side, and why one leads or none does."""

    topic_id: str
    question: str
    versions: list[VersionAnswer]
    reason: str
    note: str


@closed
class CountryAnswer(DayNotes, Spoken):
    """The dossier of one country on one day."""

    state: StateAnswer
    status: str
    sentence: str
    """One quotable sentence."""
    legal_basis: str
    """Why the status is what it is, with the article of the Convention that decides it."""
    legal_basis_source_ids: list[str]
    last_change: ChangeAnswer | None
    """The last change in law; a declared practice changes none."""
    next_change: ChangeAnswer | None
    declared_practice: DeclarationAnswer | None
    events: list[EntryAnswer]
    programmes: list[ProgrammeAnswer]
    positions: list[FactAnswer]
    later_facts: int
    """How many facts the record holds that are later than the day."""
    borders: list[BorderAnswer]
    disagreements: list[DisagreementAnswer]
    claims: list[ClaimAnswer]
    sources: list[SourceAnswer]


def country_answer(
    atlas: Atlas, view: View, iso_a3: str, tongue: Tongue = ENGLISH
) -> CountryAnswer:
    """The dossier whole: nothing that the page folds away is left out.

    KeyError for a code that is no state's.
    """
    found, sources = dossier(atlas, iso_a3, view, tongue), atlas.record.sources
    (state,) = states(view, iso_a3, tongue)
    return {
        **day_notes(atlas, view, tongue),
        **spoken(tongue),
        "state": state,
        "status": found.status,
        "sentence": state_sentence(view, iso_a3, tongue),
        "legal_basis": found.legal_basis,
        "legal_basis_source_ids": list(found.legal_basis_source_ids),
        "last_change": _change(found.last_change),
        "next_change": _change(found.next_change),
        "declared_practice": _declaration(found.declared_practice, view.day),
        "events": [_entry(entry) for entry in found.entries],
        "programmes": [
            {"programme": p.name, "facts": [_fact(fact, sources) for fact in p.facts]}
            for p in found.programmes
        ],
        "positions": [_fact(fact, sources) for fact in found.positions],
        "later_facts": found.later_facts,
        "borders": segments(atlas, view, (line.border for line in found.borders), tongue),
        "disagreements": [_disagreement(topic) for topic in found.disagreements],
        "claims": assessed(found.claims, tongue),
        "sources": written_out(atlas, found.all_source_ids),
    }


def _change(change: tuple[Day, LegalStatus] | None) -> ChangeAnswer | None:
    return {"date": str(change[0]), "legal_status": change[1]} if change else None


def _declaration(declared: tuple[date, Practice] | None, seen_on: date) -> DeclarationAnswer | None:
    if declared is None:
        return None
    day, practice = declared
    return {"date": day.isoformat(), "practice": practice, "future": day > seen_on}


def _entry(entry: Entry) -> EntryAnswer:
    return shaped(
        entry.event,
        EntryAnswer,
        future=entry.future,
        day_unknown=entry.seen == "open",
        legal=entry.legal,
    )


def _fact(fact: Fact, sources: Mapping[str, Source]) -> FactAnswer:
    return shaped(fact, FactAnswer, mark=weak_mark(fact.source_ids, sources))


def _disagreement(topic: Disagreement) -> DisagreementAnswer:
    versions = [
        shaped(each, VersionAnswer, leads=bool(each.ref) and each.ref == topic.leading_ref)
        for each in topic.versions
    ]
    return shaped(topic, DisagreementAnswer, versions=versions)

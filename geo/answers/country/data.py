"""A dossier as plain data, for `python -m geo country ISO3 --format json` and its Markdown.

Keys are stable: what is added comes as a new key. Days are ISO dates, a fact's or an event's as
exact as the record has it; codes are ISO 3166-1 alpha-3. Every figure stands beside its `sources`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from geo.answers.data import plain_data
from geo.answers.data.plain_data import BorderAnswer, ClaimAnswer, SourceAnswer, StateAnswer
from geo.answers.words import held
from geo.answers.words.headline import state_sentence
from geo.answers.words.held import HeldAnswer
from geo.records.source_tiers import weak_mark

if TYPE_CHECKING:
    from geo.answers.country.dossier import Dossier, Entry
    from geo.records import Disagreement, Fact, Source
    from geo.treaty import Day, LegalStatus, Practice


class ChangeAnswer(TypedDict):
    """A day on which the legal status changes, and the status from then on.

    A day that is not known is an interval, `2026-08-01/2027-02-01`.
    """

    date: str
    legal_status: str


class DeclarationAnswer(TypedDict):
    """A practice that a state declares whatever the law says of it; `future`: after the day."""

    date: str
    practice: str
    future: bool


class FactAnswer(TypedDict):
    """A fact as of its date; `mark` says so where only state media or weak sources tell it."""

    fact_id: str
    neighbour_iso_a3: str
    metric: str
    value: str
    unit: str
    stage: str
    as_of: str
    summary: str
    mark: str
    sources: list[SourceAnswer]


class ProgrammeAnswer(TypedDict):
    """The facts of a programme, furthest stage first."""

    programme: str
    facts: list[FactAnswer]


class EventAnswer(TypedDict):
    """An act or event; `future`: after the day; `legal`: under the Convention.

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
    sources: list[SourceAnswer]


class VersionAnswer(TypedDict):
    """One answer to a question in dispute."""

    version: str
    leads: bool
    sources: list[SourceAnswer]


class DisagreementAnswer(TypedDict):
    """A question in dispute, its answers side by side, and why one leads or none does."""

    topic_id: str
    question: str
    versions: list[VersionAnswer]
    reason: str
    note: str


class DossierAnswer(TypedDict):
    """One country on one day."""

    date: str
    verified_to: str
    held: HeldAnswer
    state: StateAnswer
    status: str
    sentence: str
    ground: str
    ground_sources: list[SourceAnswer]
    last_change: ChangeAnswer | None
    next_change: ChangeAnswer | None
    declared_practice: DeclarationAnswer | None
    events: list[EventAnswer]
    programmes: list[ProgrammeAnswer]
    positions: list[FactAnswer]
    later_facts: int
    borders: list[BorderAnswer]
    disagreements: list[DisagreementAnswer]
    claims: list[ClaimAnswer]
    sources: list[SourceAnswer]


def dossier_answer(dossier: Dossier, sources: Mapping[str, Source]) -> DossierAnswer:
    """The whole dossier: nothing that the page folds away is left out."""
    view = dossier.view
    return {
        "date": view.day.isoformat(),
        "verified_to": view.verified_to.isoformat(),
        "held": held.answer(view.held, view.day),
        "state": plain_data.state_answer(dossier.state, sources),
        "status": dossier.status,
        "sentence": state_sentence(view, dossier.state.iso_a3),
        "ground": dossier.ground,
        "ground_sources": plain_data.cited(dossier.ground_source_ids, sources),
        "last_change": _change(dossier.last_change),
        "next_change": _change(dossier.next_change),
        "declared_practice": _declaration(dossier.declared_practice, view.day),
        "events": [_event(entry, sources) for entry in dossier.entries],
        "programmes": [
            {"programme": p.name, "facts": [_fact(fact, sources) for fact in p.facts]}
            for p in dossier.programmes
        ],
        "positions": [_fact(fact, sources) for fact in dossier.positions],
        "later_facts": dossier.later_facts,
        "borders": [plain_data.border_answer(line.border, sources) for line in dossier.borders],
        "disagreements": [_disagreement(topic, sources) for topic in dossier.disagreements],
        "claims": plain_data.claims(dossier.claims, sources),
        "sources": plain_data.cited(dossier.all_source_ids, sources),
    }


def _change(change: tuple[Day, LegalStatus] | None) -> ChangeAnswer | None:
    return {"date": str(change[0]), "legal_status": change[1].value} if change else None


def _declaration(declared: tuple[date, Practice] | None, seen_on: date) -> DeclarationAnswer | None:
    if declared is None:
        return None
    day, practice = declared
    return {"date": day.isoformat(), "practice": practice.value, "future": day > seen_on}


def _event(entry: Entry, sources: Mapping[str, Source]) -> EventAnswer:
    event = entry.event
    return {
        "event_id": event.event_id,
        "date": str(event.date),
        "kind": event.kind,
        "title": event.title,
        "detail": event.detail,
        "future": entry.future,
        "day_unknown": entry.seen == "open",
        "legal": entry.legal,
        "sources": plain_data.cited(event.source_ids, sources),
    }


def _fact(fact: Fact, sources: Mapping[str, Source]) -> FactAnswer:
    return {
        "fact_id": fact.fact_id,
        "neighbour_iso_a3": fact.neighbour_iso_a3,
        "metric": fact.metric,
        "value": fact.value,
        "unit": fact.unit,
        "stage": fact.stage,
        "as_of": str(fact.as_of),
        "summary": fact.summary,
        "mark": weak_mark(fact.source_ids, sources),
        "sources": plain_data.cited(fact.source_ids, sources),
    }


def _disagreement(topic: Disagreement, sources: Mapping[str, Source]) -> DisagreementAnswer:
    return {
        "topic_id": topic.topic_id,
        "question": topic.question,
        "versions": [
            {
                "version": version.version,
                "leads": bool(version.ref) and version.ref == topic.leading_ref,
                "sources": plain_data.cited(version.source_ids, sources),
            }
            for version in topic.versions
        ],
        "reason": topic.reason,
        "note": topic.note,
    }

"""Every state's dossier for every day, as one document a browser can hold.

A row carries the day from which it is known, so that whoever holds the document picks the rows of a
day as `geo.answers.country.dossier` does. Sentences are made here; sources stand once in a table
and are cited by their place in it. Days are ISO dates, lengths kilometres.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from geo.answers.claims import assess
from geo.answers.country.disagreements import by_topic
from geo.answers.country.dossier import (
    INLINE_SOURCES,
    LINES,
    RECENT,
    STAGES,
    by_programme,
    legal_basis_of,
)
from geo.answers.key_dates import moment_days, told_days
from geo.answers.words import headline, programmes
from geo.answers.words.citing import IN_ENGLISH, published
from geo.answers.words.legal_basis import declarations, legal_basis_sources
from geo.answers.words.legend import DECLARATION_WORDS, STATUS_KEYS, UNKNOWN
from geo.answers.words.length_meaning import COMPUTED_WORDS, LEADING_WORDS, meaning
from geo.answers.words.most_read import told
from geo.answers.words.status_words import FIGURES
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FACING, FIRST_DAY, FLANK, Atlas, BorderView
from geo.basics.dates import latest
from geo.borders import Worldview
from geo.records import Disagreement, Event, Fact
from geo.records.acts import is_legal
from geo.records.source_tiers import TIER_WORDS
from geo.web.documents.citations import Citations
from geo.web.documents.dossier_shapes import (
    DossierBorder,
    DossierEvent,
    DossierFact,
    DossiersDocument,
    Listed,
    Saying,
    StateDossier,
    Topic,
)
from geo.web.documents.panel_words import panel_words

LISTED = (*FLANK, *FACING, "UKR")
"""The states of the overview, in its order."""


def dossiers(atlas: Atlas, worldview: Worldview, tongue: Tongue = ENGLISH) -> DossiersDocument:
    """The document: sources, states, events, facts, topics, claims and borders.

    Words that many rows share stand once: `tiers` and `reads` of sources, `stages`, `meanings`.
    """
    cite = Citations(atlas.record.sources, tongue)
    record = atlas.record
    facts = [fact for fact in record.facts if fact.iso_a3]
    drawn = atlas.on(atlas.verified_to, worldview).borders
    meaning_of = [meaning(border, tongue) for border in drawn]
    meanings = list(dict.fromkeys(meaning_of))
    reads: list[str] = []
    document: DossiersDocument = {
        "recent": RECENT,
        "inline_sources": INLINE_SOURCES,
        "listed": [_listed(iso_a3, drawn) for iso_a3 in LISTED],
        "statuses": [*(status.value for status in FIGURES), UNKNOWN],
        "states": _states(atlas, worldview, cite, tongue),
        "events": [_event(e, cite, tongue) for e in record.events],
        "facts": [_fact(fact, cite, tongue) for fact in _in_order(facts)],
        "topics": [_topic(t, known, cite) for t, known in by_topic(atlas) if known],
        "claims": [
            {
                "states": list(claim.subject_iso_a3),
                "id": claim.claim_id,
                "verdict": assess(claim, atlas.real).verdict,
                "says": claim.paraphrase,
                "article": published(record.sources[claim.article_id].publisher, tongue),
                "when": tongue.dated(claim.article_date) if claim.article_date else "",
                "sources": cite.of(claim.source_ids),
            }
            for claim in record.claims
            if claim.subject_iso_a3
        ],
        "borders": [
            _border(border, cite, meanings.index(said), tongue)
            for border, said in zip(drawn, meaning_of, strict=True)
        ],
        "words": panel_words(tongue),
        "meanings": meanings,
        "leading_words": tongue.text(LEADING_WORDS),
        "computed_words": tongue.text(COMPUTED_WORDS),
        "stages": tongue.all(programmes.STAGES),
        "lines": [tongue.text(name) for name in LINES],
        "tiers": tongue.all(TIER_WORDS),
        "reads": reads,
        "sources": [],
    }
    document["sources"] = cite.table(reads)
    if tongue is not ENGLISH:
        document["in_english"] = tongue.text(IN_ENGLISH)
    return document


def _listed(iso_a3: str, drawn: Iterable[BorderView]) -> Listed:
    """A row of the overview: whether it is a flank state, and how long its flank border is, km."""
    flank_km = sum(b.length_km for b in drawn if b.flank and b.iso_a3 == iso_a3)
    return {"id": iso_a3, "flank": iso_a3 in FLANK, "flank_km": flank_km}


def _days(atlas: Atlas) -> list[date]:
    """The days on which what some state's status, legal basis or sources say may change."""
    legal = {event.date.first for event in atlas.record.events if is_legal(event)}
    return sorted({*moment_days(atlas), *(day for day in legal if day >= FIRST_DAY)})


def _states(
    atlas: Atlas, worldview: Worldview, cite: Citations, tongue: Tongue
) -> dict[str, StateDossier]:
    found: dict[str, StateDossier] = {
        iso_a3: {
            "sentences": [],
            "legal_bases": [],
            "changes": _changes(atlas, iso_a3, tongue),
            "declared": _declared(atlas, iso_a3, tongue),
        }
        for iso_a3 in atlas.record.states
    }
    days = _days(atlas)
    days_of = {iso_a3: told_days(atlas, iso_a3) for iso_a3 in found}
    for day in days:
        view = atlas.on(day, worldview)
        tomorrow = replace(view, day=day + timedelta(days=1))
        for iso_a3, known in found.items():
            if day not in days_of[iso_a3]:
                continue
            state, past = view.states[iso_a3], atlas.history(iso_a3)
            sources = legal_basis_sources(atlas.record, atlas.events_of(iso_a3), state, day)
            bases = known["legal_bases"]
            says, places = legal_basis_of(past, state, day, tongue), cite.of(sources)
            if not bases or (says, places) != (bases[-1]["says"], bases[-1]["sources"]):
                bases.append({"from": day.isoformat(), "says": says, "sources": places})
            _from(day, known["sentences"], headline.state_template(view, iso_a3, tongue))
            # A sentence names its own day once: after a change it is another on the next day.
            if state.since == day and tomorrow.day not in days:
                again = headline.state_template(tomorrow, iso_a3, tongue)
                _from(tomorrow.day, known["sentences"], again)
    return found


def _from(day: date, spans: list[Saying], says: str) -> None:
    """Begin a span on the day where something else is said than in the last."""
    if not spans or spans[-1]["says"] != says:
        spans.append({"from": day.isoformat(), "says": says})


def _changes(atlas: Atlas, iso_a3: str, tongue: Tongue) -> list[Saying]:
    """The changes in law, each from the day on which it is certain to have come."""
    return [
        {
            "from": latest(day).isoformat(),
            "says": f"{tongue.day(day)}: {tongue.text(STATUS_KEYS[status].words).lower()}",
        }
        for day, status in atlas.history(iso_a3).changes
    ]


def _declared(atlas: Atlas, iso_a3: str, tongue: Tongue) -> list[Saying]:
    """The practices a state declares, each from its day on."""
    return [
        {
            "from": day.isoformat(),
            "says": f"{tongue.short(day)}: {tongue.text(DECLARATION_WORDS[practice])}",
        }
        for day, practice in declarations(atlas.history(iso_a3))
    ]


def _event(event: Event, cite: Citations, tongue: Tongue) -> DossierEvent:
    row: DossierEvent = {
        "from": event.date.first.isoformat(),
        "to": event.date.last.isoformat(),
        "when": tongue.dated(event.date),
        "states": list(event.iso_a3),
        "legal": is_legal(event),
        "title": event.title,
        "sources": cite.of(event.source_ids),
    }
    if event.detail:
        row["detail"] = event.detail
    return row


def _in_order(facts: list[Fact]) -> list[Fact]:
    """Programmes in the order of the record's last dossier, then positions, newest first."""
    stages = [fact for fact in facts if fact.stage in STAGES]
    others = [fact for fact in facts if fact.stage not in STAGES]
    programmes = [fact for programme in by_programme(stages) for fact in programme.facts]
    return programmes + sorted(others, key=lambda fact: fact.as_of, reverse=True)


def _fact(fact: Fact, cite: Citations, tongue: Tongue) -> DossierFact:
    says, ours = told(fact, tongue)
    row: DossierFact = {
        "state": fact.iso_a3,
        "from": fact.as_of.first.isoformat(),
        "when": tongue.dated(fact.as_of),
        "programme": tongue.text(fact.programme) if fact.stage in STAGES else "",
        "stage": fact.stage,
        "says": says,
        "sources": cite.of(fact.source_ids),
    }
    if ours:
        row["ours"] = ours
    if weak := cite.weak(fact.source_ids):
        row["weak"] = weak
    return row


def _topic(topic: Disagreement, known: Mapping[str, date], cite: Citations) -> Topic:
    """A disagreement, and the day from which it is one of each country's."""
    return {
        "known": {iso_a3: day.isoformat() for iso_a3, day in known.items()},
        "led": bool(topic.leading_ref),
        "question": topic.question,
        "reason": topic.reason,
        "versions": [
            {
                "says": version.version,
                "leads": bool(version.ref) and version.ref == topic.leading_ref,
                "sources": cite.of(version.source_ids),
            }
            for version in topic.versions
        ],
    }


def _border(border: BorderView, cite: Citations, said: int, tongue: Tongue) -> DossierBorder:
    """A border without its day; figures that no source gives are left out.

    `said` is the place of what its figure means in `meanings`.
    """
    row: DossierBorder = {
        "states": [border.iso_a3, border.neighbour_iso_a3],
        "flank": border.flank,
        "computed": border.computed_km,
        "meaning": said,
        "sources": cite.of(border.length_source_ids),
    }
    if border.part:
        row["part"] = tongue.text(border.part)
    if border.leading_km is not None:
        row["leading"] = border.leading_km
    if border.published_min_km is not None and border.published_max_km is not None:
        row["low"], row["high"] = border.published_min_km, border.published_max_km
    return row

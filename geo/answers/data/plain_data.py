"""A View as plain data: the JSON and CSV that command line, data routes and exports all give.

Days are ISO dates or None, lengths kilometres to a tenth, codes ISO 3166-1 alpha-3. In CSV an
absent value is an empty cell and a list is joined by ";".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict

from geo.answers.words import held
from geo.answers.words.held import HeldAnswer
from geo.answers.words.length_meaning import meaning
from geo.basics.dates import PartialDate
from geo.basics.safe_csv import Cell, to_csv
from geo.records.rows import Source
from geo.treaty import Day, LegalStatus

if TYPE_CHECKING:
    from geo.answers.claims import Assessment
    from geo.atlas import BorderView, StateView, View

COUNTED = (
    LegalStatus.PARTY,
    LegalStatus.WITHDRAWAL_NOTIFIED,
    LegalStatus.WITHDRAWN,
    LegalStatus.SIGNATORY,
    LegalStatus.CONSENTED,
    LegalStatus.NOT_PARTY,
)
"""The legal statuses in the order they are counted out."""


class SourceAnswer(TypedDict):
    """Where something is said; `date` as exact as the source, None for an undated page.

    `accessed` is None where nobody opened the page. `archived_url` and `licence` are empty where
    none were found, `note` where there is nothing to say.
    """

    source_id: str
    publisher: str
    title: str
    date: str | None
    url: str
    tier: str
    note: str
    accessed: str | None
    archived_url: str
    licence: str


class StateAnswer(TypedDict):
    """One state on the day.

    `legal_status` and `bound` are None where they are not known; `possible_statuses` then has more
    than one. A date that is not known is the interval it lies in, `2026-08-01/2027-02-01`.
    """

    iso_a3: str
    name: str
    legal_status: str | None
    bound: bool | None
    practice: str
    since: str | None
    entry_into_force: str | None
    withdrawal_notified: str | None
    withdrawal_effective: str | None
    possible_statuses: list[str]
    sources: list[SourceAnswer]


class Counted(TypedDict):
    """How many states stand where; `counts` has every legal status, `bound` adds those on notice.

    `counts` leaves out the `not_known` states of several possible statuses, `counts_max` has them
    in each; `bound` is None where that makes a difference.
    """

    counts: dict[str, int]
    counts_max: dict[str, int]
    not_known: int
    bound: int | None
    bound_min: int
    bound_max: int


class StatusAnswer(Counted):
    """Every state on one day."""

    date: str
    verified_to: str
    held: HeldAnswer
    states: list[StateAnswer]


class BorderAnswer(TypedDict):
    """One border segment; the first state of a flank border is the flank state.

    `leading_counts` are the parts the leading figure counts, `leading_worked_out` the sum it
    comes from where the atlas made it, `leading_meaning` says both and what other meanings give.
    `bound` and `neighbour_bound` are None where it is not known.
    """

    iso_a3: str
    neighbour_iso_a3: str
    part: str
    computed_km: float
    leading_km: float | None
    published_min_km: float | None
    published_max_km: float | None
    leading_counts: list[str]
    leading_worked_out: str
    leading_meaning: str
    sources: list[SourceAnswer]
    bound: bool | None
    neighbour_bound: bool | None
    flank: bool


class FlankAnswer(TypedDict):
    """The flank border and how much of it a bound flank state covers, None where not known."""

    length_km: float
    covered_km: float | None
    covered_min_km: float
    covered_max_km: float


class BordersAnswer(TypedDict):
    """Every border segment on one day, each once."""

    date: str
    flank: FlankAnswer
    borders: list[BorderAnswer]


class FigureAnswer(TypedDict):
    """A figure behind a verdict; `unit`: states, km, days, date or empty (words)."""

    label: str
    value: str | int | float
    unit: str
    sources: list[SourceAnswer]


class ClaimAnswer(TypedDict):
    """A statement of an article, and the verdict on it."""

    claim_id: str
    article: str
    paraphrase: str
    verdict: str
    decided_by: str
    figures: list[FigureAnswer]
    conflicts_with: list[str]
    sources: list[SourceAnswer]


def status(view: View, sources: Mapping[str, Source], iso_a3: str | None = None) -> StatusAnswer:
    """Who is bound on the view's day. Of one state only where a code is given; counts stay whole.

    KeyError for a code that is no state's.
    """
    states = [view.states[iso_a3]] if iso_a3 else list(view.states.values())
    return {
        "date": view.day.isoformat(),
        "verified_to": view.verified_to.isoformat(),
        "held": held.answer(view.held, view.day),
        **counted(view),
        "states": [state_answer(state, sources) for state in states],
    }


def counted(view: View) -> Counted:
    """How many states are in each legal status and how many are bound, or between what."""
    return {
        "counts": {status.value: view.counts[status] for status in COUNTED},
        "counts_max": {status.value: view.counts_max[status] for status in COUNTED},
        "not_known": len(view.unknown),
        "bound": view.bound,
        "bound_min": view.bound_min,
        "bound_max": view.bound_max,
    }


def flank(view: View) -> FlankAnswer:
    """The flank border, to a tenth of a kilometre."""
    covered = view.flank.covered_km
    return {
        "length_km": round(view.flank.length_km, 1),
        "covered_km": None if covered is None else round(covered, 1),
        "covered_min_km": round(view.flank.covered_min_km, 1),
        "covered_max_km": round(view.flank.covered_max_km, 1),
    }


def borders(view: View, sources: Mapping[str, Source], iso_a3: str | None = None) -> BordersAnswer:
    """Every border segment on the view's day, or those of one state; the flank stays whole."""
    chosen = view.borders_of(iso_a3) if iso_a3 else view.borders
    return {
        "date": view.day.isoformat(),
        "flank": flank(view),
        "borders": [border_answer(border, sources) for border in chosen],
    }


def claims(assessments: Iterable[Assessment], sources: Mapping[str, Source]) -> list[ClaimAnswer]:
    """What the articles say and how it stands."""
    return [
        {
            "claim_id": found.claim.claim_id,
            "article": found.claim.article_id,
            "paraphrase": found.claim.paraphrase,
            "verdict": found.verdict,
            "decided_by": found.decided_by,
            "figures": [
                {
                    "label": figure.label,
                    "value": figure.value,
                    "unit": figure.unit,
                    "sources": cited(figure.source_ids, sources),
                }
                for figure in found.figures
            ],
            "conflicts_with": list(found.claim.conflicts_with),
            "sources": cited(found.claim.source_ids, sources),
        }
        for found in assessments
    ]


def as_json(answer: object) -> str:
    """An answer as indented JSON, names in their own letters, with a final newline."""
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def status_csv(answer: StatusAnswer) -> str:
    """The states of a status answer, one a row, with the day of the answer in each."""
    return _csv_of(StateAnswer, answer["date"], answer["states"])


def borders_csv(answer: BordersAnswer) -> str:
    """The borders of an answer, one a row, with the day of the answer in each."""
    return _csv_of(BorderAnswer, answer["date"], answer["borders"])


def claims_csv(answer: list[ClaimAnswer]) -> str:
    """The claims, one a row; figures as `label: value unit`, joined by ";"."""
    columns = list(ClaimAnswer.__annotations__)
    return to_csv(columns, (map(_cell, row.values()) for row in answer))


def state_answer(state: StateView, sources: Mapping[str, Source]) -> StateAnswer:
    """One state of a view."""
    return {
        "iso_a3": state.iso_a3,
        "name": state.name,
        "legal_status": state.legal_status.value if state.legal_status else None,
        "bound": state.bound,
        "practice": state.practice.value,
        "since": _iso(state.since),
        "entry_into_force": _iso(state.entry_into_force),
        "withdrawal_notified": _iso(state.withdrawal_notified),
        "withdrawal_effective": _iso(state.withdrawal_effective),
        "possible_statuses": [status.value for status in state.statuses],
        "sources": cited(state.source_ids, sources),
    }


def border_answer(border: BorderView, sources: Mapping[str, Source]) -> BorderAnswer:
    """One border segment of a view."""
    return {
        "iso_a3": border.iso_a3,
        "neighbour_iso_a3": border.neighbour_iso_a3,
        "part": border.part,
        "computed_km": round(border.computed_km, 1),
        "leading_km": border.leading_km,
        "published_min_km": border.published_min_km,
        "published_max_km": border.published_max_km,
        "leading_counts": list(border.leading_counts),
        "leading_worked_out": border.leading_worked_out,
        "leading_meaning": meaning(border),
        "sources": cited(border.length_source_ids, sources),
        "bound": border.bound,
        "neighbour_bound": border.neighbour_bound,
        "flank": border.flank,
    }


def cited(source_ids: Iterable[str], sources: Mapping[str, Source]) -> list[SourceAnswer]:
    """The sources of some ids written out, in their order. KeyError for an id that is none's."""
    return [_source(sources[source_id]) for source_id in source_ids]


def _source(source: Source) -> SourceAnswer:
    return {
        "source_id": source.source_id,
        "publisher": source.publisher,
        "title": source.title,
        "date": str(source.date) if source.date else None,
        "url": source.url,
        "tier": source.tier,
        "note": source.note,
        "accessed": str(source.accessed) if source.accessed else None,
        "archived_url": source.archived_url,
        "licence": source.licence,
    }


def as_source(answer: SourceAnswer) -> Source:
    """The source that an answer writes out."""
    return Source(
        source_id=answer["source_id"],
        publisher=answer["publisher"],
        title=answer["title"],
        date=PartialDate.parse(answer["date"]) if answer["date"] else None,
        url=answer["url"],
        tier=answer["tier"],
        note=answer["note"],
        accessed=PartialDate.parse(answer["accessed"]) if answer["accessed"] else None,
        archived_url=answer["archived_url"],
        licence=answer["licence"],
    )


def _iso(day: Day | None) -> str | None:
    return str(day) if day else None


def _csv_of(shape: type, day: str, rows: Iterable[Mapping[str, object]]) -> str:
    columns = list(shape.__annotations__)
    cells = ([day, *(_cell(row[name]) for name in columns)] for row in rows)
    return to_csv(["date", *columns], cells)


def _cell(value: object) -> Cell:
    """A value of an answer in one cell: a list of sources as their ids, of figures as words."""
    if isinstance(value, list):
        return ";".join(map(_item, value))
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no cell for {value!r}")


def _item(value: object) -> str:
    if isinstance(value, dict):
        if "source_id" in value:
            return str(value["source_id"])
        return f"{value['label']}: {value['value']} {value['unit']}".rstrip()
    return str(value)

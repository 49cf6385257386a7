"""What the articles say, with the verdict: the answer of command line and API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, cast

from typing_extensions import TypedDict

from geo.answers.claims import Assessment, assess_all
from geo.answers.claims.finding import Figure
from geo.answers.data.notes import Notes, SourceAnswer, Spoken, notes, spoken, written_out
from geo.answers.data.writing import Table, as_table
from geo.answers.words.said import retold
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.shapes import closed

Verdict = Literal["confirmed", "partly", "contradicted", "unverifiable", "not_yet", "not_known"]
DecidedBy = Literal["code", "record"]


@closed
class FigureAnswer(TypedDict):
    """A figure behind a verdict; `unit`: states, km, days, date or empty (words)."""

    label: str
    value: int | float | str
    unit: str
    source_ids: list[str]


@closed
class ClaimAnswer(TypedDict):
    """A statement of an article, paraphrased, and the verdict on it."""

    claim_id: str
    article: str
    """The article: the id of a source."""
    paraphrase: str
    verdict: Verdict
    """How the claim stands. `not_yet`: asked before the day or year it names is over; never on its
    article's own day. `not_known`: it hangs on a day that is not known, and holds on some of the
    days it can be."""
    decided_by: DecidedBy
    figures: list[FigureAnswer]
    """What was computed for the verdict; in a table `label: value unit`."""
    conflicts_with: list[str]
    source_ids: list[str]


@closed
class ClaimsAnswer(Notes, Spoken):
    """What articles say; `date` is null where each is tested on its article's own day."""

    date: str | None
    claims: list[ClaimAnswer]
    sources: list[SourceAnswer]


def claims_answer(atlas: Atlas, day: date | None = None, tongue: Tongue = ENGLISH) -> ClaimsAnswer:
    """Return what the articles say, all tested on a day or each on its article's own."""
    found = assess_all(atlas, day)
    return {
        **notes(atlas, day, tongue),
        **spoken(tongue),
        "date": day.isoformat() if day else None,
        "claims": assessed(found, tongue),
        "sources": written_out(atlas, cited(found)),
    }


def claims_table(answer: ClaimsAnswer) -> Table:
    """Turns a claims answer into a table, a row for each claim; figures as `label: value unit`."""
    rows = ({"date": answer["date"], **claim} for claim in answer["claims"])
    return as_table(answer, ["date", *ClaimAnswer.__annotations__], rows)


def assessed(found: Iterable[Assessment], tongue: Tongue = ENGLISH) -> list[ClaimAnswer]:
    """Some claims, in their order; what was looked at for a verdict is in the tongue."""
    return [
        {
            "claim_id": each.claim.claim_id,
            "article": each.claim.article_id,
            "paraphrase": each.claim.paraphrase,
            "verdict": cast(Verdict, each.verdict),
            "decided_by": cast(DecidedBy, each.decided_by),
            "figures": [
                {
                    "label": retold(figure.label, tongue),
                    "value": _value(figure, tongue),
                    "unit": figure.unit,
                    "source_ids": list(figure.source_ids),
                }
                for figure in each.figures
            ],
            "conflicts_with": list(each.claim.conflicts_with),
            "source_ids": list(each.claim.source_ids),
        }
        for each in found
    ]


def _value(figure: Figure, tongue: Tongue) -> int | float | str:
    if isinstance(figure.value, str) and figure.unit != "date":
        return retold(figure.value, tongue)
    return figure.value


def cited(found: Iterable[Assessment]) -> Iterator[str]:
    """The sources of claims and of the figures behind their verdicts."""
    for each in found:
        yield from each.claim.source_ids
        for figure in each.figures:
            yield from figure.source_ids

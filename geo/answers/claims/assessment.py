"""What the articles say, tested against the atlas on the day they said it.

A claim decided by code names predicates and their arguments (`geo.answers.claims.reading`). One all
of whose parts hold is confirmed, one none of whose parts holds is contradicted, anything between is
partly right. A claim decided by the record carries the verdict that was reached from its sources.

A claim that names a day or a year and is asked before that is over is not contradicted by what has
not come: where no part of it holds, it is "not yet". On the day of its own article none is.

Where the day of an act is not known, a claim is tested for every day it can be. What comes out the
same for all is the verdict; otherwise it is "not known".

An article dated to a month or a year only is tested on the last day of it, one without a date on
the last day of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from geo.answers.claims.finding import Figure, Finding, World
from geo.answers.claims.reading import Part, parts_of, problem
from geo.answers.claims.worlds import merged, worlds
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.problems import Problem
from geo.records.rows import Claim

_SPANS_KEPT = 256

CONFIRMED, PARTLY, CONTRADICTED = "confirmed", "partly", "contradicted"
NOT_YET, NOT_KNOWN = "not_yet", "not_known"


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which a claim is true in full, both included; `last` None: to the record's end."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A claim, its verdict on one day, and what the verdict rests on.

    Nothing later than the day plays a part. `figures` are empty for claims decided by the record.
    """

    claim: Claim
    verdict: str
    decided_by: str
    figures: tuple[Figure, ...]
    on: date


def assess(claim: Claim, atlas: Atlas, on: date | None = None) -> Assessment:
    """Test a claim on a day, by default the day of its article.

    Raises ClaimError when the claim's predicate or arguments cannot be read.
    """
    day = on or (claim.article_date.last if claim.article_date else atlas.verified_to)
    if claim.decided_by != "code":
        return Assessment(claim, claim.verdict, claim.decided_by, (), day)
    parts = parts_of(claim, atlas.record)
    possible, all_of_them = worlds(atlas, day, _named(parts))
    findings = [[part.find(world) for part in parts] for world in possible]
    # What is reckoned from the rules or the borders alone rests on what the claim was held against.
    figures = merged(
        dict.fromkeys(
            figure if figure.source_ids else replace(figure, source_ids=claim.source_ids)
            for finding in each
            for figure in finding.figures
        )
        for each in findings
    )
    verdicts = {verdict(each) for each in findings}
    found = verdicts.pop() if all_of_them and len(verdicts) == 1 else NOT_KNOWN
    if found == CONTRADICTED and any(part.names_a_day_after(day) for part in parts):
        found = NOT_YET
    return Assessment(claim, found, claim.decided_by, figures, day)


def _named(parts: Iterable[Part]) -> frozenset[str]:
    return frozenset(iso_a3 for part in parts for iso_a3 in part.named)


def assess_all(atlas: Atlas, on: date | None = None) -> tuple[Assessment, ...]:
    """Every claim of the record, each on `on` or on the day of its own article."""
    return tuple(assess(claim, atlas, on) for claim in atlas.record.claims)


def verdict(findings: Iterable[Finding]) -> str:
    """The verdict on a statement from what was found of its parts."""
    found = list(findings)
    if all(finding.holds for finding in found):
        return CONFIRMED
    if any(finding.holds or finding.partly for finding in found):
        return PARTLY
    return CONTRADICTED


def check_verdicts(atlas: Atlas) -> list[Problem]:
    """Claims whose computed verdict, on their article's own day, is not the recorded one."""
    return [
        problem(claim, "verdict", claim.verdict, f"{computed}, which the code computes")
        for claim in atlas.record.claims
        if (computed := assess(claim, atlas).verdict) != claim.verdict
    ]


# They do not depend on the day asked about, and a page asks for the same ones at every step.
@lru_cache(maxsize=_SPANS_KEPT)
def spans(claim: Claim, atlas: Atlas) -> tuple[Span, ...]:
    """The periods of the whole record in which a claim is true in full.

    It is asked on each day on which an answer can change. There are none for a claim decided by the
    record, and for one that is not of a kind to change with the day. Raises ClaimError when the
    claim's predicate or arguments cannot be read.
    """
    if claim.decided_by != "code":
        return ()
    parts = parts_of(claim, atlas.record)
    changing = [part for part in parts if not part.lasts(atlas)]
    first_world = World(atlas, FIRST_DAY)
    if not changing or not all(
        part.find(first_world).holds for part in parts if part not in changing
    ):
        return ()
    found: list[Span] = []
    first: date | None = None
    named = _named(changing)
    for day in _days(atlas, changing):
        possible, all_of_them = worlds(atlas, day, named)
        holds = all_of_them and all(part.find(w).holds for w in possible for part in changing)
        if holds and first is None:
            first = day
        elif not holds and first is not None:
            found.append(Span(first, day - timedelta(days=1)))
            first = None
    return tuple([*found, Span(first, None)] if first is not None else found)


def _days(atlas: Atlas, parts: Iterable[Part]) -> Iterator[date]:
    """The first day of the atlas, and every later one on which a status, the record or a group that
    a part names changes.
    """
    changes = {*atlas.change_dates, *(event.date.last for event in atlas.record.events)}
    changes |= {day for part in parts for day in part.days(atlas)}
    yield from sorted({FIRST_DAY, *(d for d in changes if FIRST_DAY < d <= atlas.verified_to)})

"""What the articles say, tested against the atlas on the day they said it.

A claim decided by code names predicates (`geo.answers.claims.predicates`) and their arguments in
data/claims.csv: several predicates are parted by "|", their arguments likewise and in the same
order; an argument is `key=value`, arguments are parted by ";", several states in one value by a
space. A claim all of whose parts hold is confirmed, one none of whose parts holds is contradicted,
anything between is partly right. A claim decided by the record carries the verdict that was reached
from its sources.

A claim that names a day or a year and is asked before that is over is not contradicted by what has
not come: where no part of it holds, it is "not yet". On the day of its own article none is.

Where the day of an act is not known, a claim is tested for every day it can be. What comes out the
same for all is the verdict; otherwise it is "not known".

An article dated to a month or a year only is tested on the last day of it, one without a date on
the last day of the record.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, get_type_hints

from geo.answers.claims.predicates import LASTING, PREDICATES, Figure, Finding, States, World, Year
from geo.answers.claims.worlds import merged, worlds
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.dates import exact_day
from geo.basics.problems import Problem, RecordError
from geo.records import cells
from geo.records.rows import Claim

_SPANS_KEPT = 256

CONFIRMED, PARTLY, CONTRADICTED = "confirmed", "partly", "contradicted"
NOT_YET, NOT_KNOWN = "not_yet", "not_known"


class ClaimError(RecordError):
    """A claim whose predicate or arguments the code cannot read; `problems` lists every one."""


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


@dataclass(frozen=True, slots=True)
class Part:
    """One predicate of a claim with its arguments read."""

    predicate: str
    arguments: tuple[tuple[str, Any], ...]

    def find(self, world: World) -> Finding:
        """What the predicate finds in a world, on its day."""
        return PREDICATES[self.predicate](world, **dict(self.arguments))

    @property
    def named(self) -> frozenset[str]:
        """The states it names."""
        kinds, _ = _parameters(self.predicate)
        found = [value for key, value in self.arguments if kinds[key] == States]
        found += [(value,) for key, value in self.arguments if kinds[key] is str]
        return frozenset(iso_a3 for each in found for iso_a3 in each)

    def names_a_day_after(self, day: date) -> bool:
        """Whether a day it names, or the end of a year it names, is still to come on `day`."""
        kinds, _ = _parameters(self.predicate)
        named = (
            date(value, 12, 31) if kinds[key] is Year else value
            for key, value in self.arguments
            if kinds[key] in (date, Year)
        )
        return any(each > day for each in named)


def assess(claim: Claim, atlas: Atlas, on: date | None = None) -> Assessment:
    """Test a claim on a day, by default the day of its article.

    Raises ClaimError when the claim's predicate or arguments cannot be read.
    """
    day = on or (claim.article_date.last if claim.article_date else atlas.verified_to)
    if claim.decided_by != "code":
        return Assessment(claim, claim.verdict, claim.decided_by, (), day)
    parts = parts_of(claim, atlas.record.states)
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


def check_claims(claims: Iterable[Claim], states: Container[str] | None = None) -> list[Problem]:
    """Everything in the claims' predicates and arguments that the code cannot read.

    Codes are checked against `states` where given, otherwise only for their form.
    """
    problems: list[Problem] = []
    for claim in claims:
        if claim.decided_by == "code":
            problems += _read(claim, states)[1]
        elif claim.predicate or claim.arguments:
            column = "predicate" if claim.predicate else "arguments"
            value = claim.predicate or claim.arguments
            expected = "nothing: the record decides this one"
            problems.append(_problem(claim, column, value, expected))
    return problems


def check_verdicts(atlas: Atlas) -> list[Problem]:
    """Claims whose computed verdict, on their article's own day, is not the recorded one."""
    return [
        _problem(claim, "verdict", claim.verdict, f"{computed}, which the code computes")
        for claim in atlas.record.claims
        if (computed := assess(claim, atlas).verdict) != claim.verdict
    ]


def parts_of(claim: Claim, states: Container[str] | None = None) -> tuple[Part, ...]:
    """A claim's predicates with their arguments. Raises ClaimError naming every fault."""
    parts, problems = _read(claim, states)
    if problems:
        raise ClaimError(problems)
    return tuple(parts)


def _read(claim: Claim, states: Container[str] | None) -> tuple[list[Part], list[Problem]]:
    names, groups = claim.predicate.split("|"), claim.arguments.split("|")
    if len(names) != len(groups):
        expected = f"{len(names)} groups parted by '|', one for each predicate"
        return [], [_problem(claim, "arguments", claim.arguments, expected)]
    parts: list[Part] = []
    problems: list[Problem] = []
    for name, group in zip(names, groups, strict=True):
        if name not in PREDICATES:
            known = f"a predicate of geo.answers.claims.predicates: {', '.join(sorted(PREDICATES))}"
            problems.append(_problem(claim, "predicate", name, known))
            continue
        arguments, faults = _arguments(name, group, states)
        parts.append(Part(name, tuple(arguments.items())))
        problems += [_problem(claim, "arguments", value, expected) for value, expected in faults]
    return parts, problems


def _problem(claim: Claim, column: str, value: str, expected: str) -> Problem:
    advice = f"Correct claim {claim.claim_id}, or what it is held against."
    return Problem("claims.csv", claim.line, column, value, expected, advice)


def _arguments(
    predicate: str, group: str, states: Container[str] | None
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The arguments of one predicate, and (value, what was expected) for each that is wrong."""
    kinds, required = _parameters(predicate)
    arguments: dict[str, Any] = {}
    faults: list[tuple[str, str]] = []
    for pair in filter(None, group.split(";")):
        key, _, value = pair.partition("=")
        if key not in kinds or key in arguments:
            faults.append((pair, f"each of {', '.join(kinds) or 'no argument'} once at most"))
            continue
        expected, read = _READERS[kinds[key]]
        try:
            arguments[key] = read(value)
        except ValueError:
            faults.append((pair, f"{key} to be {expected}"))
            continue
        codes = (arguments[key],) if kinds[key] is str else arguments[key]
        if states is not None and kinds[key] in (str, States):
            faults += [(code, "a code of data/states.csv") for code in codes if code not in states]
    given = {pair.partition("=")[0] for pair in group.split(";")}
    faults += [(group, f"{key}=… for {predicate}") for key in required if key not in given]
    return arguments, faults


@cache
def _parameters(predicate: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The kinds of a predicate's arguments by name, and the names of those it needs."""
    function = PREDICATES[predicate]
    hints = get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    needed = tuple(p.name for p in parameters if p.default is inspect.Parameter.empty)
    return {p.name: hints[p.name] for p in parameters}, needed


def _code(text: str) -> str:
    if not (len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()):
        raise ValueError(text)
    return text


def _codes(text: str) -> States:
    if not text:
        raise ValueError(text)
    return tuple(_code(code) for code in text.split(" "))


def _year(text: str) -> Year:
    return Year(exact_day(f"{text}-12-31").year)


_READERS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    str: ("one ISO 3166-1 alpha-3 code", _code),
    States: ("ISO 3166-1 alpha-3 codes parted by one space", _codes),
    date: ("a day as YYYY-MM-DD", exact_day),
    Year: ("a year as YYYY", _year),
    int: ("a whole number", cells.whole),
}


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
    parts = parts_of(claim, atlas.record.states)
    changing = [part for part in parts if part.predicate not in LASTING]
    first_world = World(atlas, FIRST_DAY)
    if not changing or not all(
        part.find(first_world).holds for part in parts if part not in changing
    ):
        return ()
    found: list[Span] = []
    first: date | None = None
    named = _named(changing)
    for day in _days(atlas):
        possible, all_of_them = worlds(atlas, day, named)
        holds = all_of_them and all(part.find(w).holds for w in possible for part in changing)
        if holds and first is None:
            first = day
        elif not holds and first is not None:
            found.append(Span(first, day - timedelta(days=1)))
            first = None
    return tuple([*found, Span(first, None)] if first is not None else found)


def _days(atlas: Atlas) -> Iterator[date]:
    """The first day of the atlas, and every later one on which a status or the record changes."""
    changes = {*atlas.change_dates, *(event.date.last for event in atlas.record.events)}
    yield from sorted({FIRST_DAY, *(d for d in changes if FIRST_DAY < d <= atlas.verified_to)})

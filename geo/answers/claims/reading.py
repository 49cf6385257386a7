"""How a claim says what is to be computed: predicates and their arguments, in data/claims.csv.

Several predicates are parted by "|", their arguments likewise and in the same order; an argument is
`key=value`, arguments are parted by ";", several states in one value by a space.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from geo.answers import scopes
from geo.answers.claims.finding import Finding, Group, LensName, States, World, Year
from geo.answers.claims.predicates import LASTING, PREDICATES
from geo.atlas import Atlas
from geo.atlas.lenses import Side, by_group
from geo.basics.dates import exact_day
from geo.basics.problems import Problem, RecordError
from geo.records import Record, cells
from geo.records.rows import Claim

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


class ClaimError(RecordError):
    """A claim whose predicate or arguments the code cannot read; `problems` lists every one."""


@dataclass(frozen=True, slots=True)
class Part:
    """One predicate of a claim with its arguments read."""

    predicate: str
    arguments: tuple[tuple[str, Any], ...]

    def find(self, world: World) -> Finding:
        """Return what the predicate finds in a world, on its day."""
        return PREDICATES[self.predicate](world, **dict(self.arguments))

    @property
    def named(self) -> frozenset[str]:
        """The states it names."""
        found = [*self._of(States), *((value,) for value in self._of(str))]
        return frozenset(iso_a3 for each in found for iso_a3 in each)

    def names_a_day_after(self, day: date) -> bool:
        """Whether a day it names, or the end of a year it names, is still to come on `day`."""
        ends = (date(year, 12, 31) for year in self._of(Year))
        return any(each > day for each in (*self._of(date), *ends))

    def days(self, atlas: Atlas) -> frozenset[date]:
        """The days on which others than before are in a group or on a line that it names."""
        members = by_group(atlas.record.groups)
        groups = (Side((group,), members).days for group in self._of(Group))
        return frozenset().union(
            *groups, *(scopes.of_lens(atlas, lens).days for lens in self._of(LensName))
        )

    def lasts(self, atlas: Atlas) -> bool:
        """Whether what it says is not of a kind to change with the day."""
        return self.predicate in LASTING and not self.days(atlas)

    def _of(self, kind: object) -> tuple[Any, ...]:
        kinds, _ = _parameters(self.predicate)
        return tuple(value for key, value in self.arguments if kinds[key] == kind)


def check_claims(claims: Iterable[Claim], record: Record | None = None) -> list[Problem]:
    """Everything in the claims' predicates and arguments that the code cannot read.

    Codes and ids are looked up in `record` where given, otherwise checked for their form only.
    """
    problems: list[Problem] = []
    for claim in claims:
        if claim.decided_by == "code":
            problems += _read(claim, record)[1]
        elif claim.predicate or claim.arguments:
            column = "predicate" if claim.predicate else "arguments"
            value = claim.predicate or claim.arguments
            problems.append(problem(claim, column, value, "nothing: the record decides this one"))
    return problems


def parts_of(claim: Claim, record: Record | None = None) -> tuple[Part, ...]:
    """A claim's predicates with their arguments. Raises ClaimError naming every fault."""
    parts, problems = _read(claim, record)
    if problems:
        raise ClaimError(problems)
    return tuple(parts)


def problem(claim: Claim, column: str, value: str, expected: str) -> Problem:
    """Return what is wrong with a cell of a claim."""
    advice = f"Correct claim {claim.claim_id}, or what it is held against."
    return Problem("claims.csv", claim.line, column, value, expected, advice)


def _read(claim: Claim, record: Record | None) -> tuple[list[Part], list[Problem]]:
    names, groups = claim.predicate.split("|"), claim.arguments.split("|")
    if len(names) != len(groups):
        expected = f"{len(names)} groups parted by '|', one for each predicate"
        return [], [problem(claim, "arguments", claim.arguments, expected)]
    known = _known(record) if record else {}
    parts: list[Part] = []
    problems: list[Problem] = []
    for name, group in zip(names, groups, strict=True):
        if name not in PREDICATES:
            there = f"a predicate of geo.answers.claims.predicates: {', '.join(sorted(PREDICATES))}"
            problems.append(problem(claim, "predicate", name, there))
            continue
        arguments, faults = _arguments(name, group, known)
        parts.append(Part(name, tuple(arguments.items())))
        problems += [problem(claim, "arguments", value, expected) for value, expected in faults]
    return parts, problems


def _known(record: Record) -> Mapping[object, tuple[str, Container[str]]]:
    """By the kind of an argument: what a value of it must be, and all there are."""
    states = ("a code of data/states.csv", record.states)
    groups = {member.group_id for member in record.groups}
    lenses = {lens.lens_id for lens in record.lenses}
    return {
        **{str: states, States: states},
        **{Group: ("an id of data/groups.csv", groups)},
        **{LensName: ("an id of data/lenses.csv", lenses)},
    }


def _arguments(
    predicate: str, group: str, known: Mapping[object, tuple[str, Container[str]]]
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
        if kinds[key] in known:
            there, names = known[kinds[key]]
            given = arguments[key] if kinds[key] == States else (arguments[key],)
            faults += [(name, there) for name in given if name not in names]
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


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(text)
    return text


_READERS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    str: ("one ISO 3166-1 alpha-3 code", _code),
    States: ("ISO 3166-1 alpha-3 codes parted by one space", _codes),
    date: ("a day as YYYY-MM-DD", exact_day),
    Year: ("a year as YYYY", _year),
    int: ("a whole number", cells.whole),
    Group: ("an id of data/groups.csv", _id),
    LensName: ("an id of data/lenses.csv", _id),
}

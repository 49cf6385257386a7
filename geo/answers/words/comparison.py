"""What changed between two days, in one sentence that can be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypedDict

from geo.answers.words.headline import supposing
from geo.answers.words.sentences import CONVENTION, COVERED, FLANK_BORDER
from geo.answers.words.wordings import Counted, filled
from geo.atlas import View
from geo.basics.formats import long_date

Change: TypeAlias = Literal[
    "in", "out", "notified", "consented", "signed", "declared", "not_known", "other"
]
"""How a state stands otherwise on the later day than on the earlier one."""

CHANGE_WORDS: dict[Change, str] = {
    "in": "Joined: bound since",
    "out": "Left: no longer bound",
    "notified": "Gave notice of withdrawal, still bound",
    "consented": "Consented, not yet bound",
    "signed": "Signed, not bound",
    "declared": "Declares a suspension, bound as before",
    "not_known": "Not known whether bound",
    "other": "Bound or not as before, by another act",
}
"""Each of them, to head a row."""

FIELD = "Compare the day with"
ONE_DAY = "Show one day again"
BOTH_DAYS = "Both days, side by side"
"""What the page says where a reader compares two days."""

OTHER_DAY = "The other day"
"""What the slider is called on which that day is moved."""


class ComparisonWords(TypedDict):
    """What the sentence on two days is put together from; scripts do it from the same."""

    numbers: list[str]
    state: Counted
    done: dict[str, str]
    some: str
    none: str
    unknown: str
    line_changed: str
    line_same: str
    flank: str
    lost: str
    gained: str
    not_known: str
    as_before: str
    listed: str
    whole: str


WORDS: ComparisonWords = {
    "numbers": [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ],
    "state": {"one": "{count} state", "other": "{count} states"},
    "done": {"in": "joined", "out": "left", "notified": "gave notice of withdrawal from"},
    "some": f"{{done}} {CONVENTION}",
    "none": f"no state joined or left {CONVENTION}",
    "unknown": "{told}, and of {states} it is not known",
    "line_changed": "on {km} km of {scope} other states are bound than before",
    "line_same": "on all of {scope} the same states are bound as before",
    "flank": f"of {FLANK_BORDER.format(km='{km} km')}, {{parts}}",
    "lost": f"{{km}} km are no longer {COVERED}",
    "gained": f"{{km}} km have come to be {COVERED}",
    "not_known": "{km} km may have changed, which is not known",
    "as_before": f"as much is {COVERED} as before",
    "listed": "{others} and {last}",
    "whole": "{opening}, {states}; {cover}.",
}


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of the flank border the Convention covers on one of two days only, km.

    `not_known_km` is that of which it is not known on one of the days.
    """

    length_km: float
    lost_km: float
    gained_km: float
    not_known_km: float


def sentence(before: View, after: View, changes: Sequence[Change], cover: Cover) -> str:
    """What changed between the days of two views, and what that did to the flank's cover."""
    return _whole(before, after, changes, _cover(cover))


def sentence_of(
    before: View, after: View, scope: str, changes: Sequence[Change], changed_km: float
) -> str:
    """The same of some borders, which `scope` names, and of the states that have them."""
    words = WORDS["line_changed" if changed_km else "line_same"]
    return _whole(before, after, changes, filled(words, km=_km(changed_km), scope=scope))


def opening(after: View) -> str:
    """How a sentence begins whose later day is that of a view; `{first}` and `{last}` are open."""
    between = "between {first} and {last}"
    if told := supposing(after):
        return f"{told}{between}"
    if after.beyond_record:
        return f"As far as the record goes, {between}"
    return f"{between[:1].upper()}{between[1:]}"


def _whole(before: View, after: View, changes: Sequence[Change], cover: str) -> str:
    days = {"first": long_date(before.day), "last": long_date(after.day)}
    opened = filled(opening(after), **days)
    return filled(WORDS["whole"], opening=opened, states=_states(changes), cover=cover)


def _states(changes: Sequence[str]) -> str:
    done = [
        f"{_counted(count)} {words}"
        for change, words in WORDS["done"].items()
        if (count := changes.count(change))
    ]
    told = filled(WORDS["some"], done=_listed(done)) if done else WORDS["none"]
    if unknown := changes.count("not_known"):
        told = filled(WORDS["unknown"], told=told, states=_counted(unknown))
    return told


def _counted(count: int) -> str:
    numbers = WORDS["numbers"]
    number = numbers[count] if count < len(numbers) else str(count)
    return filled(WORDS["state"]["one" if count == 1 else "other"], count=number)


def _cover(cover: Cover) -> str:
    parts = [
        filled(words, km=_km(km))
        for km, words in (
            (cover.lost_km, WORDS["lost"]),
            (cover.gained_km, WORDS["gained"]),
            (cover.not_known_km, WORDS["not_known"]),
        )
        if km
    ]
    told = _listed(parts) if parts else WORDS["as_before"]
    return filled(WORDS["flank"], km=_km(cover.length_km), parts=told)


def _km(length: float) -> str:
    return f"{length:,.0f}"


def _listed(parts: Sequence[str]) -> str:
    *others, last = parts
    return filled(WORDS["listed"], others=", ".join(others), last=last) if others else last

"""What changed between two days, in one sentence that can be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from geo.answers.words.headline import supposing
from geo.answers.words.sentences import CONVENTION, COVERED, FLANK_BORDER
from geo.atlas import View
from geo.basics.formats import kilometres, long_date

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

_DONE: tuple[tuple[Change, str], ...] = (
    ("in", "joined"),
    ("out", "left"),
    ("notified", "gave notice of withdrawal from"),
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
    return f"{_opening(before, after)}, {_states(changes)}; {_cover(cover)}."


def sentence_of(
    before: View, after: View, scope: str, changes: Sequence[Change], changed_km: float
) -> str:
    """The same of some borders, which `scope` names, and of the states that have them."""
    stand = (
        f"on {kilometres(changed_km)} of {scope} other states are bound than before"
        if changed_km
        else f"on all of {scope} the same states are bound as before"
    )
    return f"{_opening(before, after)}, {_states(changes)}; {stand}."


def _opening(before: View, after: View) -> str:
    between = f"between {long_date(before.day)} and {long_date(after.day)}"
    if told := supposing(after):
        return f"{told}{between}"
    if after.beyond_record:
        return f"As far as the record goes, {between}"
    return f"{between[:1].upper()}{between[1:]}"


def _states(changes: Sequence[Change]) -> str:
    done = [
        f"{_counted(count)} {words}" for change, words in _DONE if (count := changes.count(change))
    ]
    told = f"{_listed(done)} {CONVENTION}" if done else f"no state joined or left {CONVENTION}"
    if unknown := changes.count("not_known"):
        told += f", and of {_counted(unknown)} it is not known"
    return told


def _counted(count: int) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {'state' if count == 1 else 'states'}"


def _cover(cover: Cover) -> str:
    whole = f"of {FLANK_BORDER.format(km=kilometres(cover.length_km))},"
    parts = [
        f"{kilometres(km)} {words}"
        for km, words in (
            (cover.lost_km, f"are no longer {COVERED}"),
            (cover.gained_km, f"have come to be {COVERED}"),
            (cover.not_known_km, "may have changed, which is not known"),
        )
        if km
    ]
    if parts:
        return f"{whole} {_listed(parts)}"
    return f"{whole} as much is {COVERED} as before"


def _listed(parts: Sequence[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last

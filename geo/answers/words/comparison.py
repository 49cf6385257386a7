"""What changed between two days, in one sentence that can be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, TypedDict, cast

from geo.answers.words.border_totals import SIDES_WORDS
from geo.answers.words.headline import acts_of, opening_of
from geo.answers.words.panel import FLANK
from geo.answers.words.sentences import CONVENTION, COVERED, FLANK_BORDER, SUPPOSING, Opening
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import Counted, filled, texts_of
from geo.atlas import View
from geo.atlas.sides import Sides
from geo.treaty import Day

Change: TypeAlias = Literal[
    "in",
    "out",
    "notified",
    "consented",
    "perhaps_consented",
    "signed",
    "declared",
    "not_known",
    "other",
]
"""How a state stands otherwise on the later day than on the earlier one."""

CHANGE_WORDS: dict[Change, str] = {
    "in": "Joined: bound since",
    "out": "Left: no longer bound",
    "notified": "Gave notice of withdrawal, still bound",
    "consented": "Consented, not yet bound",
    "perhaps_consented": "May have consented, not bound",
    "signed": "Signed, not bound",
    "declared": "Declares a suspension, bound as before",
    "not_known": SIDES_WORDS[Sides.NOT_KNOWN],
    "other": "Bound or not as before, by another act",
}
"""Each of them, to head a row."""

FIELD = "Compare the day with"
ONE_DAY = "Show one day again"
BOTH_DAYS = "Both days, side by side"
"""What the page says where a reader compares two days."""

CHANGED, SINCE, STANDS_OTHERWISE = "What changed", "Since", "Border that stands otherwise, km"
COUNTS = "States bound: {before} before, {after} after."


class ChangesWords(TypedDict):
    """The table of what changed: its columns, what a state did, and what is told below it."""

    heads: Annotated[list[str], [FLANK["state"], CHANGED, SINCE, STANDS_OTHERWISE]]
    changes: Annotated[dict[Change, str], CHANGE_WORDS]
    counts: Annotated[str, COUNTS]


CHANGES = texts_of(ChangesWords)

OTHER_DAY = "The other day"
"""What the slider is called on which that day is moved."""


class ComparisonWords(TypedDict):
    """The clauses of the sentence on two days, each whole; scripts tell it by the same.

    `numbers` are those that English writes as words.
    """

    numbers: Annotated[list[str], []]
    done: Annotated[
        dict[str, Counted],
        {
            "in": {"one": "{count} state joined", "other": "{count} states joined"},
            "out": {"one": "{count} state left", "other": "{count} states left"},
            "notified": {
                "one": "{count} state gave notice of withdrawal from",
                "other": "{count} states gave notice of withdrawal from",
            },
        },
    ]
    some: Annotated[str, f"{{done}} {CONVENTION}"]
    none: Annotated[str, f"no state joined or left {CONVENTION}"]
    unknown: Annotated[
        Counted,
        {
            "one": "{told}, and of {count} state it is not known",
            "other": "{told}, and of {count} states it is not known",
        },
    ]
    line_changed: Annotated[str, "on {km} km of {scope} other states are bound than before"]
    line_same: Annotated[str, "on all of {scope} the same states are bound as before"]
    flank: Annotated[str, f"of {FLANK_BORDER.format(km='{km} km')}, {{parts}}"]
    lost: Annotated[str, f"{{km}} km are no longer {COVERED}"]
    gained: Annotated[str, f"{{km}} km have come to be {COVERED}"]
    not_known: Annotated[str, "{km} km may have changed, which is not known"]
    as_before: Annotated[str, f"as much is {COVERED} as before"]
    listed: Annotated[str, "{others} and {last}"]
    whole: Annotated[str, "{opening}, {states}; {cover}."]


NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
WORDS = texts_of(ComparisonWords)
_BETWEEN = "between {first} and {last}"
OPENINGS: dict[Opening, str] = {
    "plain": f"B{_BETWEEN[1:]}",
    "beyond": f"As far as the record goes, {_BETWEEN}",
    "supposed": f"{SUPPOSING}{_BETWEEN}",
}
"""How the sentence begins, by its later day."""


def changes_in(tongue: Tongue) -> ChangesWords:
    """The words of the table in a language."""
    return tongue.all(CHANGES)


def words_in(tongue: Tongue) -> ComparisonWords:
    """The clauses in a language; where it is not English, numbers are figures."""
    found = {**tongue.all(WORDS), "numbers": NUMBERS if tongue is ENGLISH else []}
    return cast("ComparisonWords", found)


def since_words(since: Day | None, tongue: Tongue = ENGLISH) -> str:
    """Since when a state stands as it does, in the table; a dash where that is not known."""
    return tongue.day(since) if since else "–"


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of the flank border the Convention covers on one of two days only, km.

    `not_known_km` is that of which it is not known on one of the days.
    """

    length_km: float
    lost_km: float
    gained_km: float
    not_known_km: float


def sentence(
    before: View, after: View, changes: Sequence[Change], cover: Cover, tongue: Tongue = ENGLISH
) -> str:
    """Return what changed between the days of two views, and what that did to the flank's cover."""
    return _whole(before, after, changes, _cover(cover, tongue), tongue)


def sentence_of(
    before: View,
    after: View,
    scope: str,
    changes: Sequence[Change],
    changed_km: float,
    tongue: Tongue = ENGLISH,
) -> str:
    """Compares two days of some borders, which `scope` names, and of the states that have them."""
    words = WORDS["line_changed" if changed_km else "line_same"]
    told = tongue.text(words, km=tongue.number(changed_km), scope=scope)
    return _whole(before, after, changes, told, tongue)


def opening(after: View, tongue: Tongue = ENGLISH) -> str:
    """Begin a sentence whose later day is that of a view; `{first}` and `{last}` are open."""
    kind = opening_of(after.supposed, after.beyond_record)
    open_days = {"first": "{first}", "last": "{last}"}
    return tongue.text(OPENINGS[kind], acts=acts_of(after, tongue), **open_days)


def _whole(before: View, after: View, changes: Sequence[Change], cover: str, tongue: Tongue) -> str:
    days = {"first": tongue.on(before.day), "last": tongue.on(after.day)}
    opened = filled(opening(after, tongue), **days)
    states = _states(changes, tongue)
    return tongue.text(WORDS["whole"], opening=opened, states=states, cover=cover)


def _states(changes: Sequence[str], tongue: Tongue) -> str:
    done = [
        tongue.counted(words, count, count=_number(count, tongue))
        for change, words in WORDS["done"].items()
        if (count := changes.count(change))
    ]
    told = tongue.text(WORDS["none"])
    if done:
        told = tongue.text(WORDS["some"], done=_listed(done, tongue))
    if unknown := changes.count("not_known"):
        number = _number(unknown, tongue)
        told = tongue.counted(WORDS["unknown"], unknown, told=told, count=number)
    return told


def _number(count: int, tongue: Tongue) -> str:
    return NUMBERS[count] if tongue is ENGLISH and count < len(NUMBERS) else str(count)


def _cover(cover: Cover, tongue: Tongue) -> str:
    parts = [
        tongue.text(words, km=tongue.number(km))
        for km, words in (
            (cover.lost_km, WORDS["lost"]),
            (cover.gained_km, WORDS["gained"]),
            (cover.not_known_km, WORDS["not_known"]),
        )
        if km
    ]
    told = _listed(parts, tongue) if parts else tongue.text(WORDS["as_before"])
    return tongue.text(WORDS["flank"], km=tongue.number(cover.length_km), parts=told)


def _listed(parts: Sequence[str], tongue: Tongue) -> str:
    *others, last = parts
    return tongue.text(WORDS["listed"], others=", ".join(others), last=last) if others else last

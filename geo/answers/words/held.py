"""What "verified" means, said in one way: held against which page of the depositary, with what
outcome, compiled to which day, and how old that page is.

Age by itself makes no row wrong; it leaves room for acts nobody has entered yet. Whoever asks
brings the day: a reader's page its clock, an answer or a picture the day it shows, so that the same
day and data always give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from typing_extensions import TypedDict

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import Counted
from geo.basics.shapes import closed, shaped
from geo.records.rows import Held

DEPOSITARY_PAGE = (
    "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5&chapter=26&clang=_en"
)
"""Where the depositary shows the status of the Convention now."""

FRESH_DAYS = 60
"""For how long after a page later acts are unlikely to be missing; an older one warns."""

SAME = "Held against the depositary’s page of {page}: no difference · compiled to {compiled}"
DIFFERENT: Final[Counted] = {
    "one": "Held against the depositary’s page of {page}: {count} difference, explained"
    " · compiled to {compiled}",
    "other": "Held against the depositary’s page of {page}: {count} differences, explained"
    " · compiled to {compiled}",
}
"""Against which page, with what outcome, compiled to which day; differences that stay are
explained, or `check` refuses them.
"""
AGE: Final[Counted] = {"one": "page {count} day old", "other": "page {count} days old"}
OLD: Final[Counted] = {
    "one": "that page is {count} day old",
    "other": "that page is {count} days old",
}
"""How old the page is, in a few words and where it has to warn."""
_SHOWN, _SHOWN_OF_ONE = (
    f"The day shown lies {{count}} {days} after that page" for days in ("days", "day")
)
WITHIN: Final[Counted] = {"one": f"{_SHOWN_OF_ONE}.", "other": f"{_SHOWN}."}
BEYOND: Final[Counted] = {
    "one": f"{_SHOWN_OF_ONE}: it shows what the record knows.",
    "other": f"{_SHOWN}: it shows what the record knows.",
}
MISSING: Final[Counted] = {
    "one": f"{_SHOWN_OF_ONE}: later acts may be missing.",
    "other": f"{_SHOWN}: later acts may be missing.",
}
"""What to know of a day shown that is later than the page: within what is compiled, beyond it, and
more than `FRESH_DAYS` after the page.
"""

WARNING = "Later acts may be missing here:"
LINK_WORDS = "see the depositary’s page"
SEE = "See"
VERIFIED = "The record is verified to {day}."


@closed
class HeldAnswer(TypedDict):
    """Against which page of the depositary the record was last held, and with what outcome."""

    words: str
    """The same in a sentence."""
    against: str
    """The day the page was the status of; today less this day is its age."""
    chapter: str
    url: str
    """Where the depositary shows the status as it is now."""
    source_ids: list[str]
    sha256: str
    """Of the page as served."""
    states: int
    """How many states the page shows, each of them compared."""
    differences: list[str]
    """What differs and is explained; empty where nothing does."""
    explanation: str
    compiled_to: str
    """As `verified_to`."""
    fresh_to: str
    """After this day acts later than the page may well be missing."""
    age_days: int | None
    """How many days after the page the day of the answer lies; null for an earlier day or none."""
    later_acts_may_be_missing: bool
    """Whether the day of the answer is later than `fresh_to`."""


class HeldWords(TypedDict):
    """The words for a browser, which has the day only later, counted by days.

    `age` and `old` are of a reader's day; the others are of a day shown: within what is compiled,
    beyond it, and more than `fresh_days` after the page of the day `against`.
    """

    against: str
    fresh_days: int
    words: str
    age: Counted
    old: Counted
    within: Counted
    beyond: Counted
    missing: Counted


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells; `age` is empty and `old` False where the reader's day is not known yet.

    `old` says that it has to warn, and `age_then` the age where it does; `until` is the last day
    without a warning.
    """

    words: str
    age: str
    age_then: str
    old: bool
    until: date
    warning: str
    link_words: str
    url: str = DEPOSITARY_PAGE


def told(held: Held, today: date | None, tongue: Tongue = ENGLISH) -> Told:
    """Tell a reader whose day is `today`, or who opens the page on a day to come (None)."""
    days = 0 if today is None else _days_after(held, today)
    return Told(
        words=sentence(held, tongue),
        age=tongue.counted(AGE, days) if days > 0 else "",
        age_then=tongue.counted(OLD, days) if days > 0 else "",
        old=days > FRESH_DAYS,
        until=fresh_to(held),
        warning=tongue.text(WARNING),
        link_words=tongue.text(LINK_WORDS),
    )


def sentence(
    held: Held, tongue: Tongue = ENGLISH, *, long: bool = False, within: bool = False
) -> str:
    """Against which page, with what outcome, compiled to which day; without its age.

    With `long`, months in full, in English: elsewhere such a day is that on which something is so,
    and the sentence wants another case; with `within`, as a part of another sentence.
    """
    write = tongue.on if long and tongue is ENGLISH else tongue.short
    days = {"page": write(held.page.day), "compiled": write(held.compiled_to)}
    count = len(held.page.differences)
    said = tongue.counted(DIFFERENT, count, **days) if count else tongue.text(SAME, **days)
    return f"{said[0].lower()}{said[1:]}" if within else said


def fresh_to(held: Held) -> date:
    """The last day on which the page is not yet old."""
    return held.page.day + timedelta(days=FRESH_DAYS)


def later_words(held: Held, day: date, tongue: Tongue = ENGLISH) -> str:
    """Return what to know of a day shown that is later than the page; empty for every other."""
    days = _days_after(held, day)
    if days <= 0:
        return ""
    beyond = BEYOND if day > held.compiled_to else WITHIN
    return tongue.counted(MISSING if days > FRESH_DAYS else beyond, days)


def templates(held: Held, tongue: Tongue = ENGLISH) -> HeldWords:
    """The words of age as templates."""
    return {
        "against": held.page.day.isoformat(),
        "fresh_days": FRESH_DAYS,
        "words": sentence(held, tongue),
        "age": tongue.all(AGE),
        "old": tongue.all(OLD),
        "within": tongue.all(WITHIN),
        "beyond": tongue.all(BEYOND),
        "missing": tongue.all(MISSING),
    }


def answer(held: Held, day: date | None, tongue: Tongue = ENGLISH) -> HeldAnswer:
    """The verification as data, for an answer of `day` or of none."""
    page = held.page
    age = None if day is None or day < page.day else _days_after(held, day)
    return shaped(
        page,
        HeldAnswer,
        words=sentence(held, long=True, tongue=tongue),
        against=page.day.isoformat(),
        url=DEPOSITARY_PAGE,
        compiled_to=held.compiled_to.isoformat(),
        fresh_to=fresh_to(held).isoformat(),
        age_days=age,
        later_acts_may_be_missing=age is not None and age > FRESH_DAYS,
    )


def _days_after(held: Held, day: date) -> int:
    """Return how many days after the page a day lies; negative for one before it."""
    return (day - held.page.day).days

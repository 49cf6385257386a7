"""What "verified" means, said in one way: held against which page of the depositary, with what
outcome, compiled to which day, and how old that page is.

Age by itself makes no row wrong; it leaves room for acts nobody has entered yet. Whoever asks
brings the day: a reader's page its clock, an answer or a picture the day it shows, so that the same
day and data always give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from typing_extensions import TypedDict

from geo.basics.formats import long_date, short_date
from geo.basics.shapes import closed
from geo.records.rows import Held

DEPOSITARY_PAGE = (
    "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5&chapter=26&clang=_en"
)
"""Where the depositary shows the status of the Convention now."""

FRESH_DAYS = 60
"""For how long after a page later acts are unlikely to be missing; an older one warns."""

DAYS = "{days}"
"""Where the templates of `HeldWords` leave room for an age, a number of days."""

WARNING = "Later acts may be missing here:"
LINK_WORDS = "see the depositary’s page"


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
    """The words as templates with `DAYS` in them, for a browser, which has the day only later.

    `age` is of a reader's day, `age_of_one` for 1; the others are of a day shown: within what is
    compiled, beyond it, and more than `fresh_days` after the page of the day `against`.
    """

    against: str
    fresh_days: int
    words: str
    age: str
    age_of_one: str
    within: str
    beyond: str
    missing: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells; `age` is empty and `old` False where the reader's day is not known yet.

    `old` says that it has to warn; `until` is the last day without a warning.
    """

    words: str
    age: str
    old: bool
    until: date
    warning: str = WARNING
    link_words: str = LINK_WORDS
    url: str = DEPOSITARY_PAGE


def told(held: Held, today: date | None) -> Told:
    """What to tell a reader whose day is `today`, or who opens the page on a day to come (None)."""
    days, said = 0 if today is None else _days_after(held, today), templates(held)
    age = said["age_of_one"] if days == 1 else said["age"].replace(DAYS, str(days))
    return Told(sentence(held), age if days > 0 else "", days > FRESH_DAYS, fresh_to(held))


def sentence(held: Held, *, long: bool = False, within: bool = False) -> str:
    """Against which page, with what outcome, compiled to which day; without its age.

    With `long`, months in full; with `within`, as a part of another sentence.
    """
    words = long_date if long else short_date
    return (
        f"{'held' if within else 'Held'} against the depositary’s page of {words(held.page.day)}:"
        f" {outcome(held)} · compiled to {words(held.compiled_to)}"
    )


def outcome(held: Held) -> str:
    """How many differences were found; those that stay are explained, or `check` refuses them."""
    count = len(held.page.differences)
    if not count:
        return "no difference"
    return f"{count} difference{'' if count == 1 else 's'}, explained"


def fresh_to(held: Held) -> date:
    """The last day on which the page is not yet old."""
    return held.page.day + timedelta(days=FRESH_DAYS)


def later_words(held: Held, day: date) -> str:
    """What to know of a day shown that is later than the page; empty for every other."""
    days, said = _days_after(held, day), templates(held)
    if days <= 0:
        return ""
    if days > FRESH_DAYS:
        template = said["missing"]
    else:
        template = said["beyond" if day > held.compiled_to else "within"]
    return template.replace(DAYS, str(days)).replace(" 1 days ", " 1 day ")


def templates(held: Held) -> HeldWords:
    """The words of age as templates."""
    shown = f"The day shown lies {DAYS} days after that page"
    return {
        "against": held.page.day.isoformat(),
        "fresh_days": FRESH_DAYS,
        "words": sentence(held),
        "age": f"{DAYS} days old",
        "age_of_one": "1 day old",
        "within": f"{shown}.",
        "beyond": f"{shown}: it shows what the record knows.",
        "missing": f"{shown}: later acts may be missing.",
    }


def answer(held: Held, day: date | None) -> HeldAnswer:
    """The verification as data, for an answer of `day` or of none."""
    page = held.page
    age = None if day is None or day < page.day else _days_after(held, day)
    return {
        "words": sentence(held, long=True),
        "against": page.day.isoformat(),
        "chapter": page.chapter,
        "url": DEPOSITARY_PAGE,
        "source_ids": list(page.source_ids),
        "sha256": page.sha256,
        "states": page.states,
        "differences": list(page.differences),
        "explanation": page.explanation,
        "compiled_to": held.compiled_to.isoformat(),
        "fresh_to": fresh_to(held).isoformat(),
        "age_days": age,
        "later_acts_may_be_missing": age is not None and age > FRESH_DAYS,
    }


def _days_after(held: Held, day: date) -> int:
    """How many days after the page a day lies; negative for one before it."""
    return (day - held.page.day).days

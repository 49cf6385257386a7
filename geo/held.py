"""What "verified" means, said in one way: held against which page of the depositary, with what
outcome, compiled to which day, and how old that page is.

Older by itself makes no row wrong; it leaves room for acts nobody has entered yet. Whoever asks
brings the day: a reader's page its clock, an answer or a picture the day it shows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypedDict

from geo.headline import long_date, short_date
from geo.rows import Record, Verification

DEPOSITARY_PAGE = (
    "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5&chapter=26&clang=_en"
)
"""Where the depositary shows the status of the Convention now."""

FRESH_DAYS = 60
"""For how long after a page later acts are unlikely: what is older warns."""

DAYS = "{days}"
"""Where the templates of `HeldWords` leave room for the age, a number of days."""

WARNING = "Later acts may be missing here"
LINK_WORDS = "see the depositary’s page"


class HeldAnswer(TypedDict):
    """The newest verification as data.

    `against` is the day of the page; after `fresh_to` later acts may be missing. `age_days` is how
    many days after the page the day of the answer lies, None for an answer of no day or an earlier
    one, and `later_acts_may_be_missing` whether that is beyond `fresh_to`.
    """

    words: str
    against: str
    chapter: str
    url: str
    source_ids: list[str]
    sha256: str
    states: int
    differences: list[str]
    explanation: str
    compiled_to: str
    fresh_to: str
    age_days: int | None
    later_acts_may_be_missing: bool


class HeldWords(TypedDict):
    """What a browser needs to say the same on its own clock: templates with `DAYS` in them."""

    against: str
    fresh_days: int
    age: str
    age_of_one: str
    later: str
    missing: str


def newest(record: Record) -> Verification:
    """The verification by the latest page; the record has one at least."""
    return record.verifications[-1]


def sentence(record: Record, *, long: bool = False) -> str:
    """Against which page, with what outcome, compiled to which day; without its age."""
    held, words = newest(record), long_date if long else short_date
    return (
        f"Held against the depositary’s page of {words(held.day)}: {outcome(held)} · compiled to"
        f" {words(record.verified_to)}"
    )


def outcome(held: Verification) -> str:
    """How many differences were found; those that stay are explained, or `check` refuses them."""
    count = len(held.differences)
    if not count:
        return "no difference"
    return f"{count} difference{'' if count == 1 else 's'}, explained"


def age_days(record: Record, day: date) -> int:
    """How many days before `day` the page was served; negative for a day before the page."""
    return (day - newest(record).day).days


def is_old(record: Record, day: date) -> bool:
    """Whether acts may well be missing that are later than the page, seen from `day`."""
    return age_days(record, day) > FRESH_DAYS


def age_words(record: Record, today: date) -> str:
    """The page's age on a reader's day: `296 days old`; empty on its own day and before."""
    days, said = age_days(record, today), templates(record)
    if days < 1:
        return ""
    return said["age_of_one"] if days == 1 else said["age"].replace(DAYS, str(days))


def later_words(record: Record, day: date) -> str:
    """What to know of a day shown that is later than the page; empty for every other."""
    days = age_days(record, day)
    if days <= 0:
        return ""
    said = templates(record)
    return said["missing" if days > FRESH_DAYS else "later"].replace(DAYS, str(days))


def templates(record: Record) -> HeldWords:
    """The words of age as templates, for whoever has the day only later."""
    shown = f"The day shown lies {DAYS} days after that page"
    return {
        "against": newest(record).day.isoformat(),
        "fresh_days": FRESH_DAYS,
        "age": f"{DAYS} days old",
        "age_of_one": "1 day old",
        "later": f"{shown}: what is said of it is as far as the record goes.",
        "missing": f"{shown}: later acts may be missing.",
    }


def answer(record: Record, day: date | None) -> HeldAnswer:
    """The verification as data, for an answer of `day` or of none."""
    held = newest(record)
    age = None if day is None or day < held.day else age_days(record, day)
    return {
        "words": sentence(record, long=True),
        "against": held.day.isoformat(),
        "chapter": held.chapter,
        "url": DEPOSITARY_PAGE,
        "source_ids": list(held.source_ids),
        "sha256": held.sha256,
        "states": held.states,
        "differences": list(held.differences),
        "explanation": held.explanation,
        "compiled_to": record.verified_to.isoformat(),
        "fresh_to": (held.day + timedelta(days=FRESH_DAYS)).isoformat(),
        "age_days": age,
        "later_acts_may_be_missing": age is not None and age > FRESH_DAYS,
    }

"""Acts that are supposed and on no record: read as they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geo.basics.choices import FIRST_DAY, last_day
from geo.basics.dates import exact_day
from geo.basics.errors import AtlasError
from geo.treaty import ActKind

MOST = 10
"""How many acts can be supposed at once."""

KINDS = tuple(k for k in ActKind if k not in (ActKind.SUCCESSION, ActKind.OBJECTION))
"""What can be supposed: a succession needs a second day, an objection changes nothing."""

_ONE = r"[A-Z]{3}:[a-z_]+:[0-9-]{10}"
PATTERN = rf"^{_ONE}(,{_ONE})*$"

EXPECTED = (
    f"up to {MOST} acts that are on no record, separated by commas, each as STATE:ACT:YYYY-MM-DD,"
    f" as NOR:withdrawal_notice:2026-12-01; acts are {', '.join(KINDS)}"
)
"""What can be asked for, wherever a day is."""

NO_ACT = "{part}: expected {expected}"
NOTHING = "nothing: expected {expected}"
TOO_MANY = "{count} acts: expected up to {most} at once"
NO_KIND = "{part}: expected one of {kinds} as the act"
NO_DAY = "{part}: expected a day that exists"
NOT_COVERED = "{part}: expected a day from {first} to {last}"
NO_STATE = "{part}: expected the code of a state in the depositary's list"
"""What is wrong with a text that is no act, or no act of a state."""


class NoActError(AtlasError):
    """A text that is no act of a state, and why."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """An act that is supposed: of which state, which, and on which day."""

    iso_a3: str
    kind: ActKind
    day: date

    def __str__(self) -> str:
        return f"{self.iso_a3}:{self.kind}:{self.day}"


def written(acts: Iterable[Supposed]) -> str:
    """Acts as an address writes them; empty for none."""
    return ",".join(map(str, acts))


def parse(text: str) -> tuple[Supposed, ...]:
    """The acts of `NOR:withdrawal_notice:2026-12-01,…`, in order of date.

    Raises:
        NoActError: another form, a kind or a day that cannot be supposed, or too many of them.
    """
    parts = text.split(",")
    for part in parts:
        if not re.fullmatch(_ONE, part):
            words = NO_ACT if part else NOTHING
            raise NoActError(words, part=part, expected=EXPECTED)
    if len(parts) > MOST:
        raise NoActError(TOO_MANY, count=len(parts), most=MOST)
    found = [_one(part) for part in parts]
    return tuple(sorted(dict.fromkeys(found), key=lambda act: (act.day, str(act))))


def _one(part: str) -> Supposed:
    iso_a3, kind, day = part.split(":")
    if kind not in KINDS:
        raise NoActError(NO_KIND, part=part, kinds=", ".join(KINDS))
    try:
        when = exact_day(day)
    except ValueError:
        raise NoActError(NO_DAY, part=part) from None
    if not FIRST_DAY <= when <= last_day():
        raise NoActError(NOT_COVERED, part=part, first=FIRST_DAY, last=last_day())
    return Supposed(iso_a3, ActKind(kind), when)

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
        AtlasError: another form, a kind or a day that cannot be supposed, or too many of them.
    """
    parts = text.split(",")
    for part in parts:
        if not re.fullmatch(_ONE, part):
            raise AtlasError(f"{part or 'nothing'}: expected {EXPECTED}")
    if len(parts) > MOST:
        raise AtlasError(f"{len(parts)} acts: expected up to {MOST} at once")
    found = [_one(part) for part in parts]
    return tuple(sorted(dict.fromkeys(found), key=lambda act: (act.day, str(act))))


def _one(part: str) -> Supposed:
    iso_a3, kind, day = part.split(":")
    if kind not in KINDS:
        raise AtlasError(f"{part}: expected one of {', '.join(KINDS)} as the act")
    try:
        when = exact_day(day)
    except ValueError:
        raise AtlasError(f"{part}: expected a day that exists") from None
    if not FIRST_DAY <= when <= last_day():
        raise AtlasError(f"{part}: expected a day from {FIRST_DAY} to {last_day()}")
    return Supposed(iso_a3, ActKind(kind), when)

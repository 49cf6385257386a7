"""The atlas that a command asks, and a day of it."""

from __future__ import annotations

import sys
from datetime import date

from geo.answers.words import held
from geo.atlas import Atlas, View, load_tables
from geo.basics.dates import today
from geo.borders import Worldview


def atlas() -> Atlas:
    """The project's own data. Raises RecordError for damaged tables."""
    return load_tables()


def view(day: date | None, worldview: Worldview) -> tuple[Atlas, View]:
    """The atlas and a day of it, or today; says so where the record does not reach as far."""
    found = atlas()
    of_the_day = found.on(day or today(), worldview)
    warn_beyond(of_the_day.day, found)
    return found, of_the_day


def warn_beyond(day: date, of: Atlas) -> None:
    """Say on standard error that a day is later than the one to which the record is compiled."""
    if day > of.verified_to:
        said = of.record.held
        print(
            f"{held.sentence(said, long=True)}. {held.later_words(said, day)} See"
            f" {held.DEPOSITARY_PAGE}",
            file=sys.stderr,
        )

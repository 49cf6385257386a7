"""The atlas that a command asks, and a day of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from geo.answers.supposing import RefusedError, supposing
from geo.answers.words import held, what_if
from geo.answers.words.headline import with_article
from geo.atlas import Atlas, View, load_tables
from geo.basics.dates import today
from geo.borders import Worldview
from geo.cli.arguments import UsageError


def atlas(supposed: Sequence[str] | None = None) -> Atlas:
    """The project's own data, with the acts that are supposed where there are any.

    Raises RecordError for damaged tables, UsageError for acts that cannot be supposed.
    """
    found = load_tables()
    if not supposed:
        return found
    try:
        there = supposing(found, ",".join(supposed))
    except RefusedError as error:
        raise UsageError(f"argument --what-if: {error}") from None
    print(f"{what_if.MARK}.", file=sys.stderr)
    for act in there.supposed:
        name = with_article(found.record.states[act.iso_a3].name)
        print(what_if.effect(there, act, name), file=sys.stderr)
    return there


def view(
    day: date | None, worldview: Worldview, supposed: Sequence[str] | None = None
) -> tuple[Atlas, View]:
    """The atlas and a day of it, or today; says so where the record does not reach as far."""
    found = atlas(supposed)
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

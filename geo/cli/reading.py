"""The atlas that a command asks, and a day of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from geo.answers.supposing import RefusedError, supposing
from geo.answers.words import held, what_if
from geo.answers.words.headline import with_article
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View, load_tables
from geo.basics.dates import today
from geo.borders import Worldview
from geo.cli.arguments import UsageError
from geo.cli.speaking import of_argument


def atlas(supposed: Sequence[str] | None = None, tongue: Tongue = ENGLISH) -> Atlas:
    """The project's own data, with the acts that are supposed where there are any.

    Raises RecordError for damaged tables, UsageError for acts that cannot be supposed.
    """
    found = load_tables()
    if not supposed:
        return found
    try:
        there = supposing(found, ",".join(supposed))
    except RefusedError as error:
        raise UsageError(of_argument("--what-if", error.words(tongue))) from None
    print(f"{tongue.text(what_if.MARK)}.", file=sys.stderr)
    for act in there.supposed:
        name = tongue.state(act.iso_a3, with_article(found.record.states[act.iso_a3].name))
        print(what_if.effect(there, act, name, tongue), file=sys.stderr)
    return there


def view(
    day: date | None,
    worldview: Worldview,
    supposed: Sequence[str] | None = None,
    tongue: Tongue = ENGLISH,
) -> tuple[Atlas, View]:
    """The atlas and a day of it, or today; says so where the record does not reach as far."""
    found = atlas(supposed, tongue)
    of_the_day = found.on(day or today(), worldview)
    warn_beyond(of_the_day.day, found, tongue)
    return found, of_the_day


def warn_beyond(day: date, of: Atlas, tongue: Tongue = ENGLISH) -> None:
    """Say on standard error that a day is later than the one to which the record is compiled."""
    if day > of.verified_to:
        said = of.record.held
        against = held.sentence(said, tongue, long=True).removesuffix(".")
        later, see = held.later_words(said, day, tongue), tongue.text(held.SEE)
        print(f"{against}. {later} {see} {held.DEPOSITARY_PAGE}", file=sys.stderr)

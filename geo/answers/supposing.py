"""Acts that somebody supposes, as an address or a command writes them: their atlas, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from geo.answers.words.headline import state_sentence, with_article
from geo.answers.words.refusals import CANNOT, CANNOT_STAND, refusal
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import capital, clause, effect
from geo.answers.words.wordings import filled
from geo.atlas import Atlas
from geo.atlas.supposed import Supposed, parse, written
from geo.atlas.what_if import UnlawfulError, suppose
from geo.basics.choices import last_day
from geo.basics.dates import today
from geo.basics.errors import AtlasError


class RefusedError(AtlasError):
    """Acts that cannot be supposed: why, and which of them, as they were written.

    `act` is the one that the Convention does not allow; None for a text that is no act, of which
    `words` say what is wrong.
    """

    def __init__(self, words: str, written: str, act: Supposed | None = None) -> None:
        super().__init__(words)
        self.written, self.act = written, act


@dataclass(frozen=True, slots=True)
class Supposing:
    """Acts as an address writes them in order, or, where they cannot be supposed, why not.

    `last` is the last day to which a reader can go with them.
    """

    last: date
    acts: str = ""
    refusal: str = ""


@lru_cache(maxsize=4)
def supposing(atlas: Atlas, text: str) -> Atlas:
    """The atlas with the acts of a text, as `NOR:withdrawal_notice:2026-12-01`.

    Raises:
        RefusedError: what is no act, of no state, or not allowed by the Convention.
    """
    try:
        return suppose(atlas, parse(text))
    except UnlawfulError as error:
        name = with_article(atlas.record.states[error.act.iso_a3].name)
        raise RefusedError(refusal(error, name), str(error.act), error.act) from None
    except AtlasError as error:
        raise RefusedError(filled(CANNOT, says=error), text) from None


def why(atlas: Atlas, text: str, error: RefusedError, tongue: Tongue = ENGLISH) -> str:
    """Why the acts of a text cannot be supposed; in another language than English by where the
    state stands, with what is supposed of it before.
    """
    if tongue is ENGLISH or error.act is None:
        return str(error)
    act = error.act
    name = tongue.state(act.iso_a3, atlas.record.states[act.iso_a3].name)
    before = [each for each in parse(text) if each.day < act.day]
    try:
        there = suppose(atlas.real, before)
    except AtlasError:  # what comes before cannot stand either
        there = atlas.real
    stands = state_sentence(there.on(act.day), act.iso_a3, tongue)
    said = capital(clause(act, name, tongue))
    return tongue.text(CANNOT_STAND, act=said, state=stands)


def supposed(atlas: Atlas, text: str, tongue: Tongue = ENGLISH) -> Supposing:
    """What an address supposes; where it cannot be, why not, in a language."""
    try:
        there = supposing(atlas, text)
    except RefusedError as error:
        return Supposing(reach(atlas), refusal=why(atlas, text, error, tongue))
    return Supposing(reach(there), written(there.supposed))


def reach(atlas: Atlas) -> date:
    """The last day to which a reader can go: today, or the end of the year in which the last of
    what is supposed takes effect.
    """
    days = (day for act in atlas.supposed for day in atlas.history(act.iso_a3).telling_days)
    return min(max(today(), *(date(day.year, 12, 31) for day in days), date.min), last_day())


def last_told(atlas: Atlas) -> date:
    """The day to which the record is compiled, or on which what is supposed has taken effect.

    What tells of a span of days, a film or a chart, goes on to it.
    """
    supposed = (atlas.history(act.iso_a3).telling_days for act in atlas.supposed)
    return max(atlas.verified_to, *(day for days in supposed for day in days), date.min)


def told(atlas: Atlas, tongue: Tongue = ENGLISH) -> tuple[str, ...]:
    """Each act that an atlas supposes and what follows from it, in two sentences."""
    names = {
        act: tongue.state(act.iso_a3, with_article(atlas.record.states[act.iso_a3].name))
        for act in atlas.supposed
    }
    return tuple(
        f"{capital(act_words).removesuffix('.')}. {capital(effect(atlas, act, name, tongue))}"
        for act, name in names.items()
        for act_words in (clause(act, name, tongue),)
    )

"""Acts that somebody supposes, as an address or a command writes them: their atlas, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from geo.answers.words.headline import state_sentence, with_article
from geo.answers.words.refusals import CANNOT, CANNOT_STAND, besides, refusal
from geo.answers.words.said import Telling, said
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import clause, effect
from geo.atlas import Atlas
from geo.atlas.supposed import EXPECTED, NoActError, parse, written
from geo.atlas.what_if import UnlawfulError, suppose
from geo.basics.choices import last_day
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.basics.formats import capital


class RefusedError(AtlasError):
    """Acts that cannot be supposed: why, and which of them, as they were written.

    `words` say it in a language; `unlawful` is what the Convention does not allow, None for a text
    that is no act of a state.
    """

    def __init__(self, words: Telling, written: str, unlawful: UnlawfulError | None = None) -> None:
        super().__init__(words(ENGLISH))
        self.words, self.written, self.unlawful = words, written, unlawful


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
        told = partial(why, atlas, text, error)
        raise RefusedError(told, str(error.act), error) from None
    except NoActError as error:
        says = said(error.english, **{**error.places, "expected": said(EXPECTED)})
        raise RefusedError(said(CANNOT, says=says), text) from None


def why(atlas: Atlas, text: str, error: UnlawfulError, tongue: Tongue = ENGLISH) -> str:
    """Return why an act of a text cannot stand; in another language than English by where the state
    stands, with what is supposed of it before.
    """
    act = error.act
    recorded = atlas.record.states[act.iso_a3].name
    if tongue is ENGLISH:
        return refusal(error, with_article(recorded))
    name = tongue.state(act.iso_a3, recorded)
    before = [each for each in parse(text) if each.day < act.day]
    try:
        there = suppose(atlas.real, before)
    except AtlasError:  # what comes before cannot stand either
        there = atlas.real
    stands = state_sentence(there.on(act.day), act.iso_a3, tongue)
    done = capital(clause(act, name, tongue))
    cannot = tongue.text(CANNOT_STAND, act=done, state=stands)
    return " ".join((cannot, *besides(error, name, tongue)))


def supposed(atlas: Atlas, text: str, tongue: Tongue = ENGLISH) -> Supposing:
    """Return what an address supposes; where it cannot be, why not, in a language."""
    try:
        there = supposing(atlas, text)
    except RefusedError as error:
        return Supposing(reach(atlas), refusal=error.words(tongue))
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

"""Which borders a question is about: all of the world, those of one state, those of the flank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from geo.answers.words import border_totals
from geo.answers.words.headline import with_article
from geo.atlas import FACING, FLANK, Atlas, BorderView, View


@dataclass(frozen=True, slots=True)
class Scope:
    """Some borders: `has` tells of two neighbours, in either order, whether theirs is among them.

    `words` name these borders inside a sentence; `days` are those on which others are among them
    than before.
    """

    words: str
    has: Callable[[str, str, date], bool]
    days: tuple[date, ...] = ()

    def borders(self, view: View) -> tuple[BorderView, ...]:
        """Those of a view that are among them, in its order."""
        return self.among(view.day, view.borders)

    def among(self, day: date, borders: tuple[BorderView, ...]) -> tuple[BorderView, ...]:
        """Those of the borders of a day that are among them."""
        return tuple(b for b in borders if self.has(b.iso_a3, b.neighbour_iso_a3, day))


def _is_flank(a: str, b: str, _: date) -> bool:
    return (a in FLANK and b in FACING) or (b in FLANK and a in FACING)


WORLD = Scope(border_totals.WORLD, lambda *_: True)
FLANK_BORDER = Scope(border_totals.FLANK_BORDER, _is_flank)


def of_country(atlas: Atlas, iso_a3: str) -> Scope:
    """The borders of one state. KeyError for a code that is no state's."""
    name = with_article(atlas.record.states[iso_a3].name)
    words = border_totals.OF_A_STATE.format(state=name)
    return Scope(words, lambda a, b, _: iso_a3 in (a, b))


def asked(atlas: Atlas, iso_a3: str | None = None, *, flank_only: bool = False) -> Scope:
    """The borders that a question names; both at once are those of the flank that the state has."""
    if not iso_a3:
        return FLANK_BORDER if flank_only else WORLD
    own = of_country(atlas, iso_a3)
    if not flank_only:
        return own
    words = border_totals.OF_BOTH.format(one=own.words, other=FLANK_BORDER.words)
    return Scope(words, lambda a, b, day: own.has(a, b, day) and _is_flank(a, b, day))

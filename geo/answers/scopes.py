"""Which borders a question is about: those of a lens of the record, or of one state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from geo.answers.words import border_totals
from geo.answers.words.headline import with_article
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, BorderView, View
from geo.atlas.lenses import Members, Side, by_group, is_member, lies_between
from geo.basics.choices import WORLD_LENS
from geo.records.line_rows import NEIGHBOURS, Lens, Membership


@dataclass(frozen=True, slots=True)
class Scope:
    """Some borders: `has` tells of two neighbours, in either order, whether theirs is among them.

    `words` name these borders inside a sentence, and `said` does in a language; `days` are those
    on which others are among them than before.
    """

    words: str
    said: Callable[[Tongue], str]
    has: Callable[[str, str, date], bool]
    days: frozenset[date] = frozenset()
    is_world: bool = False

    def borders(self, view: View) -> tuple[BorderView, ...]:
        """Those of a view that are among them, in its order."""
        return self.among(view.day, view.borders)

    def among(self, day: date, borders: tuple[BorderView, ...]) -> tuple[BorderView, ...]:
        """Those of the borders of a day that are among them."""
        return tuple(b for b in borders if self.has(b.iso_a3, b.neighbour_iso_a3, day))


@lru_cache(maxsize=4)
def lens_names(atlas: Atlas) -> frozenset[str]:
    """Return what a lens can be named: the ids of the record, and the code of every state."""
    return frozenset((*(lens.lens_id for lens in atlas.record.lenses), *atlas.record.states))


def lens_meant(atlas: Atlas, text: str) -> str | None:
    """Return the name of the lens that a text names, whatever its case; None for one of none."""
    known = lens_names(atlas)
    return next((name for name in (text.lower(), text.upper()) if name in known), None)


def lens_of(atlas: Atlas, name: str) -> Lens:
    """The lens of a name: one of the record, or all land borders of the state of that code.

    Raises:
        KeyError: a name of neither.
    """
    for lens in atlas.record.lenses:
        if lens.lens_id == name:
            return lens
    return Lens(name, called(atlas, name), (name,), (NEIGHBOURS,), "")


def called(atlas: Atlas, name: str, tongue: Tongue = ENGLISH) -> str:
    """Return what the borders of a lens are called inside a sentence. KeyError as `lens_of`."""
    for lens in atlas.record.lenses:
        if lens.lens_id == name:
            return tongue.text(lens.title)
    state = tongue.state(name, with_article(atlas.record.states[name].name))
    return tongue.text(border_totals.OF_A_STATE, state=state)


def sides(atlas: Atlas, lens: Lens) -> tuple[Side, Side]:
    """The two sides of a lens."""
    members = _members(atlas)
    return Side(lens.side_a, members), Side(lens.side_b, members)


@lru_cache(maxsize=4)
def _members(atlas: Atlas) -> Members:
    return by_group(atlas.record.groups)


def members(atlas: Atlas, lens: Lens, day: date) -> tuple[Membership, ...]:
    """The memberships by which states are on the sides of a lens on a day."""
    groups = (*lens.side_a, *lens.side_b)
    return tuple(m for m in atlas.record.groups if m.group_id in groups and is_member(m, day))


def of_lens(atlas: Atlas, name: str) -> Scope:
    """The borders of a lens, as `lens_of` names it. KeyError likewise."""
    lens = lens_of(atlas, name)
    one, other = sides(atlas, lens)
    both = lru_cache(maxsize=64)(lambda day: (one.on(day), other.on(day)))

    def has(a: str, b: str, day: date) -> bool:
        return lies_between(a, b, *both(day))

    said = partial(called, atlas, name)
    return Scope(lens.title, said, has, one.days | other.days, name == WORLD_LENS)


def asked(atlas: Atlas, iso_a3: str | None = None, lens: str | None = None) -> Scope:
    """The borders that a question names, of the world where it names none; of a state and a lens
    those of the state that are in the lens.

    KeyError for a code that is no state's, or a name that is no lens's.
    """
    if not iso_a3:
        return of_lens(atlas, lens or WORLD_LENS)
    own = of_lens(atlas, iso_a3)
    if not lens:
        return own
    other = of_lens(atlas, lens)

    def said(tongue: Tongue) -> str:
        return tongue.text(border_totals.OF_BOTH, one=own.said(tongue), other=other.said(tongue))

    return Scope(
        said(ENGLISH),
        said,
        lambda a, b, day: own.has(a, b, day) and other.has(a, b, day),
        own.days | other.days,
    )

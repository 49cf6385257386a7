"""What people call a state leads to it; what has no status of its own, to the sentence why.

A name is known by any spelling that `folded` takes as one: a state's name and its others, in its
own language and the usual ones, ISO's codes, and places that are no states of the list.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from geo.answers.words.headline import with_article
from geo.answers.words.search import SEARCH
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.folding import folded
from geo.basics.formats import capital
from geo.borders import BORDERS_DIR, area_table
from geo.borders import names as border_names
from geo.borders.names import CODE, OTHER, OWN, Names
from geo.borders.names import ENGLISH as IN_ENGLISH


@dataclass(frozen=True, slots=True)
class Named:
    """What can be found: a state, or what has no status of its own.

    `state` is the code of the state it is or belongs to, empty where there is none; `says` is why
    it has no status of its own, empty for a state. `area_id` is where it lies on the map, empty
    where the map does not know. `codes` are ISO's, `names` what it is called in English or by the
    depositary, `own` what it calls itself, `others` what it is called elsewhere.
    """

    name: str
    state: str
    says: str
    area_id: str
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    land: str = ""
    """The area that it is itself, empty for a place in one."""
    note: str = ""
    """What the record says of what is no state, in English."""

    def name_in(self, tongue: Tongue) -> str:
        """Return what it is called in a language."""
        return tongue.state(self.land, self.name) if self.land else tongue.text(self.name)

    def title_in(self, tongue: Tongue) -> str:
        """Its name in a language, with the code of a state: `POL (Poland)`."""
        name = self.name_in(tongue)
        return name if self.says else f"{self.state} ({name})"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name was found to mean: the code of a state, and what is to be said of it.

    `says` is empty where the name is the state's own; else it is why there is no such status, and
    `state` the state it belongs to, if to any.
    """

    state: str
    says: str
    name: str = ""
    """What the state is called in the atlas, where there is one."""


class Search:
    """All that can be found by name: states by their names, then all else by its names."""

    def __init__(self, found: Iterable[Named], tongue: Tongue) -> None:
        self.all = tuple(sorted(found, key=lambda one: (bool(one.says), tongue.order(one.name))))
        self.names = {one.state: one.name for one in self.all if not one.says}

    def find(self, text: str) -> tuple[Named, ...]:
        """Return what a name or code means: one, several where it is not clear which, or none.

        A code goes before a name, and an English name before one of another language.
        """
        before, comma, after = text.partition(",")
        keys = [_squeezed(text), *([_squeezed(f"{after} {before}")] if comma else ())]
        hits = (tier[key] for tier in self._tiers for key in keys if key and key in tier)
        return tuple(next(hits, ()))

    def near(self, text: str) -> tuple[Named, ...]:
        """Return what may have been meant by a name that is not known, the likeliest first."""
        asked = set(folded(_short(text)).split())
        within = (one for one in self.all if asked and asked <= set(folded(one.name).split()))
        known = {key: named for tier in reversed(self._tiers[:2]) for key, named in tier.items()}
        key = _squeezed(_short(text))
        if key.isdecimal():  # of another number nobody meant one that looks like it
            return ()
        begun = (one for one in self.all if key and _squeezed(one.name).startswith(key))
        alike = _ALIKE if len(key) > _CODE else _ALIKE_CODE
        close = difflib.get_close_matches(key, known, cutoff=alike)
        like_it = (one for name in close for one in known[name])
        return tuple(dict.fromkeys((*within, *begun, *like_it)))[:_NEAR]

    @cached_property
    def _tiers(self) -> Sequence[dict[str, list[Named]]]:
        tiers: tuple[dict[str, list[Named]], ...] = ({}, {}, {})
        for named in self.all:
            called = (named.codes, (named.name, *named.names), (*named.own, *named.others))
            for tier, names in zip(tiers, called, strict=True):
                for key in dict.fromkeys(map(_squeezed, names)):
                    tier.setdefault(key, []).append(named)
        return tiers


def meant(atlas: Atlas, text: str, tongue: Tongue = ENGLISH) -> Meant:
    """The state that a name or code means, or the sentence that says why it is none."""
    if state := atlas.record.states.get(text):
        return Meant(text, "", tongue.state(text, state.name))
    known, words = search(atlas), SEARCH
    found = known.find(text)
    if len(found) == 1:
        (one,) = found
        says = one.says and _says(atlas, one.name_in(tongue), one.state, one.note, tongue)
        named = known.names.get(one.state, "")
        return Meant(one.state, says, named and tongue.state(one.state, named))
    value = _short(text)
    if found:
        several = tongue.either([one.title_in(tongue) for one in found])
        return Meant("", tongue.text(words["several"], value=value, names=several))
    said = [tongue.text(words["unknown"], value=value)]
    if near := [one.title_in(tongue) for one in known.near(text)]:
        said.append(tongue.text(words["near"], names=tongue.either(near)))
    return Meant("", " ".join(said))


def no_state(atlas: Atlas, text: str, tongue: Tongue = ENGLISH) -> str:
    """Return why a name or code means no state that has a status of its own."""
    return meant(atlas, text, tongue).says


def search(atlas: Atlas, tongue: Tongue = ENGLISH) -> Search:
    """The search over an atlas, for readers of a language. Raises BordersError for damaged names.

    That of English is kept: programs ask it too, and whole names in any language lead there.
    """
    return _search(atlas.real) if tongue is ENGLISH else _made(atlas.real, tongue)


@lru_cache(maxsize=2)
def _search(atlas: Atlas) -> Search:
    return _made(atlas, ENGLISH)


def _made(atlas: Atlas, tongue: Tongue) -> Search:
    areas = area_table.read(BORDERS_DIR / area_table.FILE)
    names = border_names.read(frozenset(row.area_id for row in areas))
    return Search([*_lands(atlas, areas, names, tongue), *_places(atlas, names, tongue)], tongue)


def _lands(
    atlas: Atlas, areas: Sequence[area_table.AreaRow], names: Names, tongue: Tongue
) -> Iterator[Named]:
    """The states of the record, and the areas of the map that are none of them."""
    rows = {row.area_id: row for row in areas}
    for row in areas:
        shown = row if row.drawn_with_un == row.area_id else rows[row.drawn_with_un]
        codes, called, own, others = (
            names.of[kind].get(row.area_id, ()) for kind in (CODE, IN_ENGLISH, OWN, OTHER)
        )
        if state := atlas.record.states.get(row.area_id):
            name = tongue.state(state.iso_a3, state.name)
            called = (*_besides(state.name, name), row.name, *state.aliases, *called)
            codes = (*codes, state.iso_n3)
            own_id = row.area_id
            yield Named(name, state.iso_a3, "", own_id, codes, called, own, others, own_id)
        else:
            owner, name = row.owner or shown.owner or "", tongue.state(row.area_id, row.name)
            says = _says(atlas, name, owner, row.note, tongue)
            called = (*(row.source_names if row.how == "feature" else ()), *called)
            called = (*_besides(row.name, name), *called)
            at = (shown.area_id, codes, called, own, others, row.area_id, row.note)
            yield Named(name, owner, says, *at)


def _besides(english: str, name: str) -> tuple[str, ...]:
    """A name of the record where a language has another."""
    return () if english == name else (english,)


def _places(atlas: Atlas, names: Names, tongue: Tongue) -> Iterator[Named]:
    """Places that the map does not tell apart from the state they are in."""
    for place in names.places:
        english, *others = place.names
        name = tongue.text(english)
        says = _says(atlas, name, place.area_id, place.note, tongue)
        called, at = (*_besides(english, name), *others), place.area_id
        yield Named(name, at, says, at, (), called, note=place.note)


def _says(atlas: Atlas, name: str, owner: str, note: str, tongue: Tongue) -> str:
    """Return why what bears a name has no status of its own, and whose dossier to read."""
    state = atlas.record.states.get(owner)
    whose = tongue.state(owner, with_article(state.name)) if state else ""
    words = SEARCH
    note = capital(tongue.text(note).removeprefix(f"{name}: "))
    said = [
        tongue.text(words["no_status"], name=name),
        note or tongue.text(words["part"], state=whose),
        tongue.text(words["see"], state=whose) if state else "",
    ]
    return " ".join(filter(None, said))


_NEAR, _CODE = 3, 3
"""How many of those that may have been meant are named; how long a code is."""
_ALIKE, _ALIKE_CODE = 0.75, 0.6
"""How much alike two names must be, and two codes, in which a slip of the pen weighs more."""


def _squeezed(text: str) -> str:
    """A folded name without its spaces, so that none is too many or missing."""
    return folded(text).replace(" ", "")


def _short(text: str) -> str:
    """No more of it than fits a line."""
    return text[:30]

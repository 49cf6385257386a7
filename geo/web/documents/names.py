"""What everything is called, for a browser in which a reader looks for a country."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from geo.answers.search import search
from geo.answers.words.search import SEARCH, SearchWords
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.folding import folded


class NamedRow(TypedDict):
    """A state by its names, or, where it `says` why, what has no status of its own.

    `state` is that which it is or belongs to, `area` where it lies on the map; both may be empty.
    """

    name: str
    state: str
    says: str
    area: str
    codes: list[str]
    names: list[str]
    others: list[str]


class NamesDocument(TypedDict):
    """All that can be found by name, in the order of a list."""

    rows: list[NamedRow]
    words: SearchWords


def names(atlas: Atlas, tongue: Tongue = ENGLISH, *, of_others: bool = True) -> NamesDocument:
    """All that can be found, in the order of a list, with each of its names once.

    Names in the languages `of_others` are two thirds of it, which a file may do without.
    """
    return {
        "rows": [
            {
                "name": one.name,
                "state": one.state,
                "says": one.says,
                "area": one.area_id,
                "codes": list(one.codes),
                "names": _new(one.names, (one.name,)),
                "others": _new(
                    (*one.own, *(one.others if of_others else ())), (one.name, *one.names)
                ),
            }
            for one in search(atlas, tongue).all
        ],
        "words": tongue.all(SEARCH),
    }


def _new(called: Iterable[str], known: Iterable[str]) -> list[str]:
    """Names that are not known by another spelling."""
    seen = set(map(folded, known))
    by_key = {key: name for name in reversed([*called]) if (key := folded(name)) not in seen}
    return list(reversed(by_key.values()))

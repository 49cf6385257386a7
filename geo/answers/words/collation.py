"""The order of names in each language, by its alphabet as CLDR has it.

A browser has this of its own (Intl.Collator); Python and Babel do not. A test holds one against the
other over every name of the map.
"""
# ruff: noqa: RUF001 -- two of the alphabets are Cyrillic

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from geo.basics.choices import Language
from geo.basics.folding import folded

_LATIN: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"

_ALPHABETS: Final[Mapping[Language, str]] = {
    "nb": _LATIN + " æä øö å",
    "fi": _LATIN + " å äæ öø",
    "et": "a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y",
    "lv": "a ā b c č d e ē f g ģ h iy ī j k ķ l ļ m n ņ o p q r ŗ s š t u ū v w x z ž",
    "lt": "a b c č d e f g h iy j k l m n o p q r s š t u v w x z ž",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "be": "а б в г д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
}
"""The letters in their order; those beside each other differ only where all else is alike."""

_MARK: Final = "-"
"""Stands for whatever is no letter and no space: before all letters, and after a space."""
_FOREIGN: Final = "\uf8ff"
"""Goes before a letter of another alphabet, which comes after all of its own."""


@lru_cache(maxsize=8192)
def key(language: Language, name: str) -> tuple[str, ...]:
    """Return what names are sorted by: their letters, then accents, then the names themselves.

    >>> sorted(["Zambia", "Šveits", "Taani", "Süüria"], key=lambda name: key("et", name))
    ['Süüria', 'Šveits', 'Zambia', 'Taani']
    """
    ranks = _ranks(language)
    letters, accents = [], []
    for letter in unicodedata.normalize("NFC", name).lower():
        for known in [letter] if letter in ranks else folded(letter) or [letter]:
            other = _FOREIGN + known if known.isalpha() else " " if known.isspace() else _MARK
            rank, accent = ranks.get(known, (other, ""))
            letters.append(rank)
            accents.append(accent or letter.removeprefix(known))
    return "".join(letters), "".join(accents), name


@lru_cache(maxsize=16)
def _ranks(language: Language) -> dict[str, tuple[str, str]]:
    """Each letter's place in the alphabet, and what it is told by from others of that place."""
    groups = _ALPHABETS[language].split()
    return {
        letter: (chr(0xE000 + place), letter if at else "")
        for place, group in enumerate(groups)
        for at, letter in enumerate(group)
    }

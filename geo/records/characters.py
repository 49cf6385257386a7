"""Which characters a cell may hold: those a reader sees, and the joiners inside words.

Persian, Arabic, Hindi and other scripts part and join letters inside a word by two characters of no
width. Anywhere else they are a trap: two words that look alike are not.
"""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Categories of Unicode no cell may hold: controls, newlines, bidirectional overrides."""

_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufffc\ufffd\uffa0")
"""Letters and signs without a shape, and those that stand for a letter that was lost."""

_JOINERS = frozenset("\u200c\u200d")

_JOINED_SCRIPTS = frozenset({
    "ADLAM", "ARABIC", "ARABIC-INDIC", "BALINESE", "BENGALI", "CHAKMA", "DEVANAGARI", "GUJARATI",
    "GURMUKHI", "JAVANESE", "KANNADA", "KHMER", "LIMBU", "MALAYALAM", "MANDAIC", "MEETEI",
    "MONGOLIAN", "MYANMAR", "NEWA", "NKO", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU",
    "TIBETAN",
})  # fmt: skip
"""How Unicode begins the names of letters, marks and digits between which a joiner may stand."""

_MOST_MARKS = 6
"""Marks on one letter; more, and they grow over the lines above and below."""


def fault(cell: str) -> tuple[str, str] | None:
    """Return what was expected of a cell, and what to do; None where a reader sees all of it."""
    if cell.isascii() and cell.isprintable():  # nearly all are, and this is quick
        return None
    marks = 0
    for place, character in enumerate(cell):
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        name = unicodedata.name(character, f"U+{ord(character):04X}")
        if character in _JOINERS:
            around = cell[place - 1 : place] + cell[place + 1 : place + 2]
            if not (len(around) == 2 and all(map(_is_joined, around))):
                advice = f"Remove the character {name}."
                return "no joiner but inside a word of a script that needs it", advice
        elif category in _INVISIBLE or character in _BLANK:
            return "visible characters on one line", f"Remove the character {name}."
        elif marks > _MOST_MARKS:
            return f"{_MOST_MARKS} marks on a letter at most", f"Remove the character {name}."
    if once := _before_it_was_misread(cell):
        return f"{once!r}, if the file was read as something else than UTF-8", "Write it so."
    return None


def _is_joined(character: str) -> bool:
    words = unicodedata.name(character, "").removeprefix("EXTENDED ").split(" ")
    return words[0] in _JOINED_SCRIPTS and unicodedata.category(character)[0] in "LMN"


def _before_it_was_misread(cell: str) -> str:
    """Return what a cell was before its UTF-8 was read as Windows-1252; empty where that is not so.

    "Zürich" comes out as "ZÃ¼rich". Letters that happen to be UTF-8 read so are no language's.
    """
    try:
        return "" if cell.isascii() else cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""

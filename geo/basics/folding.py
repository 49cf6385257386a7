"""What is left of a name when spelling is no matter: case, accents, hyphens, an article before it.

`scripts/folding.js` does the same in the browser; a test holds one against the other.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"},
        **{"ħ": "h", "ŋ": "n", "ə": "e", "&": " and "},
        **{"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{MODIFIER LETTER APOSTROPHE}": " "},
        **{"\N{GREEK SMALL LETTER FINAL SIGMA}": "\N{GREEK SMALL LETTER SIGMA}"},
    }
)
"""Letters that are no other letter with an accent, and how people type them who lack them."""

_APART = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The text in small letters without accents, words apart by one space.

    >>> folded("  The CÔTE d’Ivoire "), folded("Côte d\N{MODIFIER LETTER APOSTROPHE}Ivoire")
    ('cote d ivoire', 'cote d ivoire')
    >>> folded("Türkiye"), folded("Guinea-Bissau")
    ('turkiye', 'guinea bissau')
    """
    bare = text
    if not text.isascii():  # most names have no letter to take apart
        bare = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", text)
            if not unicodedata.category(letter).startswith("M")
        )
    return _APART.sub(" ", bare.lower().translate(_LETTERS)).strip().removeprefix("the ")

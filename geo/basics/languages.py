"""Which language a reader is answered in, and what each is called by those who speak it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from geo.basics.choices import LANGUAGES, Language

OWN_NAMES: Final[dict[Language, str]] = {
    "en": "English",
    "nb": "norsk bokmål",
    "fi": "suomi",
    "et": "eesti",
    "lv": "latviešu",
    "lt": "lietuvių",
    "pl": "polski",
    "be": "беларуская",
    "uk": "українська",
}
"""As CLDR has them; no locale data are read to list them."""

USUAL: Final[Language] = "en"
"""What is spoken to a reader who asks for nothing else, and where a translation lacks a text."""

CHOICE: Final = "a language: {languages}; {usual} where none is named"
CHOICES: Final = {
    "languages": ", ".join(f"{language} ({OWN_NAMES[language]})" for language in LANGUAGES),
    "usual": USUAL,
}
EXPECTED: Final = CHOICE.format_map(CHOICES)
"""The languages that can be asked for, as command line and API list them."""

_ALSO = {"no": "nb", "nn": "nb"}
"""Languages whose readers read another of ours: Norwegian by its older code, and Nynorsk."""


def asked_for(code: str) -> Language | None:
    """The language of a code that is one of ours; None for another."""
    return next((language for language in LANGUAGES if language == code), None)


def of_environment(environment: Mapping[str, str]) -> Language:
    """The language in which a system speaks to its user, by the variables that say so (POSIX, 8.2);
    English where that is none of ours.
    """
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    code = re.split(r"[_.@]", next(filter(None, named), ""))[0].lower()
    return asked_for(_ALSO.get(code, code)) or USUAL


def chosen(wanted: Mapping[str, float]) -> Language:
    """The language for a browser, by those its Accept-Language names and the weight of each.

    English where it names none of ours, or refuses (weighs 0) those it names.
    """
    from babel.core import negotiate_locale

    most_first = sorted((name for name in wanted if wanted[name]), key=lambda n: -wanted[n])
    names = [_ALSO.get(name.split("-")[0].lower(), name) for name in most_first]
    found = negotiate_locale(names, LANGUAGES, sep="-", aliases={})
    return asked_for(found or "") or USUAL

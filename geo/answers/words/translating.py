"""Holds the catalogues against the English texts: what is missing, wrong, or no longer said.

`python -m geo.answers.words.translating` (`make words`) writes every catalogue anew, with what is
new in English to be translated and without what is gone, and all languages side by side as a sheet;
then it tells every fault there is.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import write_po
from babel.plural import to_gettext

from geo.answers.words.catalogue import CATALOGUES, read
from geo.answers.words.messages import CATALOGUED, Message, places
from geo.basics.atomic_files import write_whole
from geo.basics.choices import LANGUAGES, Language
from geo.basics.languages import USUAL
from geo.basics.problems import Problem
from geo.basics.safe_csv import to_csv

TRANSLATED: Final = tuple(language for language in LANGUAGES if language != USUAL)
SHEET: Final = Path("out/words.csv")

LONGEST: Final = 2.5, 30
"""How much longer a translation may be: so many times, and letters besides for what is short."""

_HEAD: Final = "# Ottawa Atlas in {language}. docs/translating.md says how to change it."
_LATIN: Final = "no Cyrillic letter", re.compile(r"[\u0400-\u04ff]")
_FOREIGN: Final[Mapping[Language, tuple[str, re.Pattern[str]]]] = {
    "be": ("none of и, щ, ъ", re.compile("[ищъИЩЪ]")),
    "uk": ("none of ы, э, ё, ъ", re.compile("[ыэёъЫЭЁЪ]")),
}
"""Letters that a language does not have; the others of ours are written in Latin ones."""
_TYPEWRITTEN: Final = re.compile("[<>&\"']")
"""What stands in markup and on old keyboards; a language has quotes of its own."""
_OF_THE_HOUR: Final = re.compile(
    r'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By).*\n',
    re.MULTILINE,
)
"""Headers that Babel writes and git knows better."""


def path_of(name: str, language: Language) -> Path:
    """Return where a catalogue of a language stands."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{name}.po"


def plural_forms(language: Language) -> str:
    """The header that says which form goes with which number, by CLDR."""
    return to_gettext(Locale.parse(language).plural_form)


def problems(path: Path, language: Language, messages: Sequence[Message]) -> Iterator[Problem]:
    """Every fault of a catalogue, by its line: of its header, and message by message.

    Raises AtlasError for a file that is no catalogue.
    """
    catalogue = read(path, language)
    expected = plural_forms(language)
    if "".join(catalogue.plural_forms.split()) != "".join(expected.split()):
        yield Problem(
            str(path), 1, "Plural-Forms", catalogue.plural_forms, expected, "Run make words."
        )
    forms = int(expected.partition(";")[0].partition("=")[2])
    for message in messages:
        entry = catalogue.get(message.english, message.context or None)
        if entry is None:
            yield Problem(
                str(path), 1, "msgid", message.english, "this text", "Run make words, translate it."
            )
        else:
            yield from _problems_of(path, language, message, entry, forms)
    known = {(message.english, message.context) for message in messages}
    for entry in catalogue:
        if entry.id and (_english(entry), entry.context or "") not in known:
            yield _problem(path, entry, _english(entry), "a text of the atlas", "Run make words.")


def _problems_of(
    path: Path, language: Language, message: Message, entry: Entry, forms: int
) -> Iterator[Problem]:
    said = _forms(entry)
    if len(said) != (forms if message.other else 1):
        expected = f"{forms} forms" if message.other else "one form"
        yield _problem(path, entry, " | ".join(said), expected, "Add or remove forms.")
        return
    if entry.fuzzy:
        yield _problem(path, entry, message.english, "a text that is sure", "Remove “fuzzy”.")
    wanted = places(message.english) | places(message.other)
    factor, letters = LONGEST
    longest = factor * max(len(message.english), len(message.other)) + letters
    letters_expected, foreign = _FOREIGN.get(language, _LATIN)
    for text in said:
        bare = re.sub(r"\{\w*\}", "", text)
        if not text:
            yield _problem(path, entry, message.english, "a translation", "Translate it.")
        elif places(text) != wanted:
            yield _problem(path, entry, text, f"with {' '.join(sorted(wanted))}", "Correct it.")
        elif len(text) > longest:
            yield _problem(path, entry, text, f"at most {longest:.0f} letters", "Shorten it.")
        elif foreign.search(bare):
            yield _problem(path, entry, text, letters_expected, "Correct it.")
        elif _TYPEWRITTEN.search(bare):
            yield _problem(path, entry, text, "quotes as “ ” or « », no markup", "Correct it.")
        elif len(bare) > letters and text == message.english:
            yield _problem(path, entry, text, "a translation, not the English", "Translate it.")


def _problem(path: Path, entry: Entry, value: str, expected: str, remedy: str) -> Problem:
    return Problem(str(path), entry.lineno or 1, "msgstr", value, expected, remedy)


def _name(language: Language) -> str:
    return str(Locale.parse(language).get_language_name(USUAL))


def _english(entry: Entry) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def renewed(path: Path, language: Language, messages: Sequence[Message]) -> str:
    """A catalogue with just these messages in their order, each as it was translated or empty."""
    kept = read(path, language) if path.exists() else Catalog(language)
    made = Catalog(language, header_comment=_HEAD.format(language=_name(language)), fuzzy=False)
    made.mime_headers = [("Plural-Forms", plural_forms(language))]
    for message in messages:
        entry = kept.get(message.english, message.context or None)
        made.add(
            (message.english, message.other) if message.other else message.english,
            entry.string if entry else "",
            context=message.context or None,
            flags=entry.flags if entry else (),
            auto_comments=entry.auto_comments if entry else (),
            user_comments=entry.user_comments if entry else (),
        )
    text = io.BytesIO()
    write_po(text, made, width=100, no_location=True)
    return _OF_THE_HOUR.sub("", text.getvalue().decode())


def sheet() -> str:
    """Every text in every language, side by side, as CSV."""
    rows: list[tuple[str, ...]] = []
    for name, listed in CATALOGUED.items():
        found = [read(path_of(name, each), each) for each in TRANSLATED]
        for message in listed():
            entries = [each.get(message.english, message.context or None) for each in found]
            said = [" | ".join(_forms(entry)) if entry else "" for entry in entries]
            rows.append((name, message.context, message.english, message.other, *said))
    return to_csv(("catalogue", "context", "English", "plural", *TRANSLATED), rows)


def _forms(entry: Entry) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",))


def main() -> int:
    """Renew the catalogues, write the sheet, tell the faults; 1 where there are any."""
    found: list[Problem] = []
    for name, listed in CATALOGUED.items():
        for language in TRANSLATED:
            path = path_of(name, language)
            write_whole(path, renewed(path, language, listed()).encode())
            found += problems(path, language, listed())
    SHEET.parent.mkdir(exist_ok=True)
    write_whole(SHEET, sheet().encode())
    print(*found, f"{SHEET}: {len(found)} faults", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

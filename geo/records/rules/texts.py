"""How what a reader reads is written: titles, sentences, questions, ids, and whose a page is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from geo.basics.problems import Problem
from geo.records.acts import act_kind
from geo.records.rows import NEVER_SIGNED
from geo.records.unchecked import Row, UncheckedRecord

LONGEST_TITLE = 90
"""Letters of a title that fit on one line of the page, and into a quotation."""

LONGEST_NAME = 60
"""Letters of a name that headings, pictures and lists have room for."""

LONGEST_WORD = 60
"""Letters of a word that no line has to break; the longest of the languages here have 30."""

_STOPS = (".", "\u0964", "\u06d4", "\u3002")
_QUESTION_MARKS = ("?", "\u061f", "\uff1f")
"""How sentences end: in Latin letters and others, in Hindi, in Urdu and Arabic, in Chinese."""

_NAMES = {
    "states": ("name",),
    "lengths": ("section",),
    "missing_borders": ("place",),
    "groups": ("group_name",),
    "lenses": ("lens_id",),
    "facts": ("programme", "unit"),
    "claims": ("topic",),
}
"""Columns of names, by the rows they are of."""

_READ = {
    "sources": ("publisher", "title", "note", "licence"),
    "states": ("name", "aliases", "note"),
    "events": ("title", "detail", "check_note"),
    "verifications": ("explanation",),
    "lengths": ("section", "leading_reason", "note", "check_note"),
    "missing_borders": ("place", "note"),
    "groups": ("group_name", "note"),
    "lenses": ("title", "note"),
    "metrics": ("units",),
    "facts": ("programme", "value", "unit", "summary"),
    "claims": ("topic", "paraphrase", "reason"),
    "disagreements": ("question", "reason", "note"),
    "versions": ("version",),
}
"""Columns of what a reader reads as words, by the rows they are of."""

_BREAKABLE = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")
"""How Unicode begins the names of letters between which a line may break without a space."""

HOMES = {
    "Anadolu": "aa.com.tr",
    "CIA World Factbook": "cia.gov",
    "Deutsche Welle": "dw.com",
    "Dziennik Ustaw": "gov.pl",
    "Human Rights Watch": "hrw.org",
    "Reuters": "reuters.com",
    "United Nations Treaty": "un.org",
    "Washington Post": "washingtonpost.com",
    "Wikipedia": "wikipedia.org",
}
"""Where these publish themselves; whoever leads elsewhere says whose copy it is."""

_COPY = re.compile(r"\b(?:via|copy)\b")
_SAID_IN = re.compile(r"\b(?:gave|said) in ([A-Z][a-z]+ \d{4})\.$")
"""How a summary ends that tells when somebody said something."""


def texts_are_spaced_once(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """No cell begins or ends with a space, or has two in a row."""
    for row in unchecked.rows():
        for column, cell in row.cells.items():
            if cell != cell.strip() or "  " in cell:
                expected = "text without spaces around it, and one between its words"
                yield row.problem(column, expected, "Remove the spaces that are too many.")


def titles_are_short_and_without_stop(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A title is one sentence that can be quoted inside another."""
    for row in unchecked.events:
        title = row.value.title
        yield from _capital(row, "title")
        if len(title) > LONGEST_TITLE:
            expected = f"{LONGEST_TITLE} letters at most, these are {len(title)}"
            yield row.problem("title", expected, "Move what is not needed into the detail.")
        if title.endswith(_STOPS):
            yield row.problem("title", "a title without its full stop", "Remove the stop.")


def sentences_are_whole(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What a reader reads as sentences begins with a capital or a figure and ends with a stop."""
    texts: tuple[tuple[Iterable[Row[object]], tuple[str, ...]], ...] = (
        (unchecked.sources, ("note",)),
        (unchecked.states, ("note",)),
        (unchecked.events, ("detail", "check_note")),
        (unchecked.verifications, ("explanation",)),
        (unchecked.lengths, ("leading_reason", "note", "check_note")),
        (unchecked.missing_borders, ("note",)),
        (unchecked.groups, ("note",)),
        (unchecked.lenses, ("note",)),
        (unchecked.facts, ("summary",)),
        (unchecked.claims, ("paraphrase", "reason")),
    )
    for rows, columns in texts:
        for row in rows:
            for column in columns:
                yield from _capital(row, column)
                yield from _end(row, column, _STOPS, "a full stop")
    for topic in unchecked.disagreements:
        yield from _capital(topic, "question")
        yield from _end(topic, "question", _QUESTION_MARKS, "a question mark")
        yield from _end(topic, "reason", _STOPS, "a full stop")
        yield from _end(topic, "note", _STOPS, "a full stop")


def names_and_words_fit(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """No name is longer than a heading has room for, and no word than a line."""
    for kind, columns in _NAMES.items():
        for row in getattr(unchecked, kind):
            for column in columns:
                if (length := len(row.cells[column])) > LONGEST_NAME:
                    expected = f"{LONGEST_NAME} letters at most, these are {length}"
                    yield row.problem(column, expected, "Give it the name people use.")
    for kind, columns in _READ.items():
        for row in getattr(unchecked, kind):
            for column in columns:
                if word := _longer_than_a_line(row.cells[column]):
                    expected = f"words of {LONGEST_WORD} letters at most, this one has {len(word)}"
                    yield row.problem(column, expected, "Part it, or write it shorter.", word)


def _longer_than_a_line(cell: str) -> str:
    """The first word of a cell that is too long for a line; empty where there is none."""
    if len(cell) <= LONGEST_WORD:
        return ""
    words = (word for word in cell.split() if len(word) > LONGEST_WORD)
    return next((word for word in words if not any(map(_may_break_after, word))), "")


def _may_break_after(letter: str) -> bool:
    return not letter.isascii() and unicodedata.name(letter, "").startswith(_BREAKABLE)


def copies_say_whose_they_are(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A publisher whose page lies elsewhere than at home is called by whom it is kept."""
    for row in unchecked.sources:
        source = row.value
        host = _host(source.url)
        for name, home in HOMES.items():
            away = source.publisher.startswith(name) and not f".{host}".endswith(f".{home}")
            if away and not _COPY.search(source.publisher):
                expected = f"a publisher with via or copy in it: the page is at {host or 'no host'}"
                yield row.problem("publisher", expected, "Say by whom the copy is kept.")


def what_was_said_is_of_its_month(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A summary that ends with the month of a statement is of that month."""
    for row in unchecked.facts:
        said = _SAID_IN.search(row.value.summary)
        if said and not row.value.as_of.words(long=True).endswith(said[1]):
            yield row.problem("as_of", f"a date in {said[1]}", "Correct it, or the summary.")


def notes_say_who_has_never_acted(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A state without an act is noted as such, and no other."""
    acted = {iso for row in unchecked.events if act_kind(row.value) for iso in row.value.iso_a3}
    for row in unchecked.states:
        state = row.value
        noted = NEVER_SIGNED in state.note
        if noted and state.iso_a3 in acted:
            yield row.problem(
                "note", f"a note without {NEVER_SIGNED}", "An act of it is on record."
            )
        elif not noted and state.iso_a3 not in {*acted, *unchecked.faulty_states}:
            advice = "No act of it is on record: add it, or say so in the note."
            yield row.problem("note", f"a note that says {NEVER_SIGNED}", advice)


def _host(url: str) -> str:
    """The host of an address; empty where there is none, or none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _capital(row: Row[object], column: str) -> Iterator[Problem]:
    cell = row.cells[column].strip()
    if cell and (cell[0].islower() or not cell[0].isalnum()):  # most scripts have no capitals
        expected = "a sentence that begins with a capital letter or a figure"
        yield row.problem(column, expected, "Begin it as one begins a sentence.")


def _end(row: Row[object], column: str, ends: tuple[str, ...], name: str) -> Iterator[Problem]:
    cell = row.cells[column].strip()
    if cell and not cell.endswith(ends):
        yield row.problem(column, f"a sentence that ends with {name}", "Write it to its end.")

"""How what a reader reads is written: titles, sentences, questions, ids, and whose a page is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from geo.basics.problems import Problem
from geo.records.acts import act_kind
from geo.records.rows import NEVER_SIGNED
from geo.records.unchecked import Row, UncheckedRecord

LONGEST_TITLE = 90
"""Letters of a title that fit on one line of the page, and into a quotation."""

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


def texts_are_spaced_once(draft: UncheckedRecord) -> Iterator[Problem]:
    """No cell begins or ends with a space, or has two in a row."""
    for row in draft.rows():
        for column, cell in row.cells.items():
            if cell != cell.strip() or "  " in cell:
                expected = "text without spaces around it, and one between its words"
                yield row.problem(column, expected, "Remove the spaces that are too many.")


def titles_are_short_and_without_stop(draft: UncheckedRecord) -> Iterator[Problem]:
    """A title is one sentence that can be quoted inside another."""
    for row in draft.events:
        title = row.value.title
        yield from _capital(row, "title")
        if len(title) > LONGEST_TITLE:
            expected = f"{LONGEST_TITLE} letters at most, these are {len(title)}"
            yield row.problem("title", expected, "Move what is not needed into the detail.")
        if title.endswith("."):
            yield row.problem("title", "a title without its full stop", "Remove the stop.")


def sentences_are_whole(draft: UncheckedRecord) -> Iterator[Problem]:
    """What a reader reads as sentences begins with a capital or a figure and ends with a stop."""
    texts: tuple[tuple[Iterable[Row[object]], tuple[str, ...]], ...] = (
        (draft.sources, ("note",)),
        (draft.states, ("note",)),
        (draft.events, ("detail", "check_note")),
        (draft.verifications, ("explanation",)),
        (draft.lengths, ("leading_reason", "note")),
        (draft.facts, ("summary",)),
        (draft.claims, ("paraphrase", "reason")),
    )
    for rows, columns in texts:
        for row in rows:
            for column in columns:
                yield from _capital(row, column)
                yield from _end(row, column, ".", "a full stop")
    for topic in draft.disagreements:
        yield from _capital(topic, "question")
        yield from _end(topic, "question", "?", "a question mark")
        yield from _end(topic, "reason", ".", "a full stop")
        yield from _end(topic, "note", ".", "a full stop")


def ids_of_events_name_states_and_year(draft: UncheckedRecord) -> Iterator[Problem]:
    """An event is found by its id, which holds the code of every state of it and its year."""
    for row in draft.events:
        event = row.value
        words = event.event_id.split("-")
        needed = (*(code.lower() for code in event.iso_a3), str(event.date.first.year))
        if missing := [word for word in needed if word not in words]:
            advice = "Name it after its states and its year; other tables may have to follow."
            yield row.problem("event_id", f"an id with {' and '.join(missing)} in it", advice)


def copies_say_whose_they_are(draft: UncheckedRecord) -> Iterator[Problem]:
    """A publisher whose page lies elsewhere than at home is called by whom it is kept."""
    for row in draft.sources:
        source = row.value
        host = _host(source.url)
        for name, home in HOMES.items():
            away = source.publisher.startswith(name) and not f".{host}".endswith(f".{home}")
            if away and not _COPY.search(source.publisher):
                expected = f"a publisher with via or copy in it: the page is at {host or 'no host'}"
                yield row.problem("publisher", expected, "Say by whom the copy is kept.")


def what_was_said_is_of_its_month(draft: UncheckedRecord) -> Iterator[Problem]:
    """A summary that ends with the month of a statement is of that month."""
    for row in draft.facts:
        said = _SAID_IN.search(row.value.summary)
        if said and not row.value.as_of.words(long=True).endswith(said[1]):
            yield row.problem("as_of", f"a date in {said[1]}", "Correct it, or the summary.")


def notes_say_who_has_never_acted(draft: UncheckedRecord) -> Iterator[Problem]:
    """A state without an act is noted as such, and no other."""
    acted = {iso for row in draft.events if act_kind(row.value) for iso in row.value.iso_a3}
    for row in draft.states:
        state = row.value
        noted = NEVER_SIGNED in state.note
        if noted and state.iso_a3 in acted:
            yield row.problem(
                "note", f"a note without {NEVER_SIGNED}", "An act of it is on record."
            )
        elif not noted and state.iso_a3 not in {*acted, *draft.faulty_states}:
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
    if cell and not (cell[0].isupper() or cell[0].isdigit()):
        expected = "a sentence that begins with a capital letter or a figure"
        yield row.problem(column, expected, "Begin it as one begins a sentence.")


def _end(row: Row[object], column: str, end: str, name: str) -> Iterator[Problem]:
    cell = row.cells[column].strip()
    if cell and not cell.endswith(end):
        yield row.problem(column, f"a sentence that ends with {name}", "Write it to its end.")


RULES = (
    texts_are_spaced_once,
    titles_are_short_and_without_stop,
    sentences_are_whole,
    ids_of_events_name_states_and_year,
    copies_say_whose_they_are,
    what_was_said_is_of_its_month,
    notes_say_who_has_never_acted,
)

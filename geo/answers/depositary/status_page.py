"""The depositary's status page of the Mine Ban Convention as typed rows.

The page is the UN Treaty Collection's "Status of treaties", chapter XXVI-5: a table of participants
(name, signature, instrument with a letter for its kind; brackets around what a withdrawal has
ended) and end notes that tell of each notice of withdrawal. Days are as the page gives them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from geo.answers.depositary import faults
from geo.answers.depositary.faults import changed, quoted
from geo.basics.errors import PageError

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEADINGS = ("Participant", "Signature", "Ratification")
"""How the headings of the three columns begin."""

SIGNED = {"": "signature"}
CONSENTED = {
    "": "ratification",
    "A": "acceptance",
    "AA": "approval",
    "a": "accession",
    "d": "succession",
}
"""Kinds of act by the letter behind the day, as the heading of the column explains them."""

_DAY = r"(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})"
_AS_AT = re.compile(r"STATUS AS AT ?: ?(\d{2})-(\d{2})-(\d{4})\b")
_COUNTS = re.compile(r"Signatories ?: ?(\d+)\.? ?Parties ?: ?(\d+)\.?")
_CELL = re.compile(rf"(\[?) ?{_DAY} ?([A-Za-z]*) ?(\]?)")
_NOTICE = re.compile(
    rf"On {_DAY}, the Government of .{{1,80}}? deposited with the Secretary-General a notification"
    rf" of withdrawal \([Ss]ee depositary notification (C\.N\.\d+\.\d{{4}})\.?(TREATIES-XXVI[-.]5)"
    rf" of {_DAY}\)\. The withdrawal (?:took|will take) effect for .{{1,80}}? on {_DAY} in"
    r" accordance with article 20 ?\(3\) of the Convention(, subject to the condition)?"
)
_WITHDRAWS = re.compile(r"notification of withdrawal|withdrawal (?:took|will take) effect")


@dataclass(frozen=True, slots=True)
class Entry:
    """A signature or an instrument: its day, its kind, and whether brackets say it has ended."""

    day: date
    kind: str
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of withdrawal, as an end note tells of it.

    `notification` is the depositary's circular, `C.N.360.2025.TREATIES-XXVI-5`, of `circulated`;
    `conditional` says that the day of effect stands under the condition of Article 20(3).
    """

    deposited: date
    notification: str
    circulated: date
    effect: date
    conditional: bool


@dataclass(frozen=True, slots=True)
class Participant:
    """A row of the table; `name` is the page's, `row` counts from 1 without the heading."""

    row: int
    name: str
    signature: Entry | None
    instrument: Entry | None
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class StatusPage:
    """The page: the day it is the status of, the counts it states, its rows, its SHA-256 in hex."""

    as_at: date
    signatories: int
    parties: int
    participants: tuple[Participant, ...]
    sha256: str


def load(path: Path) -> StatusPage:
    """Read a saved page. Raises PageError for a file that cannot be read or is not the page."""
    try:
        with path.open("rb") as file:
            content = file.read(faults.MOST_BYTES + 1)
    except OSError as error:
        raise PageError(f"{path}: {error.strerror or error}") from None
    return read(content)


def read(content: bytes) -> StatusPage:
    """Read the page as served. Raises PageError saying what it is where it is not the page."""
    faults.refuse_unread(content)
    page = LexborHTMLParser(content)
    faults.refuse_other_pages(content, page)
    signatories, parties = _counts(page)
    return StatusPage(
        as_at=_as_at(page),
        signatories=signatories,
        parties=parties,
        participants=tuple(_participants(page)),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def in_one_form(name: str) -> str:
    """A name as it is compared: one form of letters, plain apostrophes, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split())


def _as_at(page: LexborHTMLParser) -> date:
    text = _text(page, faults.STATUS_AS_AT)
    found = _AS_AT.search(text)
    day = found and _date(int(found[3]), int(found[2]), int(found[1]))
    if not day:
        raise changed(f"{quoted(text)} for the day of the status", "STATUS AS AT : DD-MM-YYYY")
    return day


def _counts(page: LexborHTMLParser) -> tuple[int, int]:
    text = _text(page, faults.COUNTS)
    found = _COUNTS.search(text)
    if not found:
        raise changed(f"{quoted(text)} for the counts", "Signatories : N. Parties : N")
    return int(found[1]), int(found[2])


def _participants(page: LexborHTMLParser) -> Iterator[Participant]:
    rows = page.css(f"{faults.TABLE} tr")
    _expect_headings(rows[:1])
    notes = _notes(page)
    for number, row in enumerate(rows[1:], 1):
        cells = row.css("td")
        if len(cells) != len(HEADINGS):
            raise changed(f"{len(cells)} cells in row {number}", f"{len(HEADINGS)}")
        name, referred = _name(cells[0])
        signature, instrument = (
            _entry(cell, kinds, f"row {number} ({quoted(name)}), column {column}")
            for cell, column, kinds in zip(
                cells[1:], HEADINGS[1:], (SIGNED, CONSENTED), strict=True
            )
        )
        notices = [notes.pop(note) for note in referred if note in notes]
        if len(notices) > 1:
            raise changed(f"{len(notices)} notices of withdrawal for {quoted(name)}", "one")
        yield Participant(number, name, signature, instrument, notices[0] if notices else None)
    if notes:
        told = ", ".join(map(quoted, notes))
        raise changed(f"notices of withdrawal (note {told}) no row refers to", "a row for each")


def _expect_headings(heading: list[LexborNode]) -> None:
    found = [_squeezed(cell) for row in heading for cell in row.css("td, th")]
    fit = len(found) == len(HEADINGS)
    if not fit or not all(map(str.startswith, found, HEADINGS)):
        columns = ", ".join(map(quoted, found)) or "no heading"
        raise changed(f"the columns {columns}", ", ".join(HEADINGS))


def _name(cell: LexborNode) -> tuple[str, tuple[str, ...]]:
    """The name of a participant, and the end notes it refers to."""
    references = cell.css("sup")
    notes = [n for reference in references for n in re.findall(r"\d+", reference.text())]
    for reference in references:
        reference.decompose()
    return in_one_form(cell.text()), tuple(notes)


def _entry(cell: LexborNode, kinds: Mapping[str, str], place: str) -> Entry | None:
    text = _squeezed(cell)
    if not text:
        return None
    found = _CELL.fullmatch(text)
    day = found and _written(found[2], found[3], found[4])
    if not found or not day or found[5] not in kinds or bool(found[1]) != bool(found[6]):
        letters = " or ".join(letter or "no letter" for letter in kinds)
        expected = f"a day as 4 Dec 1997, {letters}, both brackets or none"
        raise changed(f"{quoted(text)} in {place}", expected)
    return Entry(day, kinds[found[5]], bool(found[1]))


def _notes(page: LexborHTMLParser) -> dict[str, Notice]:
    """The end notes that tell of a withdrawal, by number."""
    notices = {}
    for note in page.css("div.divNotesAll"):
        anchor = note.css_first("a[name]")
        number = (anchor.attributes.get("name") or "") if anchor else ""
        text = _squeezed(note).removeprefix(number).strip()
        if _WITHDRAWS.search(text):
            notices[number] = _notice(text, number)
    return notices


def _notice(text: str, number: str) -> Notice:
    found = _NOTICE.search(text)
    days = [_written(*found.group(i, i + 1, i + 2)) for i in (1, 6, 9)] if found else []
    if not found or None in days:
        expected = "the notice, its circular and its effect in the words of 2025"
        raise changed(f"{quoted(text)} in end note {quoted(number)}", expected)
    deposited, circulated, effect = (day for day in days if day)
    notification = f"{found[4]}.{found[5].replace('XXVI.5', 'XXVI-5')}"
    return Notice(deposited, notification, circulated, effect, bool(found[12]))


def _text(page: LexborHTMLParser, place: str) -> str:
    node = page.css_first(place)
    return _squeezed(node) if node else ""


def _squeezed(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _written(day: str, month: str, year: str) -> date | None:
    """A day as the page writes it, 4 Dec 1997; None for one no calendar has."""
    return _date(int(year), MONTHS.index(month) + 1, int(day)) if month in MONTHS else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""What a picture says beside the map: notes, description and file name."""

from __future__ import annotations

from geo.answers.words import english, held
from geo.answers.words.extents import DETAIL, REGIONS
from geo.answers.words.headline import headline
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP, PRACTICE_KEYS, STATUS_KEYS, possible_words
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.answers.words.status_words import MARKED
from geo.answers.words.what_if import MARK
from geo.atlas import View
from geo.basics.boxes import Box, written
from geo.basics.choices import Extent
from geo.basics.file_names import borders_part, file_name
from geo.basics.formats import long_date
from geo.treaty import LegalStatus, Practice

TITLE = "Who is bound by the Mine Ban Convention"
SOURCES = (
    "Sources. Treaty status: the UN depositary’s list and the acts of the states. Lengths: the"
    f" leading published figure for each border ({LAND_LINE_WORDS}). {english.FLANK['rounding']}"
    " Borders: Natural Earth, 1:10m."
)


def record_note(view: View) -> str:
    """Against which page the record was held, and what that means for a day later than the page."""
    later = held.later_words(view.held, view.day)
    return " ".join(filter(None, (f"{held.sentence(view.held, long=True)}.", later)))


def licence_note(checksum: str, projection: str) -> str:
    """Whose the picture is, and which data and projection it was made with."""
    return (
        f"Map: Ottawa Atlas, CC BY 4.0. Natural Earth: public domain. Data version {checksum[:8]}."
        f" Projection: {projection}."
    )


def data_note(version: str) -> str:
    """Whose a sheet of paper is, and which data it was made of."""
    return (
        f"Ottawa Atlas, CC BY 4.0. Borders: Natural Earth (public domain). Data version {version}"
    )


def address_note(permalink: str) -> str:
    """Where the atlas shows the same day, whatever host it stands on."""
    return f"Address on the atlas’s page: {permalink}"


def drawn_words(box: Box) -> str:
    """Which box of degrees the map shows; an asked one lies within it."""
    return f"Drawn: {written(box)} (west, south, east, north in degrees)."


def alt_text(view: View, extent: Extent | str = "flank") -> str:
    """A description of the picture for those who do not see it, in sentences."""
    sentences = [
        f"Map of {REGIONS.get(extent, REGIONS[DETAIL])}: states by their legal status under the"
        f" Mine Ban Convention on {long_date(view.day)}.",
        headline(view),
    ]
    for status in LegalStatus:
        names = [view.states[i].name for i in MARKED if view.states[i].legal_status is status]
        if names:
            words = STATUS_KEYS[status].words
            sentences.append(f"{words}: {', '.join(names)}.")
    for statuses in dict.fromkeys(state.statuses for state in view.unknown):
        names = [state.name for state in view.unknown if state.statuses == statuses]
        sentences.append(f"{possible_words(statuses)}: {', '.join(names)}.")
    for practice, words in PRACTICE_KEYS.items():
        names = [s.name for s in view.states.values() if s.practice is practice]
        if practice is not Practice.NONE and names:
            sentences.append(f"{words}: {', '.join(names)}.")
    if view.supposed:
        sentences.insert(0, f"{MARK}.")
    sentences += [record_note(view), NOT_A_MINEFIELD_MAP]
    return " ".join(sentences)


def filename(view: View, extent: Extent | str = "flank", suffix: str = "png", *unusual: str) -> str:
    """The name to keep a picture under: ottawa-atlas-flank-2026-02-20.png.

    `unusual` are words for what else tells it from the usual one; empty ones are left out.
    """
    region = extent if extent in REGIONS else DETAIL
    ending = suffix.lstrip(".").lower()
    supposed = "what-if" if view.supposed else ""
    return file_name(ending, region, view.day, borders_part(view.worldview), *unusual, supposed)


def supposed_query(view: View) -> str:
    """What an address has to name besides where the view rests on supposed acts; else nothing."""
    supposed = ",".join(map(str, view.supposed))
    return f"&what_if={supposed}" if supposed else ""

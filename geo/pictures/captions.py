"""What a picture says beside the map: notes, description and file name."""

from __future__ import annotations

from datetime import date

from geo.answers.words import english, held
from geo.answers.words.extents import DETAIL, REGIONS
from geo.answers.words.headline import headline
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP, PRACTICE_KEYS, STATUS_KEYS, possible_words
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.answers.words.status_words import MARKED
from geo.answers.words.what_if import MARK
from geo.atlas import View
from geo.basics.boxes import Box, written
from geo.basics.choices import FLANK_LENS, Extent
from geo.basics.file_names import borders_part, file_name, lens_part
from geo.basics.formats import long_date
from geo.treaty import LegalStatus, Practice

TITLE = "Who is bound by the Mine Ban Convention"
_STATUS_SOURCE = (
    "Sources. Treaty status: the UN depositary’s list and the acts of the states. Lengths: the"
    f" leading published figure for each border ({LAND_LINE_WORDS})"
)
_LINE_SOURCE = "Borders: Natural Earth, 1:10m."
SOURCES = f"{_STATUS_SOURCE}. {english.FLANK['rounding']} {_LINE_SOURCE}"
SOURCES_OF_LENS = (
    f"{_STATUS_SOURCE} where the record has one, else computed, so that the sum is the length of no"
    f" border to quote. {_LINE_SOURCE}"
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


def region_of(extent: Extent, lens: str, box: Box | None = None) -> str:
    """What a picture frames, as its description has it: the view of another lens is its own."""
    of_lens = lens != FLANK_LENS and extent == "flank"
    return DETAIL if box or of_lens else extent


def alt_text(view: View, extent: Extent | str = "flank", sentence: str = "") -> str:
    """A description of the picture for those who do not see it, in sentences.

    `sentence` is that of the line it tells of, where that is not the flank's.
    """
    sentences = [
        f"Map of {REGIONS.get(extent, REGIONS[DETAIL])}: states by their legal status under the"
        f" Mine Ban Convention on {long_date(view.day)}.",
        sentence or headline(view),
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


def alt_text_of_two(before: View, after: View, extent: Extent | str, sentence: str) -> str:
    """A description of a picture of two days; `sentence` says what changed between them."""
    sentences = [
        f"Two maps of {REGIONS.get(extent, REGIONS[DETAIL])}: states by their legal status under"
        f" the Mine Ban Convention on {long_date(before.day)} and on {long_date(after.day)}.",
        sentence,
        record_note(after),
        NOT_A_MINEFIELD_MAP,
    ]
    return " ".join([f"{MARK}.", *sentences] if after.supposed else sentences)


def filename(
    view: View,
    extent: Extent | str = "flank",
    suffix: str = "png",
    *unusual: str,
    lens: str = FLANK_LENS,
    compare: date | None = None,
) -> str:
    """The name to keep a picture under: ottawa-atlas-flank-2026-02-20.png.

    With a day to `compare` it names both: ottawa-atlas-flank-2025-01-01-and-2026-02-20.png.
    `unusual` are words for what else tells it from the usual one; empty ones are left out.
    """
    region = extent if extent in REGIONS else DETAIL
    ending = suffix.lstrip(".").lower()
    supposed = "what-if" if view.supposed else ""
    region = lens_part(region, lens)
    days: list[str | date] = [view.day]
    if compare and compare != view.day:
        first, last = sorted((view.day, compare))
        days = [first, "and", last]
    return file_name(ending, region, *days, borders_part(view.worldview), *unusual, supposed)

"""What a picture says beside the map: notes, description and file name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geo.answers.words import held
from geo.answers.words import picture as words
from geo.answers.words.extents import DETAIL, REGIONS
from geo.answers.words.headline import headline
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP, PRACTICE_KEYS, STATUS_KEYS, possible_words
from geo.answers.words.status_words import MARKED
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import MARK
from geo.atlas import StateView, View
from geo.basics.boxes import Box
from geo.basics.choices import FLANK_LENS, Extent, Language
from geo.basics.file_names import borders_part, file_name, lens_part
from geo.basics.languages import USUAL
from geo.treaty import LegalStatus, Practice


def record_note(view: View, tongue: Tongue = ENGLISH) -> str:
    """Against which page the record was held, and what that means for a day later than the page."""
    later = held.later_words(view.held, view.day, tongue)
    against = held.sentence(view.held, tongue, long=True).removesuffix(".")  # a date may bring one
    return " ".join(filter(None, (f"{against}.", later)))


def data_note(version: str, tongue: Tongue = ENGLISH) -> str:
    """Whose a sheet of paper is, and which data it was made of."""
    return tongue.text(words.OF_A_SHEET, version=version)


def address_note(permalink: str, tongue: Tongue = ENGLISH) -> str:
    """Return where the atlas shows the same day, whatever host it stands on."""
    return tongue.text(words.ADDRESS, address=permalink)


def region_of(extent: Extent, lens: str, box: Box | None = None) -> str:
    """Name what a picture frames, for its description: the view of another lens is its own."""
    of_lens = lens != FLANK_LENS and extent == "flank"
    return DETAIL if box or of_lens else extent


def alt_text(
    view: View, extent: Extent | str = "flank", sentence: str = "", tongue: Tongue = ENGLISH
) -> str:
    """A description of the picture for those who do not see it, in sentences.

    `sentence` is that of the line it tells of, where that is not the flank's.
    """
    sentences = [
        tongue.text(words.MAP_OF.get(extent, words.MAP_OF[DETAIL]), day=tongue.on(view.day)),
        sentence or headline(view, tongue),
    ]

    def named(said: str, states: Iterable[StateView]) -> None:
        names = ", ".join(tongue.state(state.iso_a3, state.name) for state in states)
        if names:
            sentences.append(f"{said}: {names}.")

    for status in LegalStatus:
        marked = (view.states[i] for i in MARKED if view.states[i].legal_status is status)
        named(tongue.text(STATUS_KEYS[status].words), marked)
    for statuses in dict.fromkeys(state.statuses for state in view.unknown):
        unknown = (state for state in view.unknown if state.statuses == statuses)
        named(possible_words(statuses, tongue), unknown)
    for practice, said in PRACTICE_KEYS.items():
        if practice is not Practice.NONE:
            named(tongue.text(said), (s for s in view.states.values() if s.practice is practice))
    if view.supposed:
        sentences.insert(0, f"{tongue.text(MARK)}.")
    sentences += [record_note(view, tongue), tongue.text(NOT_A_MINEFIELD_MAP)]
    return " ".join(sentences)


def alt_text_of_two(
    before: View,
    after: View,
    extent: Extent | str,
    sentence: str,
    tongue: Tongue = ENGLISH,
) -> str:
    """A description of a picture of two days; `sentence` says what changed between them."""
    days = {"first": tongue.on(before.day), "last": tongue.on(after.day)}
    sentences = [
        tongue.text(words.TWO_MAPS_OF.get(extent, words.TWO_MAPS_OF[DETAIL]), **days),
        sentence,
        record_note(after, tongue),
        tongue.text(NOT_A_MINEFIELD_MAP),
    ]
    if after.supposed:
        sentences.insert(0, f"{tongue.text(MARK)}.")
    return " ".join(sentences)


def filename(
    view: View,
    extent: Extent | str = "flank",
    suffix: str = "png",
    *unusual: str,
    lens: str = FLANK_LENS,
    compare: date | None = None,
    language: Language = USUAL,
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
    spoken = "" if language == USUAL else language
    return file_name(
        ending, region, *days, borders_part(view.worldview), *unusual, spoken, supposed
    )

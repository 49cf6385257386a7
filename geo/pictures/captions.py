"""What a picture says beside the map: notes, description and file name."""

from __future__ import annotations

from datetime import date

from geo.answers.words import held
from geo.answers.words.headline import day_words, headline, long_date, short_date
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP, PRACTICE_KEYS, STATUS_KEYS, possible_words
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.answers.words.status_words import label_words
from geo.atlas import FLANK, View
from geo.pictures.frames import Extent
from geo.treaty import LegalStatus, Practice

TITLE = "Who is bound by the Mine Ban Convention"
REGIONS: dict[str, str] = {
    "flank": "the Baltic-Arctic flank",
    "europe": "Europe",
    "world": "the world",
    "detail": "a part of the world",
}
MARKED = (*FLANK, "BLR")
"""The states whose standing is written under their name."""

REMAINS_BOUND = "remains bound"

WORLDVIEWS = {
    "un": (
        "Borders after the resolutions of the UN General Assembly: Crimea is drawn as Ukraine’s"
        " (resolution 68/262)."
    ),
    "de_facto": (
        "Borders as Natural Earth draws them, by control on the ground; no opinion on sovereignty"
        " is meant."
    ),
}
SOURCES = (
    "Sources. Treaty status: the UN depositary’s list and the acts of the states. Lengths: the"
    f" leading published figure for each border ({LAND_LINE_WORDS}). Borders: Natural Earth, 1:10m."
)


def standing_of(view: View, iso_a3: str) -> str:
    """A few words under a state's name, empty where the colour says enough."""
    state = view.states.get(iso_a3)
    if state is None or iso_a3 not in MARKED:
        return ""
    if state.legal_status is None:
        return label_words(state)
    # A day that is not known is too long for the map; the table beside it has it.
    if state.legal_status is LegalStatus.WITHDRAWN and state.since:
        return f"left {short_date(state.since)}" if isinstance(state.since, date) else "left"
    if state.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED:
        leaves = state.withdrawal_effective
        return f"leaves {short_date(leaves)}" if isinstance(leaves, date) else "withdrawal notified"
    some_leave = view.flank.left or view.counts[LegalStatus.WITHDRAWAL_NOTIFIED]
    return REMAINS_BOUND if state.bound and some_leave else ""


def standing_since(view: View, iso_a3: str) -> str:
    """A state's standing and its date, for a table: "bound since 1 Mar 1999"."""
    state = view.states[iso_a3]
    since = day_words(state.since) if state.since else ""
    match state.legal_status:
        case None:
            return possible_words(state.statuses).lower()
        case LegalStatus.PARTY:
            return f"bound since {since}"
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            leaves = state.withdrawal_effective
            return f"bound, leaves {day_words(leaves)}" if leaves else "bound, notified"
        case LegalStatus.WITHDRAWN:
            return f"left {since}"
        case LegalStatus.CONSENTED:
            return f"consented {since}"
        case LegalStatus.SIGNATORY:
            return f"signed {since}"
        case LegalStatus.NOT_PARTY:
            return "not a party"


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


def alt_text(view: View, extent: Extent | str = "flank") -> str:
    """A description of the picture for those who do not see it, in sentences."""
    sentences = [
        f"Map of {REGIONS.get(extent, REGIONS['detail'])}: states by their legal status under the"
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
    sentences += [record_note(view), NOT_A_MINEFIELD_MAP]
    return " ".join(sentences)


def filename(view: View, extent: Extent | str = "flank", suffix: str = "png") -> str:
    """The name to keep a picture under: ottawa-atlas-flank-2026-02-20.png."""
    region = extent if extent in REGIONS else "detail"
    worldview = "" if view.worldview == "un" else "-de-facto"
    return f"ottawa-atlas-{region}-{view.day.isoformat()}{worldview}.{suffix.lstrip('.').lower()}"

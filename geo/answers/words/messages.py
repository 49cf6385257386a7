"""Every English text that a catalogue translates, by the catalogue it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import ModuleType
from typing import Final, NamedTuple

from babel import Locale

from geo.answers.words import (
    address,
    alone,
    border_totals,
    citing,
    comparison,
    controls,
    course_chart,
    expected,
    exports,
    extents,
    figures,
    following,
    glossary,
    held,
    help,
    legal_basis,
    legend,
    length_meaning,
    lenses,
    map_words,
    method,
    most_read,
    page,
    panel,
    picture,
    problems,
    programmes,
    refusals,
    search,
    sentences,
    skip_links,
    status_words,
    tabs,
    terminal,
    usage,
    what_if,
    widgets,
    worldviews,
)
from geo.answers.words.headline import possessive
from geo.answers.words.state_names import state_name
from geo.answers.words.tongue import A_DATE, IN_A_DATE
from geo.atlas import supposed
from geo.basics import atomic_files, dates
from geo.basics.choices import WORLDVIEWS
from geo.borders import BORDERS_DIR, area_table
from geo.borders import names as border_names
from geo.borders.loading import load as load_borders
from geo.records.loading import load
from geo.records.rows import STAGES


class Message(NamedTuple):
    """A text as a catalogue knows it: `other` is its plural, empty for what is not counted."""

    english: str
    other: str = ""
    context: str = ""


_LETTER: Final = re.compile(r"[^\W\d_]")
_PLACE: Final = re.compile(r"\{\w*\}")
_CLAUSES: Final = 2
"""How many places a text has at most that puts no clauses together."""
_FLANK: Final = ("Norway", "Finland", "Estonia", "Latvia", "Lithuania", "Poland")
"""The states of the flank, whose border a sentence may call theirs."""


def places(text: str) -> frozenset[str]:
    """The names in braces that a text leaves to be filled in."""
    return frozenset(_PLACE.findall(text))


def sentence_messages() -> list[Message]:
    """The sentences of a day, and the forms of words that stand in them."""
    return _once(
        *_of([_own(sentences, "COLUMN", "LENGTH", "OWNER", "STATUS_HEADS", *_PARTS)]),
        *_of(sentences.STATUS_HEADS, context=sentences.COLUMN),
        Message(sentences.BETWEEN, context=sentences.LENGTH),
        *_of(map(possessive, _FLANK), context=sentences.OWNER),
        *_of(dates.MONTHS, context=IN_A_DATE),
        Message(A_DATE, context=IN_A_DATE),
        *_of([dates.BETWEEN, dates.ON_OR_AFTER], context=IN_A_DATE),
        *_of([dates.BETWEEN, dates.ON_OR_AFTER, legend.POSSIBLY, what_if.CLAUSES]),
        *_of([status_words.SINCE, status_words.BOUND_UNTIL, status_words.BOUND_IN_CONFLICT]),
        *_of([border_totals.LIE, border_totals.IN_SUM, border_totals.NO_LINE]),
        *_of([border_totals.OF_A_STATE, border_totals.OF_BOTH, border_totals.ONE_SIDE]),
        *_of([border_totals.NOT_KNOWN, border_totals.NOT_KNOWN_BUT, border_totals.NO_STATUS]),
        *_of([border_totals.IS, _lines()]),
        *_of([status_words.IN_FORCE_ON, status_words.IN_DOUBT]),
        *_of([_own(legal_basis, "IN_LAW", "ENGLISH", "CONSENTS", "CONVENTION")]),
        *_of([text for name, text in vars(what_if).items() if name.startswith("EFFECT_")]),
    )


@cache
def _lines() -> tuple[str, ...]:
    """Return what the border lines of the record are called."""
    return tuple(lens.title for lens in load().lenses)


_PARTS: Final = ("CONVENTION", "COVERED", "FLANK_BORDER", "SUPPOSING", "OPENINGS")
"""What English sentences are made of, and no others are."""


def label_messages() -> list[Message]:
    """The labels and sentences of page, map, dossier and paper.

    Not yet the few that still stand inside others: nobody can decline a part of a sentence.
    """
    return _once(
        *_of(
            [
                status_words.REMAINS_BOUND,
                glossary.TITLE,
                panel.LEADING_KM,
                panel.RANGE,
                panel.DOSSIER,
                panel.FLANK,
            ]
        ),
        *_of([lenses.LENS, panel.STATES, _own(map_words), controls.CONTROLS, page.FIRST_VIEW]),
        *_of([_own(address), picture.PAPER, _own(search), controls.STEPS, following.FOLLOWING]),
        *_of([page.KEPT, page.ARRIVING, _own(panel), _own(controls)]),
        *_of([_own(following, "EFFECTS"), following.EFFECTS["entry_into_force"]]),
        *_of(
            [
                _own(lenses),
                _own(page),
                _own(exports),
                _own(tabs),
                _own(method),
                glossary.ASKED,
                _own(picture),
            ]
        ),
        *_of([skip_links.SKIP_LINKS, comparison.CHANGE_WORDS]),
        *_of([comparison.CHANGED, comparison.SINCE, comparison.STANDS_OTHERWISE]),
        *_of([comparison.COUNTS, comparison.BOTH_DAYS, comparison.OTHER_DAY]),
        *_of([comparison.WORDS, comparison.OPENINGS]),
        *_of([comparison.FIELD, comparison.ONE_DAY, extents.LABELS, extents.REGIONS]),
        *_of([worldviews.LABELS, worldviews.SENTENCES, border_totals.SIDES_WORDS]),
        *_of([border_totals.FLANK_COVERED, border_totals.WITH_A_BOUND_SIDE]),
        *_of([border_totals.BOTH_BOUND, border_totals.NEITHER_BOUND]),
        *_of([border_totals.SUM_WORDS, expected.WORDS["lens"]]),
        *_of([key.words for key in legend.STATUS_KEYS.values()]),
        *_of([legend.POSSIBLE, legend.PRACTICE_KEYS, legend.NOT_A_MINEFIELD_MAP]),
        *_of([words for name, words in vars(legend).items() if name.endswith("_WORDS")]),
        *_of([_own(widgets), status_words.NOTIFIED]),
        *_of([status_words.DECLARES_SUSPENSION, status_words.NOTICE_GIVEN]),
        *_of([status_words.LABELS, status_words.UNTIL, status_words.LEFT_ON]),
        *_of([status_words.LEAVES_ON, status_words.BOUND_SINCE, status_words.CONSENTED_ON]),
        *_of([status_words.SIGNED_ON, status_words.BOUND_LEAVES, status_words.BOUND_NOTIFIED]),
        *_of([status_words.EARLIEST, status_words.LATEST]),
        *_of([_own(held, "DEPOSITARY_PAGE"), _own(citing), _own(programmes), _own(course_chart)]),
        *_of([what_if.MARK, what_if.IN_LAW, what_if.HYPOTHETICAL]),
        *_of([what_if.TO_THE_RECORD, what_if.MENU, what_if.EXPLAINED, what_if.DOES]),
        *_of([what_if.STATE, what_if.ACT, what_if.DAY, what_if.SUPPOSE]),
        *_of([(term.word, term.meaning) for term in glossary.GLOSSARY]),
        *_of([length_meaning.LAND_LINE_WORDS, length_meaning.LEADING_WORDS]),
        *_of([length_meaning.COMPUTED_WORDS, length_meaning.UNSAID]),
        *_of([length_meaning.ALONE, length_meaning.BEYOND, length_meaning.COUNTS]),
        *_of([length_meaning.COUNTS_WORKED_OUT, length_meaning.WORKED_OUT]),
        *_of([length_meaning.ANOTHER, refusals.CANNOT_STAND]),
    )


def note_messages() -> list[Message]:
    """List what the record says by itself: notes, programmes, parts of borders, facts."""
    rows = area_table.read(BORDERS_DIR / area_table.FILE)
    places = border_names.read(frozenset(row.area_id for row in rows)).places
    borders = [load_borders(worldview) for worldview in WORLDVIEWS]
    drawn = [area for one in borders for area in one.areas]
    # What lies apart: "French Guiana". That of the flank has its words from the picture.
    parts = {segment.part for one in borders for segment in one.segments}
    coded = Locale.parse("nb")  # CLDR knows the same codes in every language
    lands = [row for row in rows if row.standing != "state"]
    return _once(
        *_of([lens.note for lens in load().lenses]),
        *_of([length.section for length in load().lengths], context=length_meaning.STRETCH),
        *_of([land.name for land in lands if not state_name(coded, land.area_id)]),
        *_of(sorted(parts - {"", picture.KALININGRAD})),
        *_of([land.note for land in lands]),
        *_of([area.note for area in drawn if area.standing != "state"]),
        *_of([(place.names[0], place.note) for place in places]),
        *_of([most_read.OURS]),
        *_of([fact.programme for fact in load().facts if fact.stage in STAGES]),
        *_of([fact.summary for fact in load().facts if fact.fact_id in most_read.FACTS]),
    )


def alone_messages() -> list[Message]:
    """Return what frame, file and site say by themselves, and no other page does."""
    said = {message.english for message in (*sentence_messages(), *label_messages())}
    return [message for message in _once(*_of([_own(alone)])) if message.english not in said]


def asked_messages() -> list[Message]:
    """List what is said to what cannot be answered: by API, command line and page."""
    others = (*sentence_messages(), *label_messages(), *alone_messages())
    said = {message.english for message in others}
    found = _of(
        [
            _own(problems),
            _own(terminal),
            _own(usage),
            _own(help),
            _own(figures),
            [expected.WORDS, expected.NO_PARAMETER, expected.NO_PARAMETER_HERE],
            [expected.NONE_BUT, expected.ONCE, expected.NOT_AFTER, expected.ONE_OF],
            [expected.A_DAY_TO],
            [supposed.NO_ACT, supposed.NOTHING, supposed.TOO_MANY, supposed.NO_KIND],
            [atomic_files.NO_FOLDER, atomic_files.NOT_WRITTEN],
            [supposed.NO_DAY, supposed.NOT_COVERED, supposed.NO_STATE],
            [refusals.CANNOT, refusals.RULES, refusals.CAN, refusals.CAN_SIGN],
            [refusals.ALREADY, refusals.OPENED, refusals.ON_RECORD, refusals.NOT_KNOWN],
            [refusals.NO_CONFLICT, refusals.IN_CONFLICT, refusals.SIGNATURE_ENDED],
        ]
    )
    return [message for message in _once(*found) if message.english not in said]


CATALOGUED: Final = {
    "sentences": sentence_messages,
    "atlas": label_messages,
    "alone": alone_messages,
    "asked": asked_messages,
    "notes": note_messages,
}
"""What each catalogue holds, by the name of its file."""


def _own(module: ModuleType, *but: str) -> list[object]:
    """List what a module of words says by itself: its constants, but those left out."""
    public = {name: value for name, value in vars(module).items() if name.isupper()}
    return [value for name, value in public.items() if not name.startswith("_") and name not in but]


def _of(texts: Iterable[object], context: str = "") -> Iterator[Message]:
    """The messages in texts, however they are put together; what has no letter is none, but where
    it puts several clauses together.
    """
    for each in texts:
        if isinstance(each, str):
            if _LETTER.search(_PLACE.sub("", each)) or len(places(each)) > _CLAUSES:
                yield Message(each, context=context)
        elif isinstance(each, Mapping):
            if each.keys() == {"one", "other"}:
                yield Message(each["one"], each["other"], context)
            else:
                yield from _of(each.values(), context)
        elif is_dataclass(each) and not isinstance(each, type):
            yield from _of((getattr(each, field.name) for field in fields(each)), context)
        elif isinstance(each, Iterable):
            yield from _of(each, context)


def _once(*messages: Message) -> list[Message]:
    """Each once; a text that is counted somewhere serves where it is not."""
    counted = {(message.english, message.context) for message in messages if message.other}
    kept = [m for m in messages if m.other or (m.english, m.context) not in counted]
    return list(dict.fromkeys(kept))

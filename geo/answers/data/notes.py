"""What every answer carries: compiled to which day, of which data, on what terms, from whom.

An answer names its sources by id, row by row; `written_out` says each once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from geo.answers.data.credits import ATTRIBUTION, LICENCE, Licence, data_version
from geo.answers.words import held, what_if
from geo.answers.words.headline import with_article
from geo.answers.words.held import HeldAnswer
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.basics.choices import Language
from geo.basics.shapes import closed, shaped
from geo.borders import Worldview

UNITS = (
    "Days are ISO 8601; two of them with a slash are an EDTF interval, within which the day is not"
    " known. Null is what is not known, too: legal_status, bound, neighbour_bound, covered; then"
    " possible_statuses has more than one. Names ending in _km are kilometres: computed_km the"
    " geodesic length on WGS 84 of a 1:10m line, leading_km the leading published figure of a"
    f" named source of any tier: {LAND_LINE_WORDS}. leading_counts has what it counts,"
    " leading_worked_out the sum where the atlas made it, leading_meaning both in words and what"
    " figures of other meaning give; published_min_km and published_max_km are the range of all"
    " figures for that line or of no stated meaning. Codes are ISO 3166-1 alpha-3."
)


@closed
class SourceAnswer(TypedDict):
    """Where something is said."""

    source_id: str
    publisher: str
    title: str
    date: str | None
    """As exact as the source: a day, a month, a year; null for an undated page."""
    url: str
    tier: str
    """Kind of source: official, reference, ngo, press, analysis, article, state_media or weak."""
    note: str
    """What a reader of the source should know; may be empty."""
    accessed: str | None
    """When the page was read, at the latest; null where it was not opened, as the note says."""
    archived_url: str
    """A fixed copy of the page; empty where none is known or `url` is one."""
    licence: str
    """The terms the source stands under; empty where none were found."""
    kind: str
    """What kind of work it is: treaty, legislation, bill or report; empty where the tier tells."""


@closed
class SupposedAct(TypedDict):
    """An act that is supposed and on no record, and what would follow from it."""

    iso_a3: str
    kind: str
    date: str
    effect: str
    """What follows from it, when, and by which article."""


# Described by Field where answers inherit the key: a docstring stays with the class it stands in.
class Notes(TypedDict):
    """What every answer carries, but for its sources."""

    verified_to: Annotated[
        str,
        Field(
            description="The day to which the record is compiled; `held` says what was verified,"
            " and when."
        ),
    ]
    held: HeldAnswer
    data_version: Annotated[
        str,
        Field(
            description="16 hex digits; as `v` in an address it makes the answer one that never"
            " changes."
        ),
    ]
    licence: Licence
    attribution: str
    hypothetical: NotRequired[
        Annotated[
            bool,
            Field(
                description="There, and true, where the answer rests on acts that are supposed and"
                " on no record."
            ),
        ]
    ]
    what_if: NotRequired[
        Annotated[list[SupposedAct], Field(description="These acts, where there are any.")]
    ]


class Spoken(TypedDict, total=False):
    """What an answer carries that is made in several languages."""

    language: Annotated[
        Language,
        Field(
            description="There where another language than English was asked for: that of the"
            " sentence, the status in words, the legal basis, what follows from an act that is"
            " supposed, what a length counts, what sums mean, what was looked at for a verdict,"
            " the attribution, what the record was held against, the names of states and of border"
            " lines and what is to be known of these. All else is as the record has it, in English."
        ),
    ]


class DayNotes(Notes):
    """What every answer about a day carries."""

    date: str
    worldview: Worldview
    beyond_record: Annotated[
        bool,
        Field(
            description="Whether the day is later than `verified_to`: then the answer says what is"
            " known so far."
        ),
    ]
    units: Annotated[str, Field(description="What days, lengths and nulls of the answer mean.")]


def notes(atlas: Atlas, day: date | None = None, tongue: Tongue = ENGLISH) -> Notes:
    """Return what an answer of a day, or of the whole record, carries."""
    return {
        "verified_to": atlas.verified_to.isoformat(),
        "held": held.answer(atlas.record.held, day, tongue),
        "data_version": data_version(atlas),
        "licence": LICENCE,
        "attribution": tongue.text(ATTRIBUTION),
        **_supposed(atlas, tongue),
    }


def spoken(tongue: Tongue) -> Spoken:
    """Return what an answer says of its language: nothing of English."""
    return {} if tongue is ENGLISH else {"language": tongue.language}


class _Supposed(TypedDict, total=False):
    hypothetical: bool
    what_if: list[SupposedAct]


def _supposed(atlas: Atlas, tongue: Tongue) -> _Supposed:
    if not atlas.supposed:
        return {}
    names = {
        act.iso_a3: tongue.state(act.iso_a3, with_article(atlas.record.states[act.iso_a3].name))
        for act in atlas.supposed
    }
    return {
        "hypothetical": True,
        "what_if": [
            {
                "iso_a3": act.iso_a3,
                "kind": act.kind,
                "date": act.day.isoformat(),
                "effect": what_if.effect(atlas, act, names[act.iso_a3], tongue),
            }
            for act in atlas.supposed
        ],
    }


def day_notes(atlas: Atlas, view: View, tongue: Tongue = ENGLISH) -> DayNotes:
    """Return what an answer of a view carries."""
    return {
        "date": view.day.isoformat(),
        "worldview": view.worldview,
        "beyond_record": view.beyond_record,
        "units": UNITS,
        **notes(atlas, view.day, tongue),
    }


def written_out(atlas: Atlas, *cited: Iterable[str]) -> list[SourceAnswer]:
    """The sources of these ids, in order of first use, and of `held`; each once.

    KeyError for an id that is no source's.
    """
    named = dict.fromkeys(chain(*cited, atlas.record.held.page.source_ids))
    return [shaped(atlas.record.sources[source_id], SourceAnswer) for source_id in named]

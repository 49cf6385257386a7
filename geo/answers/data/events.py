"""Events of the record as it has them: the answer of the API."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import TypedDict

from geo.answers.data.notes import Notes, SourceAnswer, Spoken, notes, spoken, written_out
from geo.answers.data.writing import Table, as_table
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.shapes import closed, shaped
from geo.records import Event


@closed
class EventAnswer(TypedDict):
    """A dated event of the record, its date as exact as the sources are: a day, a month, a year,
    or an interval of two days, `2026-02-04/2026-08-25`, within which the day is not known.
    """

    event_id: str
    date: str
    iso_a3: list[str]
    """Codes of its states; empty for the Convention itself."""
    treaty: str
    kind: str
    title: str
    detail: str
    effective: str | None
    source_ids: list[str]


@closed
class EventsAnswer(Notes, Spoken):
    """Events, oldest first."""

    events: list[EventAnswer]
    sources: list[SourceAnswer]


def events_answer(atlas: Atlas, chosen: Iterable[Event], tongue: Tongue = ENGLISH) -> EventsAnswer:
    """Some events of the record, in their order; what they say stays as the record has it."""
    rows = [shaped(event, EventAnswer) for event in chosen]
    return {
        **notes(atlas, tongue=tongue),
        **spoken(tongue),
        "events": rows,
        "sources": written_out(atlas, *(row["source_ids"] for row in rows)),
    }


def events_table(answer: EventsAnswer) -> Table:
    """Turns an events answer into a table, a row for each event."""
    return as_table(answer, EventAnswer.__annotations__, answer["events"])

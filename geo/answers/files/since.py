"""What is later than a day: acts, events, statuses that change, what the record has learnt."""

from __future__ import annotations

from datetime import date

from typing_extensions import TypedDict

from geo.answers.data.events import EventAnswer, events_answer
from geo.answers.data.notes import Notes, SourceAnswer, Spoken, notes, spoken, written_out
from geo.answers.data.writing import Table, as_table
from geo.answers.files.status_changes import StatusChange, changes
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.dates import parse
from geo.basics.shapes import closed


@closed
class RecordChange(TypedDict):
    """What the record itself has learnt after a day, whatever days its rows are of."""

    compiled_to: str
    """As `verified_to`."""
    changed: bool
    """Whether it was compiled to a later day: then any row may be new or corrected."""
    source_ids: list[str]
    """The sources that were read, or read again, after the day."""


@closed
class SinceAnswer(Notes, Spoken):
    """What is dated after a day, days to come included, or may be: such a date is not exact."""

    since: str
    events: list[EventAnswer]
    """Acts and events, oldest first."""
    changes: list[StatusChange]
    """Changes of status and declared practice, oldest first: what acts of any day bring about."""
    record: RecordChange
    sources: list[SourceAnswer]


def since_answer(
    atlas: Atlas, since: date, iso_a3: str | None = None, tongue: Tongue = ENGLISH
) -> SinceAnswer:
    """All that is later than the day `since`, or of it what names one state.

    KeyError for a code that is no state's.
    """
    chosen = atlas.record.events if iso_a3 is None else atlas.events_of(iso_a3)
    events = events_answer(atlas, (e for e in chosen if e.date.last > since))["events"]
    later: list[StatusChange] = [
        {**row, "name": tongue.state(row["iso_a3"], row["name"])}
        for row in changes(atlas)["changes"]
        if iso_a3 in (None, row["iso_a3"]) and parse(row["date"], may_never_come=True).last > since
    ]
    read = [
        s.source_id for s in atlas.record.sources.values() if s.accessed and s.accessed.last > since
    ]
    return {
        "since": since.isoformat(),
        **notes(atlas, tongue=tongue),
        **spoken(tongue),
        "events": events,
        "changes": later,
        "record": {
            "compiled_to": atlas.verified_to.isoformat(),
            "changed": atlas.verified_to > since,
            "source_ids": read,
        },
        "sources": written_out(
            atlas,
            *(row["source_ids"] for row in events),
            *(row["source_ids"] for row in later),
            read,
        ),
    }


def since_table(answer: SinceAnswer) -> Table:
    """The statuses that change as a table, a row for each change; events have a table of theirs."""
    return as_table(answer, StatusChange.__annotations__, answer["changes"])

"""Records in which the day of an act is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.atlas import Atlas
from geo.basics.dates import Interval, PartialDate
from geo.records import Event, Record
from tests.own_data import own_atlas

ATLAS = own_atlas()
RECORD = ATLAS.record
FLANK_DAY = date(2026, 1, 5)
TODAY = date(2026, 11, 25)


def atlas_of(record: Record) -> Atlas:
    return Atlas(record, {"un": ATLAS.borders("un")})


def dated(record: Record, days: dict[str, date | Interval]) -> Record:
    """The record with events on other days, and without published dates that would differ."""

    def moved(event: Event) -> Event:
        if event.event_id not in days:
            return event
        day = days[event.event_id]
        return replace(event, date=day if isinstance(day, Interval) else PartialDate.of(day))

    events = tuple(moved(event) for event in record.events)
    return replace(record, events=events)


NOTICE = "fin-2025-withdrawal-notice"
FINLAND = atlas_of(dated(RECORD, {NOTICE: Interval(date(2025, 6, 20), date(2025, 9, 10))}))
"""Finland's notice on a day not known: on `FLANK_DAY` it has left or is still bound."""

"""The iCalendar file (RFC 5545) of the dated acts and their effects: a whole day for each.

A date that is not exact takes all the days it may be, says so, and is tentative.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from geo.answers.data.credits import ATTRIBUTION, data_version
from geo.answers.following.atom import title
from geo.answers.following.entries import Entry, entries, name
from geo.answers.words import held
from geo.atlas import Atlas
from geo.records.source_tiers import citation, in_one_line

_PRODUCT = "-//Ottawa Atlas//Acts and effects//EN"


def calendar(atlas: Atlas, base: str, iso_a3: str = "") -> bytes:
    """The calendar of all states or of one. `base` is the page's address, ending in a slash.

    KeyError for a code that is no state's.
    """
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("uid", str(name(f"calendar {iso_a3}".strip())))
    called = title(atlas, iso_a3)
    made.add("name", called)
    made.add("x-wr-calname", called)
    about = f"{held.sentence(atlas.record.held, long=True)}. Data version {data_version(atlas)}."
    made.add("description", f"{about} {ATTRIBUTION}")
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    stamp = datetime.combine(atlas.verified_to, time(), UTC)
    for entry in entries(atlas, iso_a3):
        made.add_component(_event(atlas, base, entry, stamp))
    written: bytes = made.to_ical()
    return written


def _event(atlas: Atlas, base: str, entry: Entry, stamp: datetime) -> Event:
    exact = entry.date.exact
    made = Event()
    made.add("uid", str(entry.uuid))
    made.add("dtstamp", stamp)
    made.add("dtstart", entry.date.first)
    if entry.date.last < date.max:  # one that may never come stands on the first day it may
        made.add("dtend", entry.date.last + timedelta(days=1))
    made.add("summary", entry.title if exact else f"{entry.title} ({entry.date.words()})")
    cited = (citation(atlas.record.sources[source_id], long=True) for source_id in entry.source_ids)
    made.add("description", "\n".join((entry.words, *map(in_one_line, cited))))
    made.add("url", entry.address(base))
    made.add("categories", [entry.kind])
    made.add("status", "CONFIRMED" if exact else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    return made

"""The iCalendar file (RFC 5545) of the dated acts and their effects: a whole day for each.

A date that is not exact takes all the days it may be, says so, and is tentative.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from geo.answers.data.credits import ATTRIBUTION, data_version
from geo.answers.following.atom import about, title
from geo.answers.following.entries import Entry, entries, name
from geo.answers.words import citing
from geo.answers.words.following import FOLLOWING
from geo.answers.words.panel import DOSSIER
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.languages import USUAL
from geo.records.source_tiers import in_one_line

_PRODUCT = "-//Ottawa Atlas//Acts and effects//"


def calendar(atlas: Atlas, base: str, iso_a3: str = "", tongue: Tongue = ENGLISH) -> bytes:
    """The calendar of all states or of one. `base` is the page's address, ending in a slash.

    KeyError for a code that is no state's.
    """
    made = Calendar()
    made.add("prodid", f"{_PRODUCT}{tongue.language.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("uid", str(name(f"calendar {iso_a3}".strip())))
    called = title(atlas, iso_a3, tongue)
    made.add("name", called)
    made.add("x-wr-calname", called)
    version = tongue.text(FOLLOWING["version"], version=data_version(atlas))
    told = (about(atlas, tongue), version, tongue.text(ATTRIBUTION))
    made.add("description", " ".join(told))
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    stamp = datetime.combine(atlas.verified_to, time(), UTC)
    for entry in entries(atlas, iso_a3, tongue):
        made.add_component(_event(atlas, base, entry, stamp))
    written: bytes = made.to_ical()
    return written


def _event(atlas: Atlas, base: str, entry: Entry, stamp: datetime) -> Event:
    exact, tongue = entry.date.exact, entry.tongue
    made = Event()
    made.add("uid", str(entry.uuid))
    made.add("dtstamp", stamp)
    made.add("dtstart", entry.date.first)
    if entry.date.last < date.max:  # one that may never come stands on the first day it may
        made.add("dtend", entry.date.last + timedelta(days=1))
    written: str = USUAL if entry.recorded else tongue.language
    spoken = {} if tongue is ENGLISH else {"LANGUAGE": written}
    dated = f"{entry.title} ({tongue.dated(entry.date)})"
    made.add("summary", entry.title if exact else dated, parameters=spoken)
    known, copy = atlas.record.sources, tongue.text(DOSSIER["fixed_copy"])
    cited = (citing.cited(known[source_id], tongue, long=True) for source_id in entry.source_ids)
    lines = (in_one_line(each, copy=copy) for each in cited)
    made.add("description", "\n".join((entry.words, *lines)))
    made.add("url", entry.address(base))
    made.add("categories", [entry.kind])
    made.add("status", "CONFIRMED" if exact else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    return made

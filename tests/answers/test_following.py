"""What those who follow along are told: each act and effect once, by a name that stays."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from geo.answers.following.atom import ENTRIES
from geo.answers.following.entries import entries
from geo.answers.following.files import followed
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas
from geo.basics.choices import WORLDVIEWS
from geo.basics.dates import parse
from geo.records import Event
from tests import clock
from tests.pseudo import NOT_WORDS, PSEUDO

BASE = "https://example.org/atlas/"
OWN = f"{BASE}feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def changed(atlas: Atlas, event_id: str, change: Callable[[Event], Event]) -> Atlas:
    """The atlas of a record in which one event is another."""
    events = tuple(change(e) if e.event_id == event_id else e for e in atlas.record.events)
    borders = {worldview: atlas.borders(worldview) for worldview in WORLDVIEWS}
    return Atlas(replace(atlas.record, events=events), borders)


def feed(atlas: Atlas, iso_a3: str = "") -> ET.Element:
    return ET.fromstring(followed(atlas, "atom", BASE, iso_a3, OWN))


def text(element: ET.Element, tag: str) -> str:
    return element.findtext(f"{ATOM}{tag}") or ""


def links(element: ET.Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in element.findall(f"{ATOM}link"):
        found.setdefault(link.attrib["rel"], []).append(link.attrib["href"])
    return found


def days(atlas: Atlas, iso_a3: str = "") -> dict[str, Any]:
    made: Any = Calendar.from_ical(followed(atlas, "ics", BASE, iso_a3))
    return {str(event["SUMMARY"]): event for event in made.walk("VEVENT")}


def test_an_effect_that_no_event_tells_follows_from_the_act(atlas: Atlas) -> None:
    told = entries(atlas)
    assert len(told) == len(atlas.record.events) + 1
    assert len({entry.uuid for entry in told}) == len(told)
    (effect,) = (entry for entry in told if entry.key == "lbn-entry_into_force-1")
    assert str(effect.date) == "2026-08-01/2027-02-01"
    assert effect.title == "The Convention enters into force for Lebanon"
    assert "Article 17" in effect.detail
    assert "UNTC2026" in effect.source_ids
    # One that the record tells is told once, in its own words and with its own sources.
    (poland,) = (e for e in entries(atlas, "POL") if e.kind == "withdrawal_effective")
    assert (poland.key, str(poland.date)) == ("pol-2026-withdrawal-effective", "2026-02-20")


def test_an_entry_keeps_its_name_when_its_date_is_corrected(atlas: Atlas) -> None:
    later = changed(atlas, "lbn-2026-accession", lambda e: replace(e, date=parse("2026-05-04")))
    names = {entry.key: entry.uuid for entry in entries(atlas, "LBN")}
    assert names == {entry.key: entry.uuid for entry in entries(later, "LBN")}
    (effect,) = (e for e in entries(later, "LBN") if e.kind == "entry_into_force")
    assert str(effect.date) == "2026-11-01"  # the first day of the sixth month after


def test_the_feed_is_atom(atlas: Atlas) -> None:
    root = feed(atlas)
    assert root.tag == f"{ATOM}feed"
    assert text(root, "updated") == f"{atlas.verified_to}T00:00:00Z"
    assert links(root)["self"] == [OWN]
    assert links(root)["alternate"] == [BASE]
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    found = root.findall(f"{ATOM}entry")
    assert len(found) == ENTRIES
    ids = [text(entry, "id") for entry in found]
    assert len({*ids, text(root, "id")}) == ENTRIES + 1
    assert all(each.startswith("urn:uuid:") for each in ids)
    for entry in found:
        assert datetime.fromisoformat(text(entry, "updated")).date() <= atlas.verified_to
        assert text(entry, "title")
        assert len(links(entry)["alternate"]) == 1
    assert text(found[0], "title") == "The Convention enters into force for Lebanon"


def test_an_entry_says_what_the_record_says(atlas: Atlas) -> None:
    (event,) = (e for e in atlas.record.events if e.event_id == "pol-2026-withdrawal-effective")
    (entry,) = (
        e for e in feed(atlas, "POL").iter(f"{ATOM}entry") if text(e, "title") == event.title
    )
    assert text(entry, "updated") == "2026-02-20T00:00:00Z"
    assert links(entry)["alternate"] == [f"{BASE}?date=2026-02-20&country=POL"]
    assert links(entry)["via"] == [atlas.record.sources[s].url for s in event.source_ids]
    assert text(entry, "summary").startswith(f"20 February 2026. {event.detail} Sources: ")
    assert "United Nations Treaty Collection" in text(entry, "summary")


def test_what_looks_like_markup_stays_text(atlas: Atlas) -> None:
    hostile = '</title><script>alert("&amp;")</script>\r\nDTSTART:20200101'
    spoilt = changed(
        atlas, "pol-2026-withdrawal-effective", lambda e: replace(e, title=hostile, detail=hostile)
    )
    titles = [text(entry, "title") for entry in feed(spoilt, "POL").iter(f"{ATOM}entry")]
    assert hostile.replace("\r\n", "\n") in titles
    told = [day for day in days(spoilt, "POL") if "<script>" in day]
    assert len(told) == 1
    assert days(spoilt, "POL")[told[0]]["DTSTART"].dt == date(2026, 2, 20)


def test_the_calendar_has_a_whole_day_for_each(atlas: Atlas) -> None:
    content = followed(atlas, "ics", BASE)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    made: Any = Calendar.from_ical(content)
    events = made.walk("VEVENT")
    assert [event["UID"] for event in events] == [str(entry.uuid) for entry in entries(atlas)]
    assert {event["DTSTAMP"].dt for event in events} == {
        datetime.combine(atlas.verified_to, datetime.min.time(), UTC)
    }
    poland = days(atlas, "POL")["Poland's withdrawal takes effect"]
    assert (poland["DTSTART"].dt, poland["DTEND"].dt) == (date(2026, 2, 20), date(2026, 2, 21))
    assert poland["STATUS"] == "CONFIRMED"
    assert poland["URL"] == f"{BASE}?date=2026-02-20&country=POL"
    assert "https://treaties.un.org" in poland["DESCRIPTION"]


def test_a_day_that_is_not_known_is_tentative_and_takes_all_it_may_be(atlas: Atlas) -> None:
    (event,) = (e for title, e in days(atlas, "LBN").items() if "enters into force" in title)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 8, 1), date(2027, 2, 2))
    assert event["STATUS"] == "TENTATIVE"
    assert "between 1 Aug 2026 and 1 Feb 2027" in event["SUMMARY"]
    exact = {entry.uuid for entry in entries(atlas) if entry.date.exact}
    for each in days(atlas).values():
        one_day = each["DTEND"].dt - each["DTSTART"].dt == timedelta(days=1)
        assert one_day == (str(each["UID"]) in map(str, exact))


@pytest.mark.parametrize("fmt", ["atom", "ics"])
def test_no_clock_is_in_the_bytes(atlas: Atlas, monkeypatch: pytest.MonkeyPatch, fmt: str) -> None:
    made = []
    for year in (2026, 2033):
        clock.set_to(monkeypatch, datetime(year, 11, 26, 12, 0, tzinfo=UTC))
        made.append(followed(atlas, "atom" if fmt == "atom" else "ics", BASE, "FIN"))
    assert made[0] == made[1]


def test_in_another_language_titles_of_acts_are_ours_and_what_is_not_is_marked(
    atlas: Atlas,
) -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    root = ET.fromstring(followed(atlas, "atom", BASE, "", OWN, PSEUDO))
    recorded = {event.title for event in atlas.record.events}
    details = {event.detail for event in atlas.record.events}
    titles = [entry.find(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]
    marked = [title for title in titles if title is not None and title.get(lang) == "en"]
    assert 0 < len(marked) < len(titles)
    for title in titles:
        assert title is not None
        assert (title.text in recorded) == (title in marked), title.text
    for part in root.iter("{http://www.w3.org/1999/xhtml}p"):
        assert (part.text in details) == (part.get(lang) == "en"), part.text
    own = [text(root, tag) for tag in ("title", "subtitle", "rights")]
    assert not [said for said in own if re.search(r"[A-Za-z]{2,}", NOT_WORDS.sub("", said))]
    english = feed(atlas)
    assert [text(each, "id") for each in root.iter(f"{ATOM}entry")] == [
        text(each, "id") for each in english.iter(f"{ATOM}entry")
    ]


def test_a_calendar_says_of_each_title_in_which_language_it_is(atlas: Atlas) -> None:
    made: Any = Calendar.from_ical(followed(atlas, "ics", BASE, "POL", tongue=tongue("pl")))
    titles = [each["SUMMARY"] for each in made.walk("VEVENT")]
    named = {str(title): title.params["LANGUAGE"] for title in titles}
    assert {*named.values()} == {"pl", "en"}
    assert named["Notyfikacja wypowiedzenia: Polska"] == "pl"
    recorded = {event.title for event in atlas.record.events}
    for title, language in named.items():
        assert (language == "en") == any(title.startswith(each) for each in recorded), title
    assert "LANGUAGE" not in followed(atlas, "ics", BASE, "POL").decode()

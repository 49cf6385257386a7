"""The tab of events: the newest first, filters, a row that leads to its day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from geo.atlas import FIRST_DAY, Atlas
from geo.server.page.tabs import events as events_tab
from tests.server.page.opened import html, open_tab

pytestmark = pytest.mark.slow


def test_the_newest_events_come_first_and_later_ones_are_marked(atlas: Atlas) -> None:
    page = open_tab("events", date="2026-02-19")
    rows = html(page).split('class="tab event-row')[1:]
    assert len(rows) == events_tab.PAGE_LENGTH
    marked = [row for row in rows if "after the chosen day" in row]
    later = [e for e in atlas.record.events if e.date.first > date(2026, 2, 19)]
    assert len(marked) == len(later) > 0
    (unknown,) = [row for row in rows if "day not known" in row]
    assert "Lebanon" in unknown
    assert "future" not in unknown.partition(">")[0]


def test_an_act_under_another_treaty_has_no_mark_of_the_convention(atlas: Atlas) -> None:
    exits = [e for e in atlas.record.events if e.kind == "withdrawal_effective"]
    marks = {e.treaty: set[bool]() for e in exits}
    for event in exits:
        row = events_tab.row_html(atlas, event.event_id, "past")
        marks[event.treaty].add(" legal" in row.partition(">")[0])
    assert marks == {"APMBC": {True}, "CCM": {False}}


def test_a_row_moves_the_date_there() -> None:
    page = open_tab("events")
    page.selectbox(key="events_kind").set_value("withdrawal_notice").run()
    words = [page.button(key=f"event_{place}").label for place in range(5)]
    assert words[0] == "20 Aug 2025"
    page.button(key="event_0").click().run()
    assert not page.exception
    kind = {"events_kind": "withdrawal_notice"}
    assert page.query_params == {"date": "2025-08-20", "tab": "events"} | kind
    assert "On 20 August 2025, 164 states are bound" in html(page)


@pytest.mark.parametrize(
    ("key", "value", "check"),
    [
        ("events_country", "FIN", "Finland"),
        ("events_kind", "objection", "objects to"),
        ("events_tier", "state_media", "state media"),
    ],
)
def test_a_list_narrows_the_events(key: str, value: str, check: str) -> None:
    page = open_tab("events")
    page.selectbox(key=key).set_value(value).run()
    rows = html(page).split('class="tab event-row')[1:]
    assert rows
    assert all(check in row for row in rows)


def test_the_pages_reach_every_event_once(atlas: Atlas) -> None:
    page = open_tab("events")
    page.selectbox(key="events_country").set_value("POL").run()
    seen: list[str] = []
    while True:
        seen += re.findall(r"<p><strong>(.*?)</strong>", html(page))
        if not [b for b in page.button if b.key == "events_older" and not b.disabled]:
            break
        page.button(key="events_older").click().run()
    assert len(seen) == len(atlas.events_of("POL"))
    # Another choice begins at its first page again.
    page.selectbox(key="events_country").set_value(None).run()
    assert "1 to 25 of" in html(page)


def test_an_event_whose_days_are_not_over_leads_nowhere(atlas: Atlas) -> None:
    last = date(2026, 2, 20)
    led = {event: events_tab.target(event, last) for event in atlas.record.events}
    open_ = [event for event in led if event.date.first <= last < event.date.last]
    assert "lbn-2026-accession" in {event.event_id for event in open_}
    earlier = [event for event in led if event.date.last < FIRST_DAY]
    assert earlier
    assert {led[event] for event in (*open_, *earlier)} == {None}
    past = [event for event in led if event.date.first >= FIRST_DAY and event.date.last <= last]
    assert len(past) > 400
    assert [led[event] for event in past] == [event.date.last for event in past]

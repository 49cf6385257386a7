"""The events tab: acts and events, newest first; the date of a row is a button that goes there."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from typing import Literal

import streamlit as st

from geo.answers.filters import choices
from geo.answers.permalink import Place
from geo.answers.supposing import reach
from geo.answers.words import tabs as words
from geo.answers.words.controls import CONTROLS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.dates import Seen
from geo.records import Event
from geo.records.acts import is_legal
from geo.records.source_tiers import TIER_WORDS
from geo.server.page import controls
from geo.server.page.controls import go_to
from geo.server.page.tabs.filters import pick, pick_state
from geo.web.templating import cited, render

PAGE_LENGTH = 25
"""How many events are on one page: each has a button, and a browser pays for every one."""

_PAGE = "events_page"


def events_tab(atlas: Atlas, place: Place) -> None:
    """Draw the filters and one page of the events they leave."""
    record, tongue = atlas.record, controls.tongue()
    with st.container(key="event_filters", horizontal=True, vertical_alignment="bottom"):
        options = choices(atlas)
        country = pick_state(CONTROLS["country"], atlas, "events_country", _first_page)
        kinds, tiers = partial(kind_words, tongue=tongue), tongue.all(TIER_WORDS)
        kind = pick(words.KIND, options, kinds, "events_kind", _first_page)
        tier = pick(words.SOURCE, options, tiers.__getitem__, "events_tier", _first_page)
    events = chosen_events(atlas, country, kind, tier)
    pages = max(1, -(-len(events) // PAGE_LENGTH))
    page = min(st.session_state.setdefault(_PAGE, 0), pages - 1)
    first = page * PAGE_LENGTH
    shown = events[first : first + PAGE_LENGTH]
    st.html(
        render(
            "tab_events.html",
            tongue,
            first=first + 1,
            last=first + len(shown),
            count=len(events),
            total=len(record.events),
        )
    )
    with st.container(key="event_rows"):
        for place_in_page, event in enumerate(shown):
            day = target(event, reach(atlas))
            st.button(
                tongue.dated(event.date),
                key=f"event_{place_in_page}",
                type="tertiary",
                disabled=day is None,
                on_click=go_to,
                args=(day,),
            )
            st.html(row_html(atlas, event.event_id, event.date.seen_from(place.date), tongue))
    if pages > 1:
        with st.container(key="event_pages", horizontal=True):
            _turn("newer", page - 1, page > 0)
            _turn("older", page + 1, page < pages - 1)


@lru_cache(maxsize=64)
def chosen_events(atlas: Atlas, country: str, kind: str, tier: str) -> tuple[Event, ...]:
    """The events of a country, a kind, a tier of source, newest first; empty means any."""
    sources = atlas.record.sources
    return tuple(
        event
        for event in reversed(atlas.record.events)
        if (not country or country in event.iso_a3)
        and (not kind or event.kind == kind)
        and (not tier or any(sources[source_id].tier == tier for source_id in event.source_ids))
    )


def kind_words(kind: str, tongue: Tongue = ENGLISH) -> str:
    """A kind as a reader reads it: `Withdrawal notice`."""
    return tongue.text(kind.replace("_", " ").capitalize())


def target(event: Event, last: date) -> date | None:
    """The day a row leads to: the first on which the event is past; None outside the atlas."""
    return event.date.last if FIRST_DAY <= event.date.last <= last else None


@lru_cache(maxsize=2048)
def row_html(atlas: Atlas, event_id: str, seen: Seen, tongue: Tongue = ENGLISH) -> str:
    """One event as HTML; `seen` as from the chosen day."""
    record = atlas.record
    event = _by_id(atlas)[event_id]
    return render(
        "tab_events_row.html",
        tongue,
        event=event,
        seen=seen,
        legal=is_legal(event),
        kind=kind_words(event.kind, tongue),
        states=[tongue.state(code, record.states[code].name) for code in event.iso_a3],
        cited=partial(cited, sources=record.sources, tongue=tongue),
    )


@lru_cache(maxsize=2)
def _by_id(atlas: Atlas) -> dict[str, Event]:
    return {event.event_id: event for event in atlas.record.events}


def _turn(name: Literal["newer", "older"], page: int, possible: bool) -> None:
    label = controls.tongue().text(words.PAGES[name])
    st.button(label, key=f"events_{name}", disabled=not possible, on_click=_open, args=(page,))


def _open(page: int) -> None:
    st.session_state[_PAGE] = page


def _first_page() -> None:
    _open(0)

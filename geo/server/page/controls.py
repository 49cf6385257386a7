"""Date, country and worldview: the controls, and the state they share with the address.

What a control stands at is its default, too. Streamlit tells a browser of a value once; one that
lost that with its line would take the default for what its reader chose, and say so to the server.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal
from urllib.parse import parse_qs

import streamlit as st

from geo.answers import permalink
from geo.answers.arrival import place_at
from geo.answers.key_dates import RANGES, event_days, turning_points
from geo.answers.permalink import RANGE_NAMES, Place
from geo.answers.steps import beside, law_days
from geo.answers.supposing import reach
from geo.answers.words import extents, worldviews
from geo.answers.words.controls import CONTROLS
from geo.answers.words.lenses import CHOOSE
from geo.answers.words.tongue import Tongue
from geo.answers.words.tongue import tongue as speaking
from geo.atlas import Atlas
from geo.basics.choices import (
    EXTENTS,
    FIRST_DAY,
    FLANK_LENS,
    LANGUAGES,
    WORLDVIEWS,
    Extent,
    Worldview,
)
from geo.basics.languages import chosen
from geo.server.http.weights import weights
from geo.server.page import chosen_filters
from geo.server.page.date_box import date_box
from geo.server.page.other_day import other_day
from geo.server.page.player import player
from geo.server.page.ticks import ticks

_KEPT = ("date", "country", "worldview", "view", "tab", "what_if", "compare", "lens", "lang")
"""The parts of a place that the session holds under their names."""


def arrive(atlas: Atlas) -> None:
    """Take the place from the address when the reader comes; note nonsense in it.

    Only then: an address that comes with a later run may not have caught up with the last move.
    A reader who goes back in the history says so (`go_to_address`).
    """
    state, given = st.session_state, st.query_params
    if "shown" not in state:
        state["wanted"] = chosen(weights(", ".join(st.context.headers.get_all("Accept-Language"))))
        _take(atlas, {name: given.get_all(name) for name in given})
    else:
        # Only where it must be: what is set here the browser takes, though its reader has gone on.
        if not state["view"]:
            state["view"] = state["shown"].view
        if state["worldview"] not in WORLDVIEWS:
            state["worldview"] = _worldview()
        _range()
        chosen_filters.keep(atlas)
        if place(atlas) != state["shown"]:
            state["complaints"] = ()


def go_to_address(atlas: Atlas, told: str) -> None:
    """Take the place from an address to which the reader has gone in the history.

    `told` is a number and the query. The number goes back with the page: answers to other moves
    come between, and by it the browser tells that to this one from them.
    """
    number, _, query = told.partition(" ")
    # What an address supposes is supposed of the record, not on top of what is supposed already.
    _take(atlas.real, parse_qs(query, keep_blank_values=True))
    st.session_state["heard"] = number


def _take(atlas: Atlas, asked: dict[str, list[str]]) -> None:
    state = st.session_state
    found, complaints = place_at(atlas, asked, state["wanted"])
    for name in _KEPT:
        state[name] = getattr(found, name) or None
    state["range"] = _range_called(found.range or permalink.narrowest(found.date))
    chosen_filters.take(atlas, dict(found.filters))
    state["map_shown"] = found.bounds
    if "bounds" in asked and found.bounds is None:
        st.query_params.pop("bounds", None)  # else every copy of the address would complain again
    state["complaints"] = complaints
    state["heard"] = ""
    state["address"] = {name: value for name, value in asked.items() if name != "bounds"}


def leave_address(here: Place) -> None:
    """Write the place into the address, so that it can be copied at any time.

    Should the word of it be lost on the way, the browser mends the address by the page's marker.
    The box of the map in it is the browser's own, which tells nobody of a map that is moved.
    """
    st.session_state["shown"] = here
    address = permalink.encode(here)
    asked = {name: [value] for name, value in address.items()}
    if st.session_state["address"] != asked:
        moved = {name: value for name, value in st.query_params.items() if name == "bounds"}
        st.query_params.from_dict(address | moved)
        st.session_state["address"] = asked


def place(atlas: Atlas) -> Place:
    """Return what the reader looks at, by the controls, without where the map is moved to."""
    state = st.session_state
    values = {name: state[name] for name in _KEPT if state.get(name)}
    values["worldview"] = _worldview()
    (called,) = (name for name, first in RANGE_NAMES.items() if first == RANGES[_range()])
    usual = called == permalink.narrowest(state["date"])
    return Place(**values, range="" if usual else called, filters=chosen_filters.chosen(atlas))


def _worldview() -> Worldview:
    """Whose borders; a browser sends back the word it showed, which may be of another language."""
    state = st.session_state
    if state["worldview"] in WORLDVIEWS:
        found: Worldview = state["worldview"]
        return found
    shown: Place = state["shown"]
    return shown.worldview


def tongue() -> Tongue:
    """Return what the page says its words in: the language asked for, else that of the browser."""
    state = st.session_state
    return speaking(state.get("lang") or state["wanted"])


def speak(language: object) -> None:
    """Take a language from the browser; what it sends is only believed where it is one of ours."""
    if language in LANGUAGES:
        st.session_state["lang"] = language


def time_controls(atlas: Atlas) -> None:
    """The date slider with its ticks; below it steps, play, date field and range."""
    state = st.session_state
    first, last = RANGES[_range()], reach(atlas)
    words = tongue().all(CONTROLS)
    with st.container(key="controls"):
        with st.container(key="time"):
            st.html(ticks(atlas, _worldview(), state["lens"], first, last, tongue()))
            st.slider(
                words["date"],
                min_value=first,
                max_value=last,
                value=state["date"],
                format=_written(tongue().day_pattern),
                key="date",
                label_visibility="collapsed",
            )
            if state["compare"]:
                other_day(compare_with, tongue())
        with st.container(key="steps", horizontal=True, vertical_alignment="center"):
            _step_button("previous", ":material/skip_previous:", atlas)
            with st.container(key="player_box", width="content"):
                days = {"all": event_days(atlas), "law": law_days(atlas)}
                player(days, max(turning_points(atlas)), go_to, tongue())
            _step_button("next", ":material/skip_next:", atlas)
            st.space("stretch")
            date_box(FIRST_DAY, last, go_to, tongue())
            st.segmented_control(
                words["range_of_slider"],
                list(RANGES),
                default=_range(),
                format_func=tongue().text,
                key="range",
                required=True,
                on_change=_keep_date_in_range,
                label_visibility="collapsed",
            )


def _written(pattern: str) -> str:
    """A pattern of CLDR as Streamlit has it, which writes English months alone: D MMM YYYY."""
    return pattern.replace("d", "D").replace("y", "YYYY")


def _step_button(name: Literal["previous", "next"], icon: str, atlas: Atlas) -> None:
    here, last = st.session_state["date"], reach(atlas)
    nowhere = beside(event_days(atlas), here, last)[name] is None
    # Pressed before the page's script is there: as by the choice that it begins with.
    target = beside(law_days(atlas), here, last)[name] or here
    words = tongue().text(CONTROLS[name])
    st.button(words, icon=icon, key=name, disabled=nowhere, on_click=go_to, args=(target,))


def go_to(day: date) -> None:
    """Move the date; the range widens where it would not hold the day."""
    st.session_state["date"] = day
    if day < RANGES[_range()]:
        st.session_state["range"] = _range_called(permalink.narrowest(day))


def compare_with(day: date) -> None:
    """Move the other of two days, where there are two."""
    if st.session_state["compare"]:
        st.session_state["compare"] = day


def _range() -> str:
    """The range that is chosen, in words.

    After a lost line a browser can say that none is, though one always is: then the last shown.
    """
    state = st.session_state
    if state["range"] is None:
        shown = state["shown"]
        state["range"] = _range_called(shown.range or permalink.narrowest(shown.date))
    return str(state["range"])


def _range_called(name: str) -> str:
    """A range, as the slider's own control calls it, by its name in an address."""
    return next(words for words, first in RANGES.items() if first == RANGE_NAMES[name])


def _keep_date_in_range() -> None:
    state = st.session_state
    state["date"] = max(state["date"], RANGES[_range()])


NO_COUNTRY = "-"
"""What the browser sends where a reader wants no country."""


def choose(atlas: Atlas, country: object) -> None:
    """Take a country from the browser; what it sends is only believed where it names a state."""
    if country == NO_COUNTRY:
        st.session_state["country"] = None
    elif country in atlas.record.states:
        st.session_state["country"] = country


def view_choices(*more: Callable[[], None]) -> None:
    """Draw the choices of view and worldview, and `more` beside them."""
    spoken = tongue()
    extent_words = partial(_extent_words, spoken, st.session_state["lens"])
    with st.container(key="views", horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            spoken.text(CONTROLS["view"]),
            EXTENTS,
            default=st.session_state["view"],
            format_func=extent_words,
            key="view",
            required=True,
        )
        st.selectbox(
            spoken.text(CONTROLS["worldview"]),
            WORLDVIEWS,
            index=WORLDVIEWS.index(_worldview()),
            format_func=lambda worldview: spoken.text(worldviews.LABELS[worldview]),
            key="worldview",
            placeholder=spoken.text(CHOOSE),
            width=320,
        )
        for each in more:
            each()


def _extent_words(spoken: Tongue, lens: str, extent: Extent) -> str:
    """What a view is called: that of the flank frames the line of another lens."""
    own = extent == "flank" and lens != FLANK_LENS
    return spoken.text(CONTROLS["view_of_lens"] if own else extents.LABELS[extent])

"""Everything that changes with the date, as one small document a browser can hold.

The whole history fits in a few kilobytes, so a reader's browser repaints under the thumb without
asking the server. All words and figures are made here, from Views; the browser only looks them up.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from geo.answers.country.programmes import border_programmes
from geo.answers.key_dates import moment_days
from geo.answers.words import headline, held
from geo.answers.words.held import HeldWords
from geo.answers.words.legend import UNKNOWN
from geo.answers.words.status_words import FIGURES, chip_words, label_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FACING, FLANK, Atlas, View
from geo.borders import Worldview
from geo.web.documents.speech import Speech, speech

# `from` is a keyword, so these two are spelt as calls.
Span = TypedDict(
    "Span",
    {
        "from": str,
        "status": str,
        "possible": NotRequired[list[str]],
        "practice": str,
        "words": str,
        "label": NotRequired[str],
    },
)
"""`status` is `UNKNOWN` where several are possible; `possible` then names them, and only then.
`label` is what the map letters under a name, of those that it letters.
"""

LETTERED = (*FLANK, *FACING, "UKR", "SWE")
"""The states that are lettered on the map."""


Moment = TypedDict(
    "Moment",
    {
        "from": str,
        "headline": NotRequired[str],
        "bound": int | str,
        "counts": list[int],
        "unknown": NotRequired[int],
        "flank_km": int,
        "covered_km": int,
        "covered_words": NotRequired[str],
        "remaining": list[str],
    },
)
"""`headline` is there where it is another than that of the moment before. `bound` is a number, or a
range in words. `unknown` counts the states of several possible statuses, which `counts` leaves out;
`covered_words` has the range whose lower end is `covered_km`; both are there only where something
is not known.
"""


class StateTimeline(TypedDict):
    """A state's name and its spans, oldest first; a span lasts until the next begins."""

    name: str
    spans: list[Span]


class Called(TypedDict):
    """What the files of the map say in English, in another language: areas that are no states by
    their ids, what is noted of those without a status, parts of borders and
    programmes, and the beginnings of these, by what they are called there.
    """

    areas: dict[str, str]
    notes: dict[str, str]
    parts: dict[str, str]
    programmes: dict[str, str]


class Timeline(TypedDict):
    """The whole timeline: days are ISO dates, lengths whole km, moments oldest first.

    `speech` and `called` are there in another language than English alone.
    """

    verified_to: str
    held: HeldWords
    states: dict[str, StateTimeline]
    moments: list[Moment]
    speech: NotRequired[Speech]
    called: NotRequired[Called]


def timeline(atlas: Atlas, worldview: Worldview = "un", tongue: Tongue = ENGLISH) -> Timeline:
    """Every span of every state and every moment at which the headline changes."""
    days = moment_days(atlas)
    views = [atlas.on(day, worldview) for day in days]
    made: Timeline = {
        "verified_to": atlas.verified_to.isoformat(),
        "held": held.templates(atlas.record.held, tongue),
        "states": {
            iso_a3: {
                "name": tongue.state(iso_a3, state.name),
                "spans": _spans(iso_a3, views, tongue),
            }
            for iso_a3, state in atlas.record.states.items()
        },
        "moments": _moments(views, tongue),
    }
    if spoken := speech(tongue):
        made["speech"] = spoken
        made["called"] = _called(atlas, worldview, tongue)
    return made


def _called(atlas: Atlas, worldview: Worldview, tongue: Tongue) -> Called:
    areas = [a for a in atlas.borders(worldview).areas if a.area_id not in atlas.record.states]
    last, programmes = atlas.on(atlas.verified_to, worldview), border_programmes(atlas.record)
    parts = [border.part for border in last.borders if border.part and border.flank]
    return {
        "areas": {
            area.area_id: said
            for area in areas
            if (said := tongue.state(area.area_id, area.name)) != area.name
        },
        "notes": {a.area_id: tongue.text(a.note) for a in areas if a.note and not a.owner},
        "parts": {name: tongue.text(name) for name in (*parts, *(one.name for one in programmes))},
        "programmes": {one.name: one.words(tongue) for one in programmes},
    }


def _spans(iso_a3: str, views: list[View], tongue: Tongue) -> list[Span]:
    spans: list[Span] = []
    before = None
    for view in views:
        if (state := view.states[iso_a3]) is before:  # nothing of it is new, as on most days
            continue
        before = state
        span: Span = {
            "from": view.day.isoformat(),
            "status": state.legal_status.value if state.legal_status else UNKNOWN,
            "practice": state.practice.value,
            "words": chip_words(state, tongue),
        }
        if iso_a3 in LETTERED:
            span["label"] = label_words(state, tongue)
        if state.legal_status is None:
            span["possible"] = [status.value for status in state.statuses]
        if not spans or any(span[key] != spans[-1][key] for key in ("status", "practice", "words")):
            spans.append(span)
    return spans


def _moments(views: list[View], tongue: Tongue) -> list[Moment]:
    moments, before = [], ""
    for view in views:
        moment, said = _moment(view, tongue), headline.template(view, tongue)
        moments.append({**moment, "headline": said} if said != before else moment)
        before = said
    return moments


def _moment(view: View, tongue: Tongue) -> Moment:
    moment: Moment = {
        "from": view.day.isoformat(),
        "bound": (
            headline.count_words(view.bound_min, view.bound_max, tongue)
            if view.bound is None
            else view.bound
        ),
        "counts": [view.counts[status] for status in FIGURES],
        "flank_km": round(view.flank.length_km),
        "covered_km": round(view.flank.covered_min_km),
        "remaining": list(view.remaining),
    }
    if view.unknown:
        moment["unknown"] = len(view.unknown)
    if view.flank.unknown:
        moment["covered_words"] = headline.covered_range(view.flank, tongue)
    return moment

"""The words of the controls of time, country and map, and of the days they step to."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.words.wordings import Counted


class ControlWords(TypedDict):
    """The controls of time, country and map, on the page and in the stand-alone file."""

    date: str
    date_keys: str
    course: str
    course_of_lens: str
    marked_days: str
    previous: str
    next: str
    play_group: str
    play: str
    pause: str
    how_to_play: str
    by_law: str
    by_event: str
    evenly: str
    speed: str
    go_to_date: str
    more: str
    range: str
    range_of_slider: str
    country: str
    choose_country: str
    clear_country: str
    no_country: str
    language: str
    view: str
    view_of_lens: str
    worldview: str
    print: str


class StepWords(TypedDict):
    """What happens on a day to which one steps: what states do, by status or practice."""

    does: dict[str, Counted]
    states: Counted
    more: Counted


CONTROLS: ControlWords = {
    "date": "Date",
    "date_keys": "Arrow keys: a day. Page keys: a month. Home and End: first and last day.",
    "course": "Over time: states bound (line), flank border covered by the Convention (area)",
    "course_of_lens": "Over time: states bound (line), border with a bound state on a side (area)",
    "marked_days": "Marked days",
    "previous": "Previous event",
    "next": "Next event",
    "play_group": "Play through time",
    "play": "Play",
    "pause": "Pause",
    "how_to_play": "How to step and play",
    "by_law": "changes of law",
    "by_event": "all dated events",
    "evenly": "evenly",
    "speed": "Speed",
    "go_to_date": "Go to date",
    "more": "More controls",
    "range": "Range",
    "range_of_slider": "Range of the slider",
    "country": "Country",
    "choose_country": "Choose a country, or click the map",
    "clear_country": "No country",
    "no_country": "The flank",
    "language": "Language",
    "view": "View",
    "view_of_lens": "The line",
    "worldview": "Worldview: whose borders the map draws",
    "print": "Print",
}

STEPS: StepWords = {
    "does": {
        "signatory": {"one": "{states} signs", "other": "{states} sign"},
        "consented": {
            "one": "{states} consents to be bound",
            "other": "{states} consent to be bound",
        },
        "party": {"one": "{states} is bound", "other": "{states} are bound"},
        "withdrawal_notified": {
            "one": "{states} notifies withdrawal",
            "other": "{states} notify withdrawal",
        },
        "withdrawn": {"one": "{states} leaves", "other": "{states} leave"},
        "suspension_declared": {
            "one": "{states} declares a suspension",
            "other": "{states} declare a suspension",
        },
    },
    "states": {"one": "{count} state", "other": "{count} states"},
    "more": {"one": "{count} more", "other": "{count} more"},
}

"""The words of the controls of time, country and map, and of the days they step to."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words.wordings import Counted, texts_of


class ControlWords(TypedDict):
    """The controls of time, country and map, on the page and in the stand-alone file."""

    date: Annotated[str, "Date"]
    date_keys: Annotated[
        str, "Arrow keys: a day. Page keys: a month. Home and End: first and last day."
    ]
    course: Annotated[
        str, "Over time: states bound (line), flank border covered by the Convention (area)"
    ]
    course_of_lens: Annotated[
        str, "Over time: states bound (line), border with a bound state on a side (area)"
    ]
    marked_days: Annotated[str, "Marked days"]
    previous: Annotated[str, "Previous event"]
    next: Annotated[str, "Next event"]
    play_group: Annotated[str, "Play through time"]
    play: Annotated[str, "Play"]
    pause: Annotated[str, "Pause"]
    how_to_play: Annotated[str, "How to step and play"]
    by_law: Annotated[str, "changes of law"]
    by_event: Annotated[str, "all dated events"]
    evenly: Annotated[str, "evenly"]
    speed: Annotated[str, "Speed"]
    go_to_date: Annotated[str, "Go to date"]
    more: Annotated[str, "More controls"]
    range: Annotated[str, "Range"]
    range_of_slider: Annotated[str, "Range of the slider"]
    country: Annotated[str, "Country"]
    choose_country: Annotated[str, "Choose a country, or click the map"]
    clear_country: Annotated[str, "No country"]
    no_country: Annotated[str, "The flank"]
    language: Annotated[str, "Language"]
    view: Annotated[str, "View"]
    view_of_lens: Annotated[str, "The line"]
    worldview: Annotated[str, "Worldview: whose borders the map draws"]
    print: Annotated[str, "Print"]


class StepWords(TypedDict):
    """What happens on a day to which one steps: what states do, by status or practice."""

    does: Annotated[
        dict[str, Counted],
        {
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
    ]
    states: Annotated[Counted, {"one": "{count} state", "other": "{count} states"}]
    more: Annotated[Counted, {"one": "{count} more", "other": "{count} more"}]


CONTROLS = texts_of(ControlWords)

STEPS = texts_of(StepWords)

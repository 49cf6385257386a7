"""The days of a statement held against the record: which states it names, what each did then."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from typing_extensions import TypedDict

from geo.answers.assistant.asked import AskedError
from geo.answers.data.notes import Notes, notes
from geo.answers.search import search
from geo.answers.words.headline import state_sentence
from geo.answers.words.status_words import status_words
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY, last_day
from geo.basics.formats import long_date
from geo.basics.shapes import closed

MOST_LETTERS = 4000

_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_MONTH = "|".join(f"{name}|{name[:4]}|{name[:3]}" for name in _MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH})\.?,? "
    rf"(?P<y>\d{{4}})|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)


@closed
class CheckedDay(TypedDict):
    """A day of the text, and a state of the text on it."""

    date: str
    iso_a3: str
    name: str
    changes: bool
    """Whether the state's status is another than the day before."""
    status: str
    """Its status on that day, in words."""
    sentence: str
    """One sentence that can be quoted."""
    on_record: list[str]
    """The acts and events of the state that the record has on that day, by their titles."""
    source_ids: list[str]


@closed
class StateDays(TypedDict):
    """The days on which the status of a state of the text has changed or changes."""

    iso_a3: str
    name: str
    changes: list[str]
    """Each day with the status that begins on it, in words."""


@closed
class StatementAnswer(Notes):
    """The days and states that a text names, each day held against the record of each state."""

    days: list[CheckedDay]
    states: list[StateDays]


def statement_answer(atlas: Atlas, text: str) -> StatementAnswer:
    """Return what the record has on the days of a text. AskedError for no day or no state in it."""
    if len(text) > MOST_LETTERS:
        raise AskedError(f"text: found {len(text)} letters; expected at most {MOST_LETTERS}")
    days, states = tuple(_days(text)), tuple(_states(atlas, text))
    if not days:
        raise AskedError(
            f"text: found no day from {FIRST_DAY} to {last_day()}; expected one as 20 February 2026"
            " or 2026-02-20"
        )
    if not states:
        raise AskedError("text: found no state; expected one by the name that the atlas uses")
    return {
        **notes(atlas),
        "days": [_checked(atlas, day, iso_a3) for day in days for iso_a3 in states],
        "states": [_changes(atlas, iso_a3) for iso_a3 in states],
    }


def sentence(answer: StatementAnswer) -> str:
    """On which of its days the record has something of a state that the text names."""
    met = [row for row in answer["days"] if row["changes"] or row["on_record"]]
    days = dict.fromkeys(row["date"] for row in answer["days"])
    if not met:
        return f"On none of the {len(days)} days of the text has the record an act of its states."
    told = dict.fromkeys(
        f"{row['name']} on {long_date(date.fromisoformat(row['date']))}" for row in met
    )
    return f"Of the days of the text the record has acts or effects of {', '.join(told)}."


def _days(text: str) -> Iterator[date]:
    seen = set()
    for found in _DAY.finditer(text):
        part = found.groupdict()
        month = (part["m"] or part["m2"] or "").lower()[:3]
        try:
            if part["iso"]:
                day = date.fromisoformat(part["iso"])
            else:
                number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month))
                day = date(int(part["y"] or part["y2"]), number, int(part["d"] or part["d2"]))
        except ValueError:
            continue
        if FIRST_DAY <= day <= last_day() and day not in seen:
            seen.add(day)
            yield day


def _states(atlas: Atlas, text: str) -> Iterator[str]:
    for named in search(atlas).all:
        if named.says:
            continue
        names = {named.name, *named.names}
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names):
            yield named.state


def _checked(atlas: Atlas, day: date, iso_a3: str) -> CheckedDay:
    view = atlas.on(day)
    state = view.states[iso_a3]
    events = [event for event in atlas.events_of(iso_a3) if event.date.first == day]
    cited = (source for event in events for source in event.source_ids)
    return {
        "date": day.isoformat(),
        "iso_a3": iso_a3,
        "name": state.name,
        "changes": any(changed == day for changed, _ in atlas.history(iso_a3).changes),
        "status": status_words(state),
        "sentence": state_sentence(view, iso_a3),
        "on_record": [event.title for event in events if event.date.exact],
        "source_ids": list(dict.fromkeys((*cited, *state.source_ids))),
    }


def _changes(atlas: Atlas, iso_a3: str) -> StateDays:
    days = (day for day, _ in atlas.history(iso_a3).changes if isinstance(day, date))
    told = [f"{day}: {status_words(atlas.on(day).states[iso_a3])}" for day in days]
    name = atlas.record.states[iso_a3].name
    return {"iso_a3": iso_a3, "name": name, "changes": told}

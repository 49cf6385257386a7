"""The address of an answer: date, country, worldview, view and tab, written and read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from geo.answers.search import Meant
from geo.answers.words import english
from geo.answers.words.wordings import counted, filled
from geo.basics.choices import EXTENTS, FIRST_DAY, LATEST, WORLDVIEWS, Extent, Worldview
from geo.basics.dates import exact_day
from geo.basics.formats import long_date
from geo.basics.tracking import is_tracking

LANDING_DAY = date(2026, 2, 20)
"""The day a reader lands on: the last of the five withdrawals takes effect."""

TABS = ("borders", "coverage", "events", "claims", "disagreements", "sources")


@dataclass(frozen=True, slots=True)
class Place:
    """What a reader looks at. `country` is an ISO 3166-1 alpha-3 code, or empty for none."""

    date: date = LANDING_DAY
    country: str = ""
    worldview: Worldview = "un"
    view: Extent = "flank"
    tab: str = "borders"


NAMES = tuple(field.name for field in fields(Place))
"""What an address can name."""

_Text = Literal["not_a_day", "outside", "not_known", "no_state", "twice", "no_such_name", "instead"]
_SHOWN = 40
_TOLD = 5
"""How many complaints a reader is told one by one."""


def encode(place: Place) -> dict[str, str]:
    """The query parameters of a place; the date is always named, other defaults are left out."""
    usual = Place()
    others = {
        name: getattr(place, name)
        for name in ("country", "worldview", "view", "tab")
        if getattr(place, name) != getattr(usual, name)
    }
    return {"date": place.date.isoformat(), **others}


def query(place: Place) -> str:
    """The same as a query string: `date=2026-02-20&country=NOR`."""
    return urlencode(encode(place))


def decode(
    parameters: Mapping[str, Sequence[str]], *, meant: Callable[[str], Meant], last_day: date
) -> tuple[Place, tuple[str, ...]]:
    """The place that query parameters name, and a sentence for each one that is not understood.

    Each name comes with every value it is given. A name and a value are understood as they are
    written and once, as by the API; what is not falls back to the default or, of a day outside the
    atlas, to the nearest inside. A country is meant by whatever people call it (`meant`); one that
    has no status of its own falls back to the state it belongs to. `last_day` is the reader's
    today: `LATEST` in place of a day means it. What `is_tracking` is ignored.
    """
    place, complaints = Place(), []
    allowed: dict[str, Collection[str]] = {
        "worldview": WORLDVIEWS,
        "view": EXTENTS,
        "tab": TABS,
    }
    for name, values in parameters.items():
        if is_tracking(name):
            continue
        if name not in NAMES:
            known = ", ".join(NAMES)
            complaints.append(_said("no_such_name", value=_short(name), known=known))
            continue
        (value, *others), wrong, named = values, "", ""
        if others:
            wrong = _said("twice", name=name, value=_short(", ".join(values)))
        elif name == "date":
            place, wrong = _on(value, place, last_day)
        elif name == "country":
            found = meant(value)
            place, wrong = replace(place, country=found.state), _no_state(found)
            named = found.name
        elif value in allowed[name]:
            place = replace(place, **{name: value})  # type: ignore[arg-type]
        else:
            wrong = _said("not_known", name=name, value=_short(value))
        if wrong:
            usual = named or english.ADDRESS["no_country"]
            shown = {"date": long_date(place.date), "country": usual}.get(name)
            instead = _said("instead", shown=shown or getattr(place, name))
            complaints.append(f"{wrong} {instead}")
    if unsaid := len(complaints[_TOLD:]):
        complaints[_TOLD:] = [counted(english.ADDRESS["more"], unsaid)]
    return place, tuple(complaints)


def _on(value: str, place: Place, last_day: date) -> tuple[Place, str]:
    """The place on the day that a value names, or nearest to it, and what is wrong with it."""
    if value == LATEST:
        return replace(place, date=last_day), ""
    try:
        day = exact_day(value)
    except ValueError:
        return place, _said("not_a_day", value=_short(value))
    if FIRST_DAY <= day <= last_day:
        return replace(place, date=day), ""
    covered = {"first": FIRST_DAY, "last": last_day, "value": day}
    return replace(place, date=min(max(day, FIRST_DAY), last_day)), _said("outside", **covered)


def _no_state(found: Meant) -> str:
    """What is wrong with a country: that it has no status of its own, or that nobody knows it."""
    return found.says and _said("no_state", says=found.says)


def _said(text: _Text, **values: object) -> str:
    return filled(english.ADDRESS[text], **values)


def _short(value: str) -> str:
    """No more of it than fits a line."""
    return value[:_SHOWN]

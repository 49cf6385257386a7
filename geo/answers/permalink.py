"""The address of an answer: all that a reader looks at and has chosen, written and read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from datetime import date as date_
from functools import partial
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlencode

from geo.answers.key_dates import RANGES
from geo.answers.search import Meant
from geo.answers.supposing import Supposing
from geo.answers.words.address import ADDRESS
from geo.answers.words.tongue import Tongue, tongue
from geo.basics import boxes
from geo.basics.choices import (
    EXTENTS,
    FIRST_DAY,
    FLANK_LENS,
    LANGUAGES,
    LATEST,
    WORLDVIEWS,
    Extent,
    Language,
    Worldview,
)
from geo.basics.dates import exact_day
from geo.basics.errors import AtlasError
from geo.basics.languages import USUAL
from geo.basics.tracking import is_tracking

LANDING_DAY = date(2026, 2, 20)
"""The day a reader lands on: the last of the five withdrawals takes effect."""

TABS = ("borders", "states", "coverage", "events", "claims", "disagreements", "sources")

RANGE_NAMES = {str(first.year): first for first in RANGES.values()}
"""What an address calls the ranges of the slider, ascending, and the first day of each."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a reader looks at. `country` is an ISO 3166-1 alpha-3 code, or empty for none.

    `range` is one of RANGE_NAMES, or empty for the narrowest that holds the date; `bounds` is the
    box that the map has been moved to; `filters` are the choices made in tabs, by name; `what_if`
    are the acts that are supposed, as an address writes them; `compare` is another day, with which
    that of the place is compared; `lens` is the border line that is told of, by its id or by the
    code of a state for all its land borders; `lang` is the language asked for, or empty for the one
    that the reader's browser asks for.
    """

    date: date = LANDING_DAY
    country: str = ""
    worldview: Worldview = "un"
    view: Extent = "flank"
    range: str = ""
    tab: str = "borders"
    filters: tuple[tuple[str, str], ...] = ()
    bounds: boxes.Box | None = None
    what_if: str = ""
    compare: date_ | None = None
    lens: str = FLANK_LENS
    lang: Language | Literal[""] = ""

    @property
    def other_lens(self) -> str:
        """The lens, where it is another than the one a reader lands on; else empty."""
        return "" if self.lens == FLANK_LENS else self.lens


NAMES = tuple(field.name for field in fields(Place) if field.name != "filters")
"""What an address can name, besides the filters of tabs."""

_Text = Literal[
    "not_a_day",
    "outside",
    "not_known",
    "no_state",
    "not_a_box",
    "not_supposed",
    "twice",
    "no_such_name",
    "instead",
]
_SPEAK_FOR_THEMSELVES = ("range", "bounds", "what_if", "compare", "lang")
"""Of these a reader sees what is shown instead."""

_SHOWN = 40
_TOLD = 5
"""How many complaints a reader is told one by one."""


def encode(place: Place) -> dict[str, str]:
    """The query parameters of a place; the date is always named, other defaults are left out."""
    usual = Place()
    others = {
        name: getattr(place, name)
        for name in ("country", "worldview", "view", "range", "tab", "what_if", "lens", "lang")
        if getattr(place, name) != getattr(usual, name)
    }
    moved = {"bounds": boxes.written(place.bounds)} if place.bounds else {}
    if place.compare:
        others["compare"] = place.compare.isoformat()
    return {"date": place.date.isoformat(), **others, **dict(place.filters), **moved}


def query(place: Place) -> str:
    """Writes a place as a query string: `date=2026-02-20&country=NOR`."""
    return urlencode(encode(place), safe=",:")


def in_frame(place: Place) -> Place:
    """Return what of a place a frame shows: one day, and no tabs."""
    return replace(place, tab=Place().tab, filters=(), compare=None)


def narrowest(day: date) -> str:
    """The name of the narrowest range that holds a day."""
    return [name for name, first in RANGE_NAMES.items() if first <= day][-1]


def decode(
    parameters: Mapping[str, Sequence[str]],
    *,
    meant: Callable[[str], Meant],
    supposed: Callable[[str], Supposing],
    last_day: date,
    lenses: Collection[str] = (FLANK_LENS,),
    filters: Mapping[str, Collection[str]] = MappingProxyType({}),
    wanted: Language = USUAL,
) -> tuple[Place, tuple[str, ...]]:
    """The place that query parameters name, and a sentence for each one that is not understood.

    Each name comes with every value it is given. A name and a value are understood as they are
    written and once, as by the API; what is not falls back to the default or, of a day outside the
    atlas, to the nearest inside. A country is meant by whatever people call it (`meant`); one that
    has no status of its own falls back to the state it belongs to. Acts that cannot be `supposed`
    are left out, all of them. `lenses` are the names of border lines. `last_day` is the reader's
    today: `LATEST` in place of a day means it; a reader goes on to where what is supposed has taken
    effect. What `is_tracking` is ignored. `filters` are those of the tabs and what each may be; a
    range that does not hold the day widens. The sentences are in the language that the parameters
    name, else in the one that is `wanted`.
    """
    place, complaints = Place(), []
    spoken = tongue(named_in(parameters) or wanted)
    said = partial(_said, spoken)
    acts = supposed(parameters["what_if"][0]) if len(parameters.get("what_if", ())) == 1 else None
    last_day = max(last_day, acts.last) if acts else last_day
    chosen: dict[str, str] = {}
    allowed: dict[str, Collection[str]] = {
        "worldview": WORLDVIEWS,
        "view": EXTENTS,
        "range": RANGE_NAMES,
        "tab": TABS,
        "lens": lenses,
        "lang": LANGUAGES,
        **filters,
    }
    for name, values in parameters.items():
        if is_tracking(name):
            continue
        if name not in NAMES and name not in filters:
            known = ", ".join(NAMES)
            complaints.append(said("no_such_name", value=_short(name), known=known))
            continue
        (value, *others), wrong, named = values, "", ""
        if others:
            wrong = said("twice", name=name, value=_short(", ".join(values)))
        elif name == "date":
            place, wrong = _on(value, place, last_day, spoken)
        elif name == "country":
            found = meant(value)
            place = replace(place, country=found.state)
            wrong = found.says and said("no_state", says=found.says)
            named = found.name
        elif name == "compare":
            other, wrong = _on(value, place, last_day, spoken)
            place = place if wrong else replace(place, compare=other.date)
        elif name == "bounds":
            place, wrong = _in_box(value, place, spoken)
        elif name == "what_if" and acts:
            place = replace(place, what_if=acts.acts)
            wrong = acts.refusal and said("not_supposed", says=acts.refusal)
        elif value in allowed[name]:
            if name in filters:
                chosen[name] = value
                continue
            place = replace(place, **{name: value})  # type: ignore[arg-type]
        else:
            wrong = said("not_known", name=name, value=_short(value))
        if wrong and name not in _SPEAK_FOR_THEMSELVES and name not in filters:
            usual = named or spoken.text(ADDRESS["no_country"])
            shown = {"date": spoken.on(place.date), "country": usual}.get(name)
            instead = said("instead", shown=shown or getattr(place, name))
            wrong = f"{wrong} {instead}"
        if wrong:
            complaints.append(wrong)
    if place.range and (
        RANGE_NAMES[place.range] > place.date or place.range == narrowest(place.date)
    ):
        place = replace(place, range="")
    place = replace(place, filters=tuple((n, chosen[n]) for n in filters if n in chosen))
    if unsaid := len(complaints[_TOLD:]):
        complaints[_TOLD:] = [spoken.counted(ADDRESS["more"], unsaid)]
    return place, tuple(complaints)


def named_in(parameters: Mapping[str, Sequence[str]]) -> Language | Literal[""]:
    """The language that query parameters name, once and as it is written; empty for none."""
    named = parameters.get("lang", ())
    return next((each for each in LANGUAGES if [each] == list(named)), "")


def _on(value: str, place: Place, last_day: date, spoken: Tongue) -> tuple[Place, str]:
    """The place on the day that a value names, or nearest to it, and what is wrong with it."""
    if value == LATEST:
        return replace(place, date=last_day), ""
    try:
        day = exact_day(value)
    except ValueError:
        return place, _said(spoken, "not_a_day", value=_short(value))
    if FIRST_DAY <= day <= last_day:
        return replace(place, date=day), ""
    covered = {"first": FIRST_DAY, "last": last_day, "value": day}
    return replace(place, date=min(max(day, FIRST_DAY), last_day)), _said(
        spoken, "outside", **covered
    )


def _in_box(value: str, place: Place, spoken: Tongue) -> tuple[Place, str]:
    """The place with the box that a value names, and what is wrong with it."""
    try:
        return replace(place, bounds=boxes.parse(value)), ""
    except AtlasError:
        return place, _said(spoken, "not_a_box", value=_short(value))


def _said(spoken: Tongue, text: _Text, **values: object) -> str:
    return spoken.text(ADDRESS[text], **values)


def _short(value: str) -> str:
    """No more of it than fits a line."""
    return value[:_SHOWN]

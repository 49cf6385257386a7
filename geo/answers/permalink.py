"""The address of an answer: all that a reader looks at and has chosen, written and read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from datetime import date as date_
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
_SHOWN_INSTEAD = ("date", "country", "worldview", "view", "tab", "lens")
"""Of these a complaint says what is shown instead; of the others a reader sees it."""
_CHOICES: Mapping[str, Collection[str]] = {
    "worldview": WORLDVIEWS,
    "view": EXTENTS,
    "range": RANGE_NAMES,
    "tab": TABS,
    "lang": LANGUAGES,
}
"""The parameters that name one of a few, and which these are."""

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
    spoken = tongue(named_in(parameters) or wanted)
    acts = supposed(parameters["what_if"][0]) if len(parameters.get("what_if", ())) == 1 else None
    reading = _Reading(
        spoken,
        meant,
        acts,
        last_day=max(last_day, acts.last) if acts else last_day,
        allowed={**_CHOICES, "lens": lenses, **filters},
    )
    place, complaints = Place(), []
    for name, values in parameters.items():
        if not is_tracking(name):
            place, complaint = reading.read(name, values, place)
            complaints += [complaint] if complaint else []
    if place.range and (
        RANGE_NAMES[place.range] > place.date or place.range == narrowest(place.date)
    ):
        place = replace(place, range="")
    chosen = dict(place.filters)
    place = replace(place, filters=tuple((n, chosen[n]) for n in filters if n in chosen))
    if unsaid := len(complaints[_TOLD:]):
        complaints[_TOLD:] = [spoken.counted(ADDRESS["more"], unsaid)]
    return place, tuple(complaints)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one parameter of an address after another into a place.

    `allowed` are the values of those that name one of a few, the filters of tabs among them.
    """

    spoken: Tongue
    meant: Callable[[str], Meant]
    acts: Supposing | None
    last_day: date
    allowed: Mapping[str, Collection[str]]

    def read(self, name: str, values: Sequence[str], place: Place) -> tuple[Place, str]:
        """The place with what a parameter names, and a sentence where it is not understood."""
        if name not in NAMES and name not in self.allowed:
            known = ", ".join(NAMES)
            return place, self._said("no_such_name", value=_short(name), known=known)
        if len(values) > 1:
            wrong = self._said("twice", name=name, value=_short(", ".join(values)))
        else:
            place, wrong = self._understood(name, values[0], place)
        if wrong and name in _SHOWN_INSTEAD:
            wrong = f"{wrong} {self._instead(name, values, place)}"
        return place, wrong

    def _understood(self, name: str, value: str, place: Place) -> tuple[Place, str]:
        match name:
            case "date":
                return self._on(value, place)
            case "compare":
                other, wrong = self._on(value, place)
                return (place if wrong else replace(place, compare=other.date)), wrong
            case "country":
                found = self.meant(value)
                wrong = found.says and self._said("no_state", says=found.says)
                return replace(place, country=found.state), wrong
            case "bounds":
                return self._in_box(value, place)
            case "what_if" if self.acts:
                refusal = self.acts.refusal
                wrong = refusal and self._said("not_supposed", says=refusal)
                return replace(place, what_if=self.acts.acts), wrong
            case _ if value not in self.allowed[name]:
                return place, self._said("not_known", name=name, value=_short(value))
            case _ if name in NAMES:
                return replace(place, **{name: value}), ""  # type: ignore[arg-type]
            case _:
                return replace(place, filters=(*place.filters, (name, value))), ""

    def _instead(self, name: str, values: Sequence[str], place: Place) -> str:
        """What is shown in place of a value that is not understood."""
        shown: object = getattr(place, name)
        if name == "date":
            shown = self.spoken.on(place.date)
        elif name == "country":
            named = self.meant(values[0]).name if len(values) == 1 else ""
            shown = named or self.spoken.text(ADDRESS["no_country"])
        return self._said("instead", shown=shown)

    def _on(self, value: str, place: Place) -> tuple[Place, str]:
        """The place on the day that a value names, or nearest to it, and what is wrong with it."""
        if value == LATEST:
            return replace(place, date=self.last_day), ""
        try:
            day = exact_day(value)
        except ValueError:
            return place, self._said("not_a_day", value=_short(value))
        if FIRST_DAY <= day <= self.last_day:
            return replace(place, date=day), ""
        nearest = replace(place, date=min(max(day, FIRST_DAY), self.last_day))
        return nearest, self._said("outside", first=FIRST_DAY, last=self.last_day, value=day)

    def _in_box(self, value: str, place: Place) -> tuple[Place, str]:
        """The place with the box that a value names, and what is wrong with it."""
        try:
            return replace(place, bounds=boxes.parse(value)), ""
        except AtlasError:
            return place, self._said("not_a_box", value=_short(value))

    def _said(self, text: _Text, **values: object) -> str:
        return self.spoken.text(ADDRESS[text], **values)


def named_in(parameters: Mapping[str, Sequence[str]]) -> Language | Literal[""]:
    """The language that query parameters name, once and as it is written; empty for none."""
    named = parameters.get("lang", ())
    return next((each for each in LANGUAGES if [each] == list(named)), "")


def _short(value: str) -> str:
    """No more of it than fits a line."""
    return value[:_SHOWN]

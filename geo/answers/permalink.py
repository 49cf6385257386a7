"""The address of an answer: date, country, worldview, view and tab, written and read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from geo.basics.choices import EXTENTS, FIRST_DAY, WORLDVIEWS, Extent, Worldview

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
    parameters: Mapping[str, str], *, countries: Collection[str], last_day: date
) -> tuple[Place, tuple[str, ...]]:
    """The place that query parameters name, and a sentence for each one that makes no sense.

    What makes no sense falls back to the default; parameters of other names are left alone.
    """
    place, complaints = Place(), []
    if asked := parameters.get("date"):
        try:
            day = date.fromisoformat(asked)
        except ValueError:
            complaints.append(
                f"The date “{asked[:40]}” in the address is not a day written YYYY-MM-DD."
            )
        else:
            nearest = min(max(day, FIRST_DAY), last_day)
            if nearest != day:
                complaints.append(
                    f"The atlas covers {FIRST_DAY.isoformat()} to {last_day.isoformat()};"
                    f" {day.isoformat()} in the address lies outside."
                )
            place = replace(place, date=nearest)
    allowed: dict[str, Collection[str]] = {
        "country": countries,
        "worldview": WORLDVIEWS,
        "view": EXTENTS,
        "tab": TABS,
    }
    for name, values in allowed.items():
        asked = parameters.get(name)
        if not asked:
            continue
        if asked in values:
            place = replace(place, **{name: asked})  # type: ignore[arg-type]
        else:
            complaints.append(
                f"The {name} “{asked[:40]}” in the address is not one the atlas knows."
            )
    return place, tuple(complaints)

"""The field that shows the day and takes another: a browser's own, which goes with the thumb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from geo.answers.words.tongue import Tongue
from geo.server.page import mounted


def date_box(first: date, last: date, on_day: Callable[[date], None], spoken: Tongue) -> None:
    """Draw the field; `on_day` is called with a day from `first` to `last` that a reader enters."""
    mounted.draw(
        "date_box",
        mounted.html("date_box.html", spoken),
        mounted.data("date", first=first.isoformat(), last=last.isoformat()),
        name=f"date_box_{spoken.language}",
        day=lambda value: on_day(date.fromisoformat(value)),
    )

"""A field for a day beside that of the page: a browser's own, which speaks as the browser does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from geo.server.page import mounted
from geo.web.templating import render

_HTML = render("day_field.html")


def day_field(
    label: str,
    shown: date | None,
    first: date,
    last: date,
    on_day: Callable[[date], None],
    key: str,
) -> None:
    """Draw it with a day in it, or empty; `on_day` is called with one from `first` to `last` that a
    reader enters.
    """
    day = shown.isoformat() if shown else ""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    mounted.draw(
        key,
        _HTML,
        mounted.data("day", label=label, day=day, **span),
        name="day_field",
        day=lambda value: on_day(date.fromisoformat(value)),
    )

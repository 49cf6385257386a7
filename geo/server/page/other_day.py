"""The slider of the day with which that of the page is compared; there while one is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from geo.answers.words.tongue import Tongue
from geo.basics.choices import FIRST_DAY
from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import mounted


def other_day(on_day: Callable[[date], None], spoken: Tongue) -> None:
    """Draw it; `on_day` is called with the day on which a reader leaves it."""
    maps = current_data.CURRENT.get().map_data()
    timelines = {worldview: at(roles["timeline"].address) for worldview, roles in maps.items()}
    mounted.draw(
        "other_day",
        mounted.html("other_day.html", spoken),
        mounted.data("other", first=FIRST_DAY.isoformat(), timelines=timelines),
        name=f"other_day_{spoken.language}",
        day=lambda value: on_day(date.fromisoformat(value)),
    )

"""Play through time: a small component that moves the slider's thumb in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from geo.answers.words.tongue import Tongue
from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import mounted

_STYLE = Path(__file__).with_name("player.css").read_text(encoding="utf-8")


def player(
    days: Mapping[str, tuple[date, ...]],
    story_end: date,
    on_day: Callable[[date], None],
    spoken: Tongue,
) -> None:
    """Draw play, pause, mode and speed; `on_day` is called with the day of a pause.

    `days` are those a step leads to, "all" and those of "law" alone, which a browser knows before
    it has the words of each.

    From the end of the story on, there is nothing to come, and play tells it from its beginning.
    """
    told = mounted.data(
        "player",
        days={kind: [day.isoformat() for day in some] for kind, some in days.items()},
        story_end=story_end.isoformat(),
        steps=at(current_data.CURRENT.get().dossier_data()["un"]["steps"].address),
    )
    mounted.draw(
        "player",
        mounted.html("player.html", spoken),
        told,
        name=f"player_{spoken.language}",
        css=_STYLE,
        day=lambda value: on_day(date.fromisoformat(value)),
    )

"""The picture tool of an assistant: the map of a day, drawn by whoever holds the tools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from geo.answers import permalink, through
from geo.answers.assistant import asked
from geo.answers.permalink import Place
from geo.atlas import Atlas, View
from geo.basics.choices import FLANK_LENS, Extent, Theme, Worldview

Draw = Callable[["Atlas", "View", dict[str, Any]], bytes]
"""Draws a view as a PNG, in an atlas that may suppose; the rest is as for `geo.pictures.render`."""


@dataclass(frozen=True, slots=True)
class PictureTool:
    """Over one atlas; `base` as for `Tools`."""

    atlas: Atlas
    base: str
    draw: Draw

    def picture(
        self,
        date: str = "",
        view: Extent = "flank",
        lens: str = "",
        country: str = "",
        worldview: Worldview = "un",
        theme: Theme = "light",
        what_if: str = "",
    ) -> list[Any]:
        """The map of a day as a PNG, after the sentence of the day and the picture's address.

        `view` is what it frames, `lens` the border line it tells of, `country` a state to outline.
        """
        from mcp.server.mcpserver import Image

        atlas = asked.supposing(self.atlas, what_if)
        place = Place(
            asked.day("date", date),
            asked.state(atlas, country) or "",
            worldview,
            view,
            what_if=what_if,
            lens=asked.lens(atlas, lens) or FLANK_LENS,
        )
        query = permalink.encode(place) | {"theme": theme, "scale": "1"}
        address = f"{self.base.rstrip('/')}/api/v1/snapshot.png?{urlencode(query, safe=',:')}"
        shown = atlas.on(place.date, worldview)
        how = {
            "extent": view,
            "scale": 1,
            "theme": theme,
            "highlight": place.country or None,
            "lens": place.lens,
        }
        png = self.draw(atlas, shown, how)
        said = through.sentence(atlas, shown, place)
        return [f"{said} {address}", Image(data=png, format="png")]

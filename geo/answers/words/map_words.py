"""The words of the map: its legend, its buttons, its bubbles, what it is called."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words import legend
from geo.answers.words.status_words import REMAINS_BOUND
from geo.answers.words.wordings import texts_of
from geo.treaty import Practice


class MapWords(TypedDict):
    """What the map says; `frame` and `region` name it to those who hear the page."""

    legend: Annotated[str, "Legend"]
    practice: Annotated[str, legend.PRACTICE_KEYS[Practice.SUSPENSION_DECLARED]]
    covered: Annotated[str, legend.COVERED_WORDS]
    not_covered: Annotated[str, legend.NOT_COVERED_WORDS]
    cover_unknown: Annotated[str, legend.COVER_UNKNOWN_WORDS]
    unknown_mark: Annotated[str, legend.UNKNOWN_MARK]
    flank: Annotated[str, legend.FLANK_WORDS]
    programmes: Annotated[str, legend.PROGRAMMES_WORDS]
    programme: Annotated[str, legend.PROGRAMME_WORDS]
    not_in_list: Annotated[str, legend.NOT_IN_LIST_WORDS]
    remains_bound: Annotated[str, REMAINS_BOUND]
    border_km: Annotated[str, "{km} km."]
    two_fingers: Annotated[str, "Two fingers move the map"]
    wheel: Annotated[str, "Click the map, or hold Ctrl, to zoom with the wheel"]
    keys: Annotated[str, "Arrow keys move the map, Enter chooses the state in the ring"]
    full_screen: Annotated[str, "Full screen"]
    zoom_in: Annotated[str, "Zoom in"]
    zoom_out: Annotated[str, "Zoom out"]
    disclaimer: Annotated[str, legend.NOT_A_MINEFIELD_MAP]
    borders_from: Annotated[str, "Borders: Natural Earth (public domain)"]
    frame: Annotated[str, "Map"]
    region: Annotated[str, "Map of treaty status. The country list gives the same without a mouse."]
    other_day: Annotated[str, "Map of treaty status on {day}"]
    split: Annotated[str, "Where the map is parted: {first} at its left, {last} at its right"]
    unreachable: Annotated[
        str, "The map data could not be fetched. Check the connection and reload the page."
    ]
    asked_again: Annotated[str, "The map data could not be fetched yet and are asked for again."]


MAP = texts_of(MapWords)

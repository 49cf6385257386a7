"""The words of the map: its legend, its buttons, its bubbles, what it is called."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.words import legend
from geo.answers.words.status_words import REMAINS_BOUND
from geo.treaty import Practice


class MapWords(TypedDict):
    """What the map says; `frame` and `region` name it to those who hear the page."""

    legend: str
    practice: str
    covered: str
    not_covered: str
    cover_unknown: str
    unknown_mark: str
    flank: str
    programmes: str
    programme: str
    not_in_list: str
    remains_bound: str
    border_km: str
    two_fingers: str
    wheel: str
    keys: str
    full_screen: str
    zoom_in: str
    zoom_out: str
    disclaimer: str
    borders_from: str
    frame: str
    region: str
    other_day: str
    split: str
    unreachable: str
    asked_again: str


MAP: MapWords = {
    "legend": "Legend",
    "practice": legend.PRACTICE_KEYS[Practice.SUSPENSION_DECLARED],
    "covered": legend.COVERED_WORDS,
    "not_covered": legend.NOT_COVERED_WORDS,
    "cover_unknown": legend.COVER_UNKNOWN_WORDS,
    "unknown_mark": legend.UNKNOWN_MARK,
    "flank": legend.FLANK_WORDS,
    "programmes": legend.PROGRAMMES_WORDS,
    "programme": legend.PROGRAMME_WORDS,
    "not_in_list": legend.NOT_IN_LIST_WORDS,
    "remains_bound": REMAINS_BOUND,
    "border_km": "{km} km.",
    "two_fingers": "Two fingers move the map",
    "wheel": "Click the map, or hold Ctrl, to zoom with the wheel",
    "keys": "Arrow keys move the map, Enter chooses the state in the ring",
    "full_screen": "Full screen",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "disclaimer": legend.NOT_A_MINEFIELD_MAP,
    "borders_from": "Borders: Natural Earth (public domain)",
    "frame": "Map",
    "region": "Map of treaty status. The country list gives the same without a mouse.",
    "other_day": "Map of treaty status on {day}",
    "split": "Where the map is parted: {first} at its left, {last} at its right",
    "unreachable": "The map data could not be fetched. Check the connection and reload the page.",
    "asked_again": "The map data could not be fetched yet and are asked for again.",
}

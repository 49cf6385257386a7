"""The words for a reader whose address is not understood."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.words.wordings import Counted


class AddressWords(TypedDict):
    """What is said to a reader whose address is not understood, and what is shown instead."""

    not_a_day: str
    outside: str
    not_known: str
    no_state: str
    not_a_box: str
    not_supposed: str
    supposed_elsewhere: str
    lens_elsewhere: str
    twice: str
    no_such_name: str
    instead: str
    no_country: str
    more: Counted


ADDRESS: AddressWords = {
    "not_a_day": "The date “{value}” in the address is not a day written YYYY-MM-DD.",
    "outside": "The atlas covers {first} to {last}; {value} in the address lies outside.",
    "not_known": "The {name} “{value}” in the address is not one the atlas knows.",
    "no_state": "The country in the address is not shown as asked. {says}",
    "not_a_box": "The bounds “{value}” in the address are no WEST,SOUTH,EAST,NORTH in degrees.",
    "not_supposed": "What the address supposes is left out. {says}",
    "supposed_elsewhere": "What the address supposes is computed on the atlas’s own page alone.",
    "lens_elsewhere": "The border line in the address is drawn on the atlas’s own page alone.",
    "twice": "The address gives the {name} more than once: “{value}”.",
    "no_such_name": "The address asks for “{value}”, which is none of: {known}. It is left out.",
    "instead": "Shown instead: {shown}.",
    "no_country": "no country",
    "more": {
        "one": "{count} more thing in the address is not understood.",
        "other": "{count} more things in the address are not understood.",
    },
}

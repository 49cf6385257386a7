"""The words for a reader whose address is not understood."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words.wordings import Counted, texts_of


class AddressWords(TypedDict):
    """What is said to a reader whose address is not understood, and what is shown instead."""

    not_a_day: Annotated[str, "The date “{value}” in the address is not a day written YYYY-MM-DD."]
    outside: Annotated[
        str, "The atlas covers {first} to {last}; {value} in the address lies outside."
    ]
    not_known: Annotated[str, "The {name} “{value}” in the address is not one the atlas knows."]
    no_state: Annotated[str, "The country in the address is not shown as asked. {says}"]
    not_a_box: Annotated[
        str, "The bounds “{value}” in the address are no WEST,SOUTH,EAST,NORTH in degrees."
    ]
    not_supposed: Annotated[str, "What the address supposes is left out. {says}"]
    supposed_elsewhere: Annotated[
        str, "What the address supposes is computed on the atlas’s own page alone."
    ]
    lens_elsewhere: Annotated[
        str, "The border line in the address is drawn on the atlas’s own page alone."
    ]
    twice: Annotated[str, "The address gives the {name} more than once: “{value}”."]
    no_such_name: Annotated[
        str, "The address asks for “{value}”, which is none of: {known}. It is left out."
    ]
    instead: Annotated[str, "Shown instead: {shown}."]
    no_country: Annotated[str, "no country"]
    more: Annotated[
        Counted,
        {
            "one": "{count} more thing in the address is not understood.",
            "other": "{count} more things in the address are not understood.",
        },
    ]


ADDRESS = texts_of(AddressWords)

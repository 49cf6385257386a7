"""How a text is filled in and counted; the words themselves stand in the rooms beside this one.

Whoever shows a text fills in `{count}` and other names in braces; figures, dates and names of the
record never stand in it.
"""

from __future__ import annotations

from typing import NotRequired, TypeVar, cast, get_type_hints

from typing_extensions import TypedDict

Words = TypeVar("Words")


class Counted(TypedDict):
    """A text with a `{count}`, for one thing and for any other number of them.

    Other languages have other forms, by the names that CLDR has for them.
    """

    one: str
    other: str
    zero: NotRequired[str]
    two: NotRequired[str]
    few: NotRequired[str]
    many: NotRequired[str]


def texts_of(shape: type[Words]) -> Words:
    """Return the texts that stand beside the keys of a shape, as `Annotated[str, "Close"]`.

    So a text has its name, its kind and its English in one place.
    """
    hints = get_type_hints(shape, include_extras=True)
    return cast("Words", {name: hint.__metadata__[0] for name, hint in hints.items()})


class Lacking(str):
    """A text that a language has no words for, so that it stands in English."""

    __slots__ = ()


def filled(text: str, **values: object) -> str:
    """The text with its names in braces filled in."""
    return text.format_map(values)

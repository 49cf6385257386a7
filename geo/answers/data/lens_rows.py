"""A lens as answers name it: which border line they are of."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from geo.answers import scopes
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.formats import capital
from geo.basics.shapes import closed, shaped
from geo.records.line_rows import Lens


@closed
class LensRow(TypedDict):
    """A border line that can be asked about by its id, on any day."""

    lens_id: str
    """What `lens` takes in an address; the code of a state there means all its land borders."""
    title: str
    """Which borders it is of."""
    side_a: list[str]
    """One side as the record has it: codes of states and ids of groups, or `neighbours`."""
    side_b: list[str]
    """The other side, likewise."""
    note: str
    """What a reader of this line should know; empty where it is all borders of one state."""


class OfALens(TypedDict):
    """What an answer carries that can be of a lens."""

    lens: NotRequired[
        Annotated[
            LensRow, Field(description="The border line it is of, there where one was asked for.")
        ]
    ]


def lens_row(lens: Lens, tongue: Tongue = ENGLISH) -> LensRow:
    """A lens of the record, or one that stands for all borders of a state."""
    said = {"title": capital(tongue.text(lens.title)), "note": tongue.text(lens.note)}
    return shaped(lens, LensRow, **said)


def named_row(atlas: Atlas, name: str, tongue: Tongue = ENGLISH) -> LensRow:
    """The same by a name, its title in a language. KeyError for a name of none."""
    row = lens_row(scopes.lens_of(atlas, name), tongue)
    return {**row, "title": capital(scopes.called(atlas, name, tongue))}


def of_lens(atlas: Atlas, name: str | None, tongue: Tongue = ENGLISH) -> OfALens:
    """The lens of that name, or nothing where none is named. KeyError for a name of none."""
    return {"lens": named_row(atlas, name, tongue)} if name else {}

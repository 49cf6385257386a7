"""The words of feeds and calendars."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words.wordings import texts_of


class FollowingWords(TypedDict):
    """What a feed or a calendar is called, and how an entry names its publishers."""

    title: Annotated[str, "Ottawa Atlas: acts and effects under the Mine Ban Convention"]
    title_of: Annotated[str, "Ottawa Atlas: {state} and the Mine Ban Convention"]
    sources: Annotated[str, "Sources: {sources}."]
    version: Annotated[str, "Data version {version}."]


FOLLOWING = texts_of(FollowingWords)

EFFECTS = {
    "entry_into_force": "The Convention enters into force for {state}",
    "withdrawal_effective": "{states} withdrawal takes effect",
}
"""The title of an effect that no event of the record tells, by the kind of event it would be."""

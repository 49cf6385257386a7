"""The words of feeds and calendars."""

from __future__ import annotations

from typing import TypedDict


class FollowingWords(TypedDict):
    """What a feed or a calendar is called, and how an entry names its publishers."""

    title: str
    title_of: str
    sources: str
    version: str


FOLLOWING: FollowingWords = {
    "title": "Ottawa Atlas: acts and effects under the Mine Ban Convention",
    "title_of": "Ottawa Atlas: {state} and the Mine Ban Convention",
    "sources": "Sources: {sources}.",
    "version": "Data version {version}.",
}

EFFECTS = {
    "entry_into_force": "The Convention enters into force for {state}",
    "withdrawal_effective": "{states} withdrawal takes effect",
}
"""The title of an effect that no event of the record tells, by the kind of event it would be."""

"""A text that is made before it is known in which language it will be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.errors import AtlasError

Telling: TypeAlias = Callable[[Tongue], str]
"""What tells a text in a language."""


@dataclass(frozen=True, slots=True)
class Said:
    """An English text and what fills its places; several choices fill one as a list with "or"."""

    english: str
    places: Mapping[str, object] = field(default_factory=dict)

    def __call__(self, tongue: Tongue) -> str:
        """The text in a language."""
        filling = {name: _told(value, tongue) for name, value in self.places.items()}
        return tongue.text(self.english, **filling)

    def __str__(self) -> str:
        return self(ENGLISH)


def _told(value: object, tongue: Tongue) -> object:
    if isinstance(value, tuple):
        return tongue.either(value)
    if isinstance(value, Retold):
        return value.telling(tongue)
    return value(tongue) if isinstance(value, Said) else value


def said(english: str, **places: object) -> Said:
    """A text with what fills its places."""
    return Said(english, places)


def reason(error: AtlasError) -> Said:
    """What an error says, to be told in the reader's language where the catalogue has it."""
    return Said(error.english, error.places)


class Retold(str):
    """An English text that can be told again in another language."""

    __slots__ = ("telling",)
    telling: Telling

    @classmethod
    def of(cls, telling: Telling) -> Retold:
        """Return what tells it, as English."""
        made = cls(telling(ENGLISH))
        made.telling = telling
        return made


def retold(text: str, tongue: Tongue) -> str:
    """A text in a language, where it or the catalogue has one; else as it is."""
    return text.telling(tongue) if isinstance(text, Retold) else tongue.text(text)

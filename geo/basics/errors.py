"""The errors the atlas raises on purpose: each says what was met, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Sequence


class AtlasError(Exception):
    """Anything the atlas can explain to its user; a command prints it and leaves, no traceback.

    It is English; a sentence that is given with what fills its places in braces can be told in
    another language too.
    """

    def __init__(self, english: str, /, **places: object) -> None:
        super().__init__(english.format_map(places) if places else english)
        self.english, self.places = english, places


class PageError(AtlasError):
    """What was given is not the depositary's page, cannot be read as one, or could not be had."""


class NotInstalledError(AtlasError):
    """A package that only some installations have, asked for on one that has not."""


class SourceError(AtlasError):
    """A Natural Earth file that cannot be read, or is not the layer the build needs."""


class BordersError(AtlasError):
    """A shipped file under data/borders that is missing, damaged or at odds with itself.

    `file` is its name, empty where the fault is not in one file.
    """

    def __init__(self, words: str, file: str = "") -> None:
        super().__init__(words)
        self.file = file


def expect(name: str, value: object, allowed: Sequence[object]) -> None:
    """Raise AtlasError, with what is allowed, unless `value` is one of those."""
    if isinstance(value, bool) or value not in allowed:
        words = f"{allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else None
        raise AtlasError(f"{name} {value!r}: expected {words or ', '.join(map(str, allowed))}")

"""One of a few values, asked for by a caller or by the name of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from geo.basics.errors import AtlasError

F = TypeVar("F", bound=str)


def expect(name: str, value: object, allowed: Sequence[object]) -> None:
    """Raise AtlasError, with what is allowed, unless `value` is one of those."""
    if isinstance(value, bool) or value not in allowed:
        words = f"{allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else None
        raise AtlasError(f"{name} {value!r}: expected {words or ', '.join(map(str, allowed))}")


def format_of(path: Path, formats: Sequence[F]) -> F:
    """The format that a file name asks for by its suffix. Raises AtlasError for another suffix."""
    for fmt in formats:
        if path.suffix.lower() == f".{fmt}":
            return fmt
    *others, last = (f".{fmt}" for fmt in formats)
    names = f"{', '.join(others)} or {last}"
    raise AtlasError(f"{path}: expected a name that ends in {names}, for that format")

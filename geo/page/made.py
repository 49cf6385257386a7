"""Files made for readers of the page: each made once however many ask, and kept while there is room."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from geo.api.kept import Kept
from geo.exports import File

_MEGABYTE = 2**20


def _size(file: File) -> int:
    return len(file.content)


# One at a time: the page itself needs the other core.
FILES: Kept[File] = Kept("atlas-files", _size, limit_bytes=64 * _MEGABYTE, workers=1, waiting=24)


def content(key: Hashable, make: Callable[[], File]) -> bytes:
    """The bytes of a file, made now unless they are kept. Raises BusyError, and what `make` does."""
    return FILES.ask(key, make).result().content


def later(key: Hashable, make: Callable[[], File]) -> Callable[[], bytes]:
    """For a download button: nothing is made before somebody asks."""
    return partial(content, key, make)


def size(key: Hashable) -> str:
    """How much a file weighs, in words, once it has been made; before that nothing."""
    file = FILES.get(key)
    return size_words(len(file.content)) if file else ""


def size_words(count: int) -> str:
    """Bytes as a reader counts them: 412 kB, 1.4 MB."""
    return f"{count / 1e6:.1f} MB" if count >= 999_500 else f"{max(1, round(count / 1e3))} kB"

"""Where a name that a reader gives leads: to a file, or into something that is no file.

A device, a FIFO and an open descriptor (/dev/stdout, /dev/fd/3) are written into and stay what they
are; a symbolic link is followed and stays a link.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

STANDARD_OUTPUT = Path("-")
"""The name of standard output; a file that is called so is ./-, which `named` tells apart."""

_MOST_LINKS = 40
_DESCRIPTOR = re.compile(r"(?:/dev|/proc/(?:[0-9]+)(?:/task/[0-9]+)?)/fd/([0-9]+)", re.ASCII)


def named(text: str) -> Path:
    """The path of a name as it is typed: - is STANDARD_OUTPUT, ./- a file in this folder."""
    path = Path(text)
    return Path.cwd() / path if path == STANDARD_OUTPUT and text != "-" else path


def followed(path: Path) -> Path:
    """Return what a path leads to, itself unless it is a symbolic link; the target may be missing.

    A link to an open descriptor is not followed, for what it shows is not always a path. Raises
    OSError for links that lead in a circle.
    """
    at = path
    for _ in range(_MOST_LINKS):
        at = Path(os.path.realpath(at.parent), at.name)
        if _DESCRIPTOR.fullmatch(str(at)) or not at.is_symlink():
            return at
        at = at.parent / at.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def is_stream(path: Path) -> bool:
    """Whether what stands under a name is written into, not replaced: neither file nor folder."""
    if path == STANDARD_OUTPUT:
        return True
    try:
        at = followed(path)
        mode = at.stat().st_mode
    except OSError:
        return False
    descriptor = _DESCRIPTOR.fullmatch(str(at)) is not None
    return descriptor or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_standard_output(path: Path) -> bool:
    """Whether what is written under a name goes where answers are printed."""
    return path == STANDARD_OUTPUT or (is_stream(path) and _own_descriptor(followed(path)) == 1)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a stream to be written into, where it stands. Raises OSError for what cannot be."""
    if path == STANDARD_OUTPUT:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    at = followed(path)
    own = _own_descriptor(at)
    if own is not None:
        sys.stdout.flush()
        # Opened anew, a file behind it would be written from its beginning.
        handle = os.dup(own)
    else:
        handle = os.open(at, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(handle, "wb", buffering=0) as stream:
        yield stream


def _own_descriptor(at: Path) -> int | None:
    """The number of an open descriptor of this process that a path names."""
    found = _DESCRIPTOR.fullmatch(str(at))
    ours = str(at).startswith(("/dev/", f"/proc/{os.getpid()}/"))
    return int(found[1]) if found and ours else None

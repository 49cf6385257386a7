"""Gives memory that nobody uses back to the system."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import os
import sys
from pathlib import Path

LOOK_AGAIN_SECONDS = 1.0
GROWN_BYTES = 8 * 2**20
"""So much more than after the last time is worth giving back."""

_STATM = Path("/proc/self/statm")


def settle() -> None:
    """Tell the collector of garbage that what all visitors share stays, and give back the rest.

    Walking through it again and again would cost more than the page itself.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> None:
    """Return what is free within the heap, which nothing else does (glibc); takes 2 ms."""
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)


async def watch() -> None:
    """Give back what has become free, for as long as the server runs.

    The page and what Streamlit needs for it are loaded by its first visitor, and leave 12 MB free;
    a minute of ever-new answers leaves 50.
    """
    loaded, least = 0, 0
    while True:
        await asyncio.sleep(LOOK_AGAIN_SECONDS)
        held = held_bytes()
        if len(sys.modules) != loaded or held > least + GROWN_BYTES:
            loaded = len(sys.modules)
            await asyncio.to_thread(give_back)
            least = held_bytes()
        least = min(least, held)


def held_bytes() -> int:
    """Return what this process holds of the machine's memory; 0 where the system does not tell."""
    try:
        return int(_STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0

"""The answers and pictures that the API keeps in memory.

What is the same for all is kept in caches of its own: whatever one client asks for, be it ever
new, is neither put in its place nor made before it. In the others each client has a share.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.basics.shared_cache import SharedCache
from geo.server.clients import HERE
from geo.server.http.reply import Reply

_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Caches:
    """Where answers of a kind are kept: those that are the same for all, and those of one's own."""

    common: SharedCache[Reply]
    asked: SharedCache[Reply]


def _size(reply: Reply) -> int:
    return reply.size


ANSWERS = Caches(
    SharedCache("answers", _size, limit_bytes=24 * _MEGABYTE, workers=1, waiting=256),
    SharedCache(
        "asked-answers",
        _size,
        limit_bytes=6 * _MEGABYTE,
        workers=1,
        waiting=64,
        each=8,
        shares=HERE,
    ),
)
"""JSON and tables: milliseconds each."""

FRAMES = Caches(
    SharedCache("frames", _size, limit_bytes=16 * _MEGABYTE, workers=1, waiting=64),
    SharedCache(
        "asked-frames",
        _size,
        limit_bytes=6 * _MEGABYTE,
        workers=1,
        waiting=32,
        each=4,
        shares=HERE,
    ),
)
"""Pages for frames: read by the readers of other sites, who did not choose what else is asked."""

WORKS = Caches(
    SharedCache("works", _size, limit_bytes=48 * _MEGABYTE, workers=1, waiting=128),
    SharedCache("asked-works", _size, limit_bytes=12 * _MEGABYTE, workers=1, waiting=24, each=4),
)
"""Pictures and geometry: up to seconds each, so one at a time; the page needs the other core."""

_HOSTS = SharedCache(
    "by-host", _size, limit_bytes=4 * _MEGABYTE, workers=1, waiting=16, each=4, shares=HERE
)
BY_HOST = Caches(_HOSTS, _HOSTS)
"""What names the server as its asker does, where its keeper has not said what it is called."""

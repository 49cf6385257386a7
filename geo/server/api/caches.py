"""The answers and pictures that the API keeps in memory.

What is the same for all is kept in caches of its own: whatever one client asks for, be it ever
new, is neither put in its place nor made before it. In the others each client has a share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from geo.basics.shared_cache import SharedCache
from geo.server.clients import HERE
from geo.server.http.reply import Reply


@dataclass(frozen=True, slots=True)
class Caches:
    """Where answers of a kind are kept: those that are the same for all, and those of one's own."""

    common: SharedCache[Reply]
    asked: SharedCache[Reply]


def _cache(name: str, megabytes: int, waiting: int, **shares: Any) -> SharedCache[Reply]:
    """A cache of answers, made one at a time; `shares` are those of a client."""
    room = megabytes * 2**20
    return SharedCache(
        name, lambda made: made.size, limit_bytes=room, workers=1, waiting=waiting, **shares
    )


ANSWERS = Caches(
    _cache("answers", 24, waiting=256),
    _cache("asked-answers", 6, waiting=64, each=8, shares=HERE),
)
"""JSON and tables: milliseconds each."""

FRAMES = Caches(
    _cache("frames", 16, waiting=64),
    _cache("asked-frames", 6, waiting=32, each=4, shares=HERE),
)
"""Pages for frames: read by the readers of other sites, who did not choose what else is asked."""

WORKS = Caches(
    _cache("works", 48, waiting=128),
    _cache("asked-works", 12, waiting=24, each=4),
)
"""Pictures and geometry: up to seconds each, so one at a time; the page needs the other core."""

_HOSTS = _cache("by-host", 4, waiting=16, each=4, shares=HERE)
BY_HOST = Caches(_HOSTS, _HOSTS)
"""What names the server as its asker does, where its keeper has not said what it is called."""

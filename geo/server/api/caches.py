"""The answers and pictures that the API keeps in memory."""

from __future__ import annotations

from geo.basics.shared_cache import SharedCache
from geo.server.http.reply import Reply

_MEGABYTE = 2**20


def _size(reply: Reply) -> int:
    return reply.size


ANSWERS: SharedCache[Reply] = SharedCache(
    "atlas-answers", _size, limit_bytes=48 * _MEGABYTE, workers=2, waiting=256
)
"""JSON and tables: milliseconds each."""

WORKS: SharedCache[Reply] = SharedCache(
    "atlas-works", _size, limit_bytes=96 * _MEGABYTE, workers=1, waiting=24
)
"""Pictures and geometry: up to seconds each, so one at a time; the page needs the other core."""

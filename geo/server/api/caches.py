"""The atlas as the API serves it, and the answers and pictures it keeps in memory."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

import anyio.to_thread

from geo.answers.data.rows import data_version
from geo.atlas import Atlas
from geo.basics.errors import AtlasError
from geo.basics.shared_cache import Kept
from geo.server import current_data
from geo.server.api.replies import Reply

LOOK_AGAIN_SECONDS = 1.0
"""How often the data on disk are looked at for a new version."""

_LOG = logging.getLogger(__name__)
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Served:
    """An atlas and the version of its data."""

    atlas: Atlas
    version: str


def _size(reply: Reply) -> int:
    return reply.size


ANSWERS: Kept[Reply] = Kept(
    "atlas-answers", _size, limit_bytes=48 * _MEGABYTE, workers=2, waiting=256
)
"""JSON and tables: milliseconds each."""

WORKS: Kept[Reply] = Kept("atlas-works", _size, limit_bytes=96 * _MEGABYTE, workers=1, waiting=24)
"""Pictures and geometry: up to seconds each, so one at a time; the page needs the other core."""


class Shelf:
    """Whichever atlas the data on disk make, looked at no more often than need be."""

    def __init__(self) -> None:
        self._served: Served | None = None
        self._looked = 0.0
        self._looking: asyncio.Task[None] | None = None

    async def served(self) -> Served:
        """The atlas of now. Raises AtlasError when the first one's data are damaged.

        Later the atlas of before is served while a new one is read, and for as long as the data on
        disk are damaged.
        """
        if self._served is None:
            self._served = await anyio.to_thread.run_sync(_look)
            self._looked = time.monotonic()
        elif self._looking is None and time.monotonic() - self._looked > LOOK_AGAIN_SECONDS:
            self._looking = asyncio.create_task(self._look_again())
        return self._served

    async def _look_again(self) -> None:
        try:
            self._served = await anyio.to_thread.run_sync(_look)
        except AtlasError as error:
            _LOG.error("The data on disk are damaged, those read before are served: %s", error)
        finally:
            self._looked, self._looking = time.monotonic(), None


def _look() -> Served:
    atlas = current_data.atlas()
    return Served(atlas, data_version(atlas))


SHELF = Shelf()

"""What every visitor shares: the atlas and the browser's files, made once a data version.

Kept per process, not per session: geometry and strings are the same for everyone. Editing a data
file makes a new version at the next run of the page.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import anyio.to_thread

from geo import atlas as atlas_module
from geo.answers.data.credits import data_version
from geo.atlas import Atlas
from geo.basics.choices import WORLDVIEWS
from geo.basics.errors import AtlasError
from geo.borders import BORDERS_DIR, Worldview
from geo.records import DATA_DIR
from geo.web.documents.dossiers import dossiers
from geo.web.documents.map_data import compact_json, web_files

Version = tuple[tuple[str, int, int], ...]
"""Name, size and time of change of every data file; cheap to take, different when data differs."""


_lock = threading.Lock()
_dossier_lock = threading.Lock()
"""Apart, so that nobody waits with the map for what the panel needs."""


def version() -> Version:
    """The version of the data on disk right now."""
    paths = sorted([*DATA_DIR.glob("*.*"), *BORDERS_DIR.glob("*.*")])
    stats = ((path, path.stat()) for path in paths)
    return tuple((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in stats)


def atlas() -> Atlas:
    """The atlas of the data on disk. Raises AtlasError with every problem found."""
    with _lock:
        return _atlas(version())


@lru_cache(maxsize=1)
def _atlas(_version: Version) -> Atlas:
    return atlas_module.load()


def map_files() -> dict[Worldview, dict[str, bytes]]:
    """The browser's files by worldview and role (`flank`, `world`, `timeline`), as JSON bytes."""
    ready = atlas()
    with _lock:
        return _map_files(ready)


@lru_cache(maxsize=1)
def _map_files(ready: Atlas) -> dict[Worldview, dict[str, bytes]]:
    return {worldview: web_files(ready, worldview) for worldview in WORLDVIEWS}


def dossier_files() -> dict[Worldview, dict[str, bytes]]:
    """The documents of the panel by worldview and role (`dossiers`), as JSON bytes."""
    ready = atlas()
    with _dossier_lock:
        return _dossier_files(ready)


@lru_cache(maxsize=1)
def _dossier_files(ready: Atlas) -> dict[Worldview, dict[str, bytes]]:
    return {
        worldview: {"dossiers": compact_json(dossiers(ready, worldview))}
        for worldview in WORLDVIEWS
    }


def is_ready() -> bool:
    """Whether the browser's files have been made."""
    return _map_files.cache_info().currsize > 0


LOOK_AGAIN_SECONDS = 1.0
"""How often the data on disk are looked at for a new version."""


_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Served:
    """An atlas, the version of its data, and when they or the program last changed (UTC)."""

    atlas: Atlas
    version: str
    modified: datetime

    def changed(self, day: date | None) -> datetime:
        """When an answer last changed; one about today, which is `day`, changed at midnight."""
        if day is None:
            return self.modified
        return max(self.modified, datetime(day.year, day.month, day.day, tzinfo=UTC))


class CurrentData:
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
    known, made_of = atlas(), version()
    changed = max(_program_changed(), *(nanoseconds for _, _, nanoseconds in made_of))
    modified = datetime.fromtimestamp(min(changed // 10**9, int(time.time())), UTC)
    return Served(known, data_version(known), modified)


_PROGRAM = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def _program_changed() -> int:
    files = (path for path in _PROGRAM.rglob("*.*") if path.is_file())
    return max(path.stat().st_mtime_ns for path in files if path.parent.name != "__pycache__")


CURRENT = CurrentData()

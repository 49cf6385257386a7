"""The record that everybody is served: the last one that was sound on disk.

It is read once for all visitors, in a thread of its own, and taken up whole or not at all: while a
file is damaged, half-written or gone, pages, answers and files go on with what was read before, and
`damage` says what is wrong. A change counts once the files have been still for a second.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from geo.answers import soundness
from geo.atlas import Atlas
from geo.basics.errors import AtlasError
from geo.basics.problems import FileFault
from geo.records import DATA_DIR
from geo.server import memory
from geo.web import disk_cache
from geo.web.served import Assets, Served

Version = tuple[tuple[str, int, int, int], ...]
"""Name, mode, size and time of change of every data file: cheap to take, and different when data
differ. A folder that cannot be read stands there with the number of the error."""

LOOK_AGAIN_SECONDS = 1.0
"""How often the data on disk are looked at for a new version."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with the data on disk, and since when it is so (UTC)."""

    faults: tuple[FileFault, ...]
    since: datetime

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files at fault."""
        return tuple(sorted({fault.file for fault in self.faults if fault.file}))


class DamagedError(AtlasError):
    """There is nothing to serve: no sound data have been read since the start."""

    def __init__(self, damage: Damage) -> None:
        super().__init__("\n".join(fault.words for fault in damage.faults))
        self.damage = damage


def version(directory: Path) -> Version:
    """The version of the data on disk right now."""
    found: list[tuple[str, int, int, int]] = []
    for folder in (directory, directory / "borders"):
        try:
            paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            found.append((folder.name, error.errno or 0, 0, 0))
            continue
        for path in paths:
            try:
                stat = path.stat()
            except OSError:  # gone since the folder was read
                continue
            found.append((path.name, stat.st_mode, stat.st_size, stat.st_mtime_ns))
    return tuple(found)


class CurrentData:
    """Whichever atlas the data of a folder make, and made when they last were sound."""

    def __init__(self, directory: Path = DATA_DIR) -> None:
        self._directory = directory
        self._lock = threading.Lock()
        self._tried: Version | None = None
        self._before: list[Assets] = []
        self.keeps_in: Path | None = None
        self.now: Served | None = None
        self.damage: Damage | None = None

    def get(self) -> Served:
        """Return what is served now; who comes first waits for it.

        Raises DamagedError while no sound data have been read.
        """
        if self.now is None:
            self.look()
        if self.now is None:
            assert self.damage is not None
            raise DamagedError(self.damage)
        return self.now

    async def served(self) -> Served:
        """`get`, for an event loop."""
        return self.now if self.now is not None else await asyncio.to_thread(self.get)

    def kept(self) -> list[Assets]:
        """The files of what is served now, and of what was before: an open page may ask for them.

        Only those that are made already.
        """
        return [*(self.now.made if self.now else ()), *self._before]

    def look(self) -> None:
        """Read the data on disk if they are not those read last; takes seconds."""
        with self._lock:
            found = version(self._directory)
            if found != self._tried:
                self._tried = found
                self._read(found)

    async def watch(self) -> None:
        """Look again and again, for as long as the server runs."""
        seen: Version | None = None
        while True:
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
            found = await asyncio.to_thread(version, self._directory)
            if found == seen != self._tried:
                await asyncio.to_thread(self.look)
            seen = found

    def _read(self, found: Version) -> None:
        unforeseen: Exception | None = None
        try:
            read = soundness.read(self._directory)
            faults = read.faults
            if read.atlas is not None and not faults:
                self._take_up(read.atlas, found)
        except Exception as error:  # whatever the files hold, what was read before is served
            unforeseen = error
            name = Path(str(getattr(error, "filename", None) or "")).name
            faults = (FileFault(name, f"{name or 'data'}: {type(error).__name__}: {error}"),)
        self._tell(faults, unforeseen)

    def _take_up(self, atlas: Atlas, found: Version) -> None:
        changed = max(_program_changed(), *(nanoseconds for *_, nanoseconds in found))
        modified = datetime.fromtimestamp(min(changed // 10**9, int(time.time())), UTC)
        served = Served(atlas, modified, disk_cache.keeper(self._directory, self.keeps_in))
        served.read_geometry()
        if self.now is None:
            served.read_kept()
            self.now = served  # what else is made of it can wait until somebody wants it
        elif served.version != self.now.version:  # else damaged, and put right again
            served.map_data()
            served.dossier_data()
            self._before, self.now = self.now.made, served
            memory.settle()

    def _tell(self, faults: tuple[FileFault, ...], unforeseen: Exception | None) -> None:
        """Log what is wrong once, and again when it changes or is put right."""
        told = self.damage.faults if self.damage else ()
        if faults == told:
            return
        if not faults:
            self.damage = None
            _LOG.warning("The data on disk are sound again, and served.")
            return
        self.damage = Damage(
            faults, self.damage.since if self.damage else datetime.fromtimestamp(time.time(), UTC)
        )
        served = "nothing is served" if self.now is None else "those read before are served"
        words = "\n".join(fault.words for fault in faults)
        _LOG.error("The data on disk are damaged, %s:\n%s", served, words, exc_info=unforeseen)


_PROGRAM = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def _program_changed() -> int:
    files = (path for path in _PROGRAM.rglob("*.*") if path.is_file())
    return max(path.stat().st_mtime_ns for path in files if path.parent.name != "__pycache__")


CURRENT = CurrentData()

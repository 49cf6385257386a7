"""What is made of a record for browsers, kept on disk from one start to the next.

Making them takes some seconds, and every process would do so anew. A set is kept under a name made
of all that it is made from, data and program, so what has changed is never found; it appears whole
or not at all, whoever else writes, and what cannot be read or written is made in memory as before.
Only what a browser gets is kept, and what that is made of, each file checked as it is unpacked.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.basics.atomic_folders import write_folder
from geo.basics.errors import AtlasError
from geo.web.static_files import Asset, packed_asset

Files = dict[str, Asset]
"""Files by their name."""

FOLDER = "OTTAWA_ATLAS_CACHE"
"""The environment variable that names the folder; empty for none."""

SETS = 96
"""So many sets stay: those of two versions of data or program at the least."""

_LIST, _END = "files.txt", "end"
_PROGRAM = Path(__file__).parents[1]
_LOG = logging.getLogger(__name__)


def folder() -> Path | None:
    """Return where sets are kept: what the variable names, or the user's own folder for such."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    with contextlib.suppress(RuntimeError):  # a user without a home
        caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(caches) / "ottawa-atlas"
    return None


def made_from(data: Path) -> str:
    """The name of what is made from a folder of data and from this program: 32 hex digits."""
    found = hashlib.sha256(_program().encode())
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        found.update(path.relative_to(data).as_posix().encode() + b"\0")
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Keeper:
    """Keeps what is made of one version of data and program, in the folder `where`."""

    key: str
    where: Path

    def files(self, kind: str, make: Callable[[], Files]) -> Files:
        """The files of a kind as they are kept, or made and kept."""
        return kept(kind, self.key, make, self.where)

    def has(self, kind: str) -> bool:
        """Tell whether files of a kind are kept already."""
        return (self.where / f"{kind}-{self.key}" / _LIST).is_file()


def keeper(data: Path, where: Path | None) -> Keeper | None:
    """Return what keeps files made of a folder of data in the folder `where`; None for nothing."""
    return None if where is None else Keeper(made_from(data), where)


def kept(kind: str, key: str, make: Callable[[], Files], where: Path | None) -> Files:
    """The files of a kind as they are kept in the folder `where`, or made and kept there."""
    if where is None:
        return make()
    place = where / f"{kind}-{key}"
    try:
        return _read(place)
    except (OSError, EOFError, zlib.error, ValueError):
        made = make()
    try:
        where.mkdir(parents=True, exist_ok=True, mode=0o700)
        packed = {f"{name}.gz": asset.packed for name, asset in made.items()}
        write_folder(place, {_LIST: "\n".join([*made, _END]).encode(), **packed})
        _tidy(where)
    except (OSError, AtlasError) as error:
        _LOG.info("The browser's files are not kept for the next start: %s", error)
    return made


def _read(place: Path) -> Files:
    names = (place / _LIST).read_text(encoding="utf-8").split()
    if names[-1:] != [_END]:
        raise ValueError(f"{_LIST} has no end")
    found = {}
    for name in names[:-1]:
        if not (packed := (place / f"{name}.gz").read_bytes()):
            raise ValueError(f"{name}.gz is empty")
        found[name] = packed_asset(name, packed)
    return found


def _tidy(where: Path) -> None:
    """Let go of the sets that were written first, where there are many."""
    sets = [path for path in where.iterdir() if path.is_dir() and not path.name.startswith(".")]
    for old in sorted(sets, key=lambda path: path.stat().st_mtime)[:-SETS]:
        shutil.rmtree(old, ignore_errors=True)


@lru_cache(maxsize=1)
def _program() -> str:
    found = hashlib.sha256()
    for path in sorted(_PROGRAM.rglob("*.*")):
        if path.is_file() and path.parent.name != "__pycache__":
            found.update(path.relative_to(_PROGRAM).as_posix().encode() + b"\0")
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()

"""Folders of files that are replaced as a whole, and never seen half written or missing."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from geo.basics.atomic_files import NOT_WRITTEN, alone
from geo.basics.errors import AtlasError

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Write `files`, by their paths inside it, as the folder `out` in place of what stands there.

    They are written beside it, into a hidden folder of a fixed name, and the two are exchanged in
    one step; where the system cannot do that, in two. A run that is killed leaves the old folder or
    the new one, and at most the hidden one, which the next run removes. A link is followed and
    stays, and the folder keeps its mode. Raises AtlasError for a folder that
    cannot be written and for a full disk; the old folder then still stands there.
    """
    out = out.resolve()
    temporary, old = (
        out.with_name(f".{out.name}.ottawa-atlas-{kind}") for kind in ("temporary", "old")
    )
    try:
        with alone(out.parent):
            if old.exists() and not out.exists():
                old.rename(out)  # a run was killed between its two steps
            _remove(temporary, old)
            try:
                _fill(temporary, files)
                if out.exists():
                    temporary.chmod(stat.S_IMODE(out.stat().st_mode))
                _put(temporary, out, old)
            finally:
                _remove(temporary, old)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AtlasError(NOT_WRITTEN, path=out, reason=reason) from None


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _put(temporary: Path, out: Path, old: Path) -> None:
    """Put the new folder in its place; what stood there is then under one of the hidden names."""
    if not out.exists():
        temporary.rename(out)
    elif not _exchanged(temporary, out):
        out.rename(old)
        try:
            temporary.rename(out)
        except BaseException:
            old.rename(out)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders so that neither name is ever missing; False where this is not known."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if not rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _remove(*folders: Path) -> None:
    for folder in folders:
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(folder)

"""Files that appear whole or not at all, even when their writer is killed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Final

from geo.basics.errors import AtlasError
from geo.basics.outputs import followed, is_stream, opened

NO_FOLDER: Final = "{path}: the folder {folder} does not exist; make it or name another"
NOT_WRITTEN: Final = "{path}: cannot be written ({reason}); name another folder"
"""What is said where a file is not written."""

_OPEN_FILES = Path("/proc/self/fd")
_UNNAMED = getattr(os, "O_TMPFILE", None) if _OPEN_FILES.is_dir() else None
"""The flag that opens a file without a name, on Linux; None elsewhere."""

_NO_UNNAMED = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT)
"""How a file system says that it has no files without a name."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that gets its name only when it is whole, so that nobody ever meets half of it.

    On Linux it has no name before: a writer that is killed leaves nothing. Elsewhere, and on file
    systems that cannot do this, it is a hidden file beside it, which only a kill leaves.
    A file that stands there keeps its mode, its owner and its other names (hard links); links and
    what is no file are treated as `geo.basics.outputs` says.
    Raises AtlasError for a folder that is missing or cannot be written to, for a file that is
    protected, and for a full disk; whatever stood under the name before then still stands there.
    BrokenPipeError when nobody reads a pipe any more.
    """
    expect_folder(path)
    with _told(path):
        if is_stream(path):
            with opened(path) as stream:
                _pour(stream, content)
        else:
            _write_file(followed(path), content)


def write_made(path: Path, make: Callable[[], bytes]) -> None:
    """Write what takes long to make; as `write_whole`, and a missing folder is told before."""
    expect_folder(path)
    write_whole(path, make())


def expect_folder(path: Path) -> None:
    """Raise AtlasError where the folder of a file is missing, before it is made in vain."""
    if is_stream(path):
        return
    with _told(path):
        folder = followed(path).parent if path.is_symlink() else path.parent
    if not folder.is_dir():
        raise AtlasError(NO_FOLDER, path=path, folder=folder)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of a fault of the system which file cannot be written; a pipe nobody reads is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise AtlasError(NOT_WRITTEN, path=path, reason=reason) from None


@contextlib.contextmanager
def scratch(name: str) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """A path for another program to write a file to, and what it has to be handed open for that.

    Nothing is left of it, on Linux not even when both programs are killed.
    """
    if _UNNAMED is None:
        with tempfile.TemporaryDirectory(prefix="ottawa-atlas-") as folder:
            yield Path(folder, name), ()
    else:
        with tempfile.TemporaryFile() as stream:
            yield _OPEN_FILES / str(stream.fileno()), (stream.fileno(),)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one writer at a time name things in a folder; whoever comes later waits.

    The lock goes with its holder, killed or not. Where there are no such locks nobody waits.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _pour(stream: BinaryIO, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[stream.write(left) :]


def _write_file(path: Path, content: bytes) -> None:
    try:
        before = path.stat()
    except FileNotFoundError:
        before = None
    if before is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if before is not None and stat.S_ISREG(before.st_mode) and before.st_nlink > 1:
        _write_over(path, content)
    elif not _write_unnamed(path, content, before):
        _write_and_rename(path, content, before)


def _write_over(path: Path, content: bytes) -> None:
    """Write into a file of several names, which a new file under one of them would part.

    Room is taken first, and what was there comes back when the writing fails.
    """
    with path.open("r+b", buffering=0) as stream:
        before = stream.read()
        try:
            if hasattr(os, "posix_fallocate") and content:
                with _if_known():
                    os.posix_fallocate(stream.fileno(), 0, len(content))
            _put(stream, content)
        except BaseException:
            _put(stream, before)
            raise


def _put(stream: FileIO, content: bytes) -> None:
    stream.seek(0)
    _fill(stream.fileno(), content)
    stream.truncate(len(content))


@contextlib.contextmanager
def _if_known() -> Iterator[None]:
    """Pass over what this file system does not know."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
            raise


def _keep(handle: int, before: os.stat_result) -> None:
    """Give a new file the owner, as far as one may, and the mode of the one it replaces."""
    if hasattr(os, "fchown"):
        with contextlib.suppress(PermissionError):
            os.fchown(handle, before.st_uid, before.st_gid)
        os.fchmod(handle, stat.S_IMODE(before.st_mode))


def _write_unnamed(path: Path, content: bytes, before: os.stat_result | None) -> bool:
    """Write a file without a name, then name it; False where there is no such thing."""
    if _UNNAMED is None:
        return False
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        try:
            handle = os.open(".", _UNNAMED | os.O_WRONLY, 0o666, dir_fd=folder)
        except OSError as error:
            if error.errno in _NO_UNNAMED:
                return False
            raise
        with os.fdopen(handle, "wb") as stream:
            _fill(stream.fileno(), content)
            if before is not None:
                _keep(stream.fileno(), before)
            with alone(path.parent):
                _name(stream.fileno(), path.name, folder)
    finally:
        os.close(folder)
    return True


def _name(handle: int, name: str, folder: int) -> None:
    """Give an open file its name in a folder, in place of whatever stands under it.

    A new file is named in one step. One in place of another bears a second name between two steps;
    what a kill right there leaves is whole, and goes with the next writing of the same file.
    """
    source, temporary = str(_OPEN_FILES / str(handle)), f".{name}.temporary"
    # With a folder named, and only then, what is linked is the file and not the entry in /proc.
    link = partial(os.link, source, dst_dir_fd=folder)
    with contextlib.suppress(FileExistsError):
        link(name)
        return
    with contextlib.suppress(FileNotFoundError):
        os.unlink(temporary, dir_fd=folder)
    link(temporary)
    try:
        os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        os.unlink(temporary, dir_fd=folder)
        raise


def _write_and_rename(path: Path, content: bytes, before: os.stat_result | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            _fill(stream.fileno(), content)
            if before is not None:
                _keep(stream.fileno(), before)
        if before is None:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    finally:
        # Also when the writer is interrupted: after the rename there is nothing left to remove.
        temporary.unlink(missing_ok=True)


def _fill(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from geo.errors import AtlasError


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and rename, so that nobody ever meets half of it.

    Raises AtlasError for a folder that is missing or cannot be written to, and for a full disk;
    whatever stood under the name before then still stands there.
    """
    if not path.parent.is_dir():
        raise AtlasError(
            f"{path}: the folder {path.parent} does not exist; make it or name another"
        )
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AtlasError(f"{path}: cannot be written ({reason}); name another folder") from None
    finally:
        # Also when the writer is interrupted: after the rename there is no draft left to remove.
        if draft is not None:
            draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""The process of a studio, as `python -m geo.server.drawing.process` starts it.

It reads jobs from its standard input, pickled, and writes to its standard output how far it is and
what it has made. Both ends are the atlas's own: nothing that a reader sends is ever unpickled.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from typing import TYPE_CHECKING, Any

from geo.answers.words.problems import TOO_LARGE
from geo.server.drawing.limits import (
    GIVES_WAY,
    MOST_BYTES,
    MOST_JOBS,
    RENEWED_AT_BYTES,
    DrawingError,
)
from geo.server.memory import give_back, held_bytes

if TYPE_CHECKING:
    from geo.atlas import Atlas


def main() -> None:
    """Do what is asked until nobody can ask any more."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _be_modest()

    def tell(*what: Any) -> None:
        pickle.dump(what, told)
        told.flush()

    atlas: Atlas | None = None
    for done in range(1, MOST_JOBS + 1):
        try:
            fresh, job, limit = pickle.load(asked)
        except EOFError:
            return
        atlas = pickle.loads(fresh) if fresh else atlas
        try:
            _end_after(limit)
            made = job(atlas, lambda part: tell("far", part))
        except MemoryError:
            tell("failed", DrawingError(TOO_LARGE), False)
            return
        except Exception as error:
            tell("failed", error, True)
        else:
            gc.collect()  # a figure's parts hold each other
            give_back()
            stays = done < MOST_JOBS and held_bytes() < RENEWED_AT_BYTES
            tell("made", made, stays)
            if not stays:
                return
        finally:
            _end_after(0.0)


def _end_after(seconds: float) -> None:
    """Let the system end this process once it has computed for so long; 0 calls that off."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _be_modest() -> None:
    if sys.platform == "win32":
        return
    import resource

    os.nice(GIVES_WAY)
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or most > MOST_BYTES:
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, most))


if __name__ == "__main__":
    main()

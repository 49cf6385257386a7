"""The end of a studio on the side of the server: starts its process, asks it, ends it."""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from geo.answers.words.problems import ENDED_EARLY, TOO_LONG
from geo.server.drawing.limits import PATIENCE, DrawingError

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.server.drawing.jobs import Tell

    Job = Callable[[Atlas, Tell], bytes]

IDLE_SECONDS = 20.0
"""How long a process that is asked nothing is kept: starting takes two seconds, memory 150 MB."""

_ENDING_SECONDS = 5.0
_ROOT = Path(__file__).parents[3]
_PROGRAM = ("-m", "geo.server.drawing.process")
_SMALL = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"),
    "ARROW_DEFAULT_MEMORY_POOL": "system",  # its own reserves a gigabyte
}


class Studio:
    """At most one process that draws; whoever asks meanwhile waits. Safe to use from any thread.

    `limit_seconds` is the processor time that one job is given.
    """

    def __init__(self, *, limit_seconds: float, idle_seconds: float = IDLE_SECONDS) -> None:
        self._limit, self._idle = limit_seconds, idle_seconds
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._asked = 0
        atexit.register(self.close)

    def make(self, atlas: Atlas, job: Job, tell: Tell | None = None) -> bytes:
        """Return what the job makes of the atlas; it must be one that can be pickled, as of `jobs`.

        Raises what the job raises, and DrawingError where it takes more than it is given.
        """
        with self._lock:
            self._asked += 1
            if self._process is None:
                self._process = _Process()
            try:
                made, stays = self._process.make(atlas, job, tell or _nobody, self._limit)
            except DrawingError:
                self._end()
                raise
            if not stays:
                self._end()
            elif self._idle:
                resting = threading.Timer(self._idle, self._end_unless_asked, (self._asked,))
                resting.daemon = True
                resting.start()
            return made

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _end_unless_asked(self, since: int) -> None:
        with self._lock:
            if self._asked == since:
                self._end()

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


class _Process:
    """A running process, and what it knows."""

    def __init__(self) -> None:
        self._atlas: Atlas | None = None
        self._running = subprocess.Popen(
            [sys.executable, *_PROGRAM],
            cwd=_ROOT,
            env={**os.environ, **_SMALL},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What ends the server by its keyboard is not sent here too. A session of its own would
            # do that as well, but Linux weighs priorities within a session alone.
            process_group=0,
        )

    def make(self, atlas: Atlas, job: Job, tell: Tell, limit: float) -> tuple[bytes, bool]:
        """Return what is made, and whether the process may be asked again."""
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        overdue = threading.Event()
        clock = threading.Timer(limit * PATIENCE, self._kill, (overdue,))
        clock.daemon = True
        clock.start()
        try:
            fresh = None if atlas is self._atlas else _pickled(atlas)
            pickle.dump((fresh, job, limit), self._running.stdin)
            self._running.stdin.flush()
            self._atlas = atlas
            while True:
                match pickle.load(self._running.stdout):
                    case ("far", part):
                        tell(part)
                    case ("failed", error, _):
                        raise error
                    case ("made", made, stays):
                        return made, stays
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            late = overdue.is_set() or self._was_overdue()
            words = TOO_LONG if late else ENDED_EARLY
            raise DrawingError(words) from None
        finally:
            clock.cancel()

    def end(self) -> None:
        """Be rid of it, and of what it has started."""
        self._kill()
        self._running.wait()
        for pipe in (self._running.stdin, self._running.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written is of no use any more
                    pipe.close()

    def _was_overdue(self) -> bool:
        """Whether it ended because its processor time was used up."""
        if sys.platform == "win32":
            return False
        with suppress(subprocess.TimeoutExpired):
            self._running.wait(_ENDING_SECONDS)
        return self._running.returncode == -signal.SIGPROF

    def _kill(self, overdue: threading.Event | None = None) -> None:
        if overdue is not None:
            overdue.set()
        if sys.platform == "win32":
            self._running.kill()
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._running.pid, signal.SIGKILL)


@lru_cache(maxsize=1)
def _pickled(atlas: Atlas) -> bytes:
    """The atlas as every new process is sent it; making this takes a moment."""
    return pickle.dumps(atlas, pickle.HIGHEST_PROTOCOL)


def _nobody(_part: float) -> None:
    """Hears nothing."""

"""Writing that is cut short: by a kill half way, or a full disk."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"the old one", b"x" * 3_000_000

KILLED = """
import sys, shutil, os
from pathlib import Path
from geo.basics.atomic_files import write_whole
from geo.basics.atomic_folders import write_folder
target = Path(sys.argv[1])

def stop_instead_of(place, name, calls):
    works, made = getattr(place, name), []
    def stopping(*given, **named):
        made.append(1)
        if len(made) < calls:
            return works(*given, **named)
        print("here", flush=True)
        sys.stdin.read()  # until killed
    setattr(place, name, stopping)

"""


def kill_in_the_middle(work: str, target: Path) -> None:
    """Runs `work` in a process of its own and kills it when it says that it is half way."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED + work, str(target)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"here\n"
        child.kill()
        assert child.wait() == -9


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def the_system_s_own(_: pytest.MonkeyPatch) -> None:
    """Nothing is taken away."""


Change = Callable[[pytest.MonkeyPatch], None]

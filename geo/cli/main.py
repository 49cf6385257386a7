"""How a command of `python -m geo` is run, and how it ends.

Exit codes: 0 it worked; 1 the data is damaged, the thing cannot be done, or `verify` found what is
not explained; 2 the command line, or the page given to `verify`, makes no sense. Answers go to
standard output, everything else to standard error.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from geo.answers.words.said import reason
from geo.basics.errors import AtlasError, PageError
from geo.cli.arguments import UsageError
from geo.cli.parser import build_parser
from geo.cli.speaking import SPOKEN, speak

OK, FAILED, NONSENSE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. SystemExit(2) from the parser for nonsense."""
    _speak_utf8()
    try:
        try:
            return _run(argv)
        finally:
            sys.stdout.flush()
    except OSError as error:
        _let_go_of_stdout()
        if _nobody_reads(error):
            return OK
        return _complain(f"standard output: {error.strerror or error}", FAILED)


def _run(argv: Sequence[str] | None) -> int:
    speak(sys.argv[1:] if argv is None else argv, os.environ)
    arguments = build_parser().parse_args(argv)
    # Only now: help and nonsense need no atlas, and should not wait for one.
    from geo.cli import commands

    try:
        sound = commands.COMMANDS[arguments.command](arguments)
    except (UsageError, PageError) as error:
        return _complain(error, NONSENSE)
    except AtlasError as error:
        return _complain(error, FAILED)
    except OSError as error:
        if error.filename is None:
            raise
        return _complain(f"{error.filename}: {error.strerror or error}", FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    return OK if sound else FAILED


def _speak_utf8() -> None:
    """Write UTF-8 and line feeds, whatever terminal and system are used to.

    What goes into a pipe or a file has to be what the API answers. Only what no encoding has, half
    a surrogate pair in the name of a file, is escaped.
    """
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 # till the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nobody_reads(error: OSError) -> bool:
    """Whether whoever read us has read enough; Windows has another number for it."""
    closed = os.name == "nt" and error.errno == errno.EINVAL
    return isinstance(error, BrokenPipeError) or closed


def _let_go_of_stdout() -> None:
    """Keep the interpreter from flushing, at its end, into what takes no more."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(problem: object, code: int) -> int:
    if isinstance(problem, AtlasError):
        problem = reason(problem)(SPOKEN.get())
    with contextlib.suppress(OSError):
        print(f"python -m geo: {problem}", file=sys.stderr)
    return code

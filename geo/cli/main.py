"""How a command of `python -m geo` is run, and how it ends.

Exit codes: 0 it worked; 1 the data is damaged, the thing cannot be done, or `verify` found what is
not explained; 2 the command line, or the page given to `verify`, makes no sense. Answers go to
standard output, everything else to standard error.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from geo.basics.errors import AtlasError, PageError
from geo.cli.arguments import UsageError
from geo.cli.parser import build_parser

OK, FAILED, NONSENSE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. SystemExit(2) from the parser for nonsense."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may lack the letters of a name.
            stream.reconfigure(errors="backslashreplace")
    arguments = build_parser().parse_args(argv)
    # Only now: help and nonsense need no atlas, and should not wait for one.
    from geo.cli import commands

    try:
        sound = commands.COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except (UsageError, PageError) as error:
        return _complain(error, NONSENSE)
    except AtlasError as error:
        return _complain(error, FAILED)
    except BrokenPipeError:
        # Whoever read us has read enough; keep the interpreter from flushing into a closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        return _complain(f"{error.filename or 'a file'}: {error.strerror or error}", FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    return OK if sound else FAILED


def _complain(problem: object, code: int) -> int:
    print(f"python -m geo: {problem}", file=sys.stderr)
    return code

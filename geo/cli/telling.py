"""How a command tells what it found or wrote, and how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from geo.answers.data.writing import Table, as_json
from geo.basics.atomic_files import write_made
from geo.basics.outputs import is_standard_output

A = TypeVar("A")

BAR_WIDTH = 40


def answer(chosen: str, **formats: Callable[[], str]) -> None:
    """Print an answer in the format chosen; only that one is made."""
    sys.stdout.write(formats[chosen]())


def tabled(chosen: str, found: A, text: Callable[[A], str], table: Callable[[A], Table]) -> bool:
    """Print an answer as text, as JSON or as the CSV of its table; all is well then."""
    answer(
        chosen,
        table=lambda: text(found),
        json=lambda: as_json(found),
        csv=lambda: table(found).csv(),
    )
    return True


def written(path: Path, before: str = "") -> None:
    """Name the file that was written, unless that went where the name would go."""
    if not is_standard_output(path):
        print(f"{before}{path}")


def file(path: Path, make: Callable[[], bytes]) -> None:
    """Write a file that is made for it, and name it."""
    write_made(path, make)
    written(path)


def bar(done: int, of: int) -> None:
    """Show how far a long command is, on one line of a terminal; in a log, only its end."""
    if not sys.stderr.isatty() and done < of:
        return
    full = BAR_WIDTH * done // of
    line = f"[{'#' * full}{'.' * (BAR_WIDTH - full)}] {100 * done // of:>3} %"
    print(f"\r{line}", end="\n" if done == of else "", file=sys.stderr, flush=True)

"""How a word of the command line becomes a value, and what is said to one that cannot.

Each reader raises argparse.ArgumentTypeError, with what was found and what was expected.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from geo.basics import boxes
from geo.basics.choices import FILM_FRAMES, FIRST_DAY, LAST_DAY
from geo.basics.errors import AtlasError
from geo.basics.formats import either

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(text: str) -> date:
    """A day, YYYY-MM-DD, from FIRST_DAY to LAST_DAY."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or not FIRST_DAY <= found <= LAST_DAY:
        raise argparse.ArgumentTypeError(
            f"{text!r}; expected a day as YYYY-MM-DD from {FIRST_DAY} to {LAST_DAY}"
        )
    return found


def box(text: str) -> boxes.Box:
    """A box of degrees, as `geo.basics.boxes` reads it."""
    try:
        return boxes.parse(text)
    except AtlasError as error:
        raise argparse.ArgumentTypeError(f"{text!r}; expected {error}") from None


def file(*suffixes: str) -> Callable[[str], Path]:
    """What reads the name of a file of these kinds."""

    def named(text: str) -> Path:
        path = Path(text)
        if path.suffix not in suffixes:
            raise argparse.ArgumentTypeError(
                f"{text!r}; expected a name ending in {either(suffixes)}"
            )
        return path

    return named


def frames(text: str) -> int:
    """How many days a film shows at most."""
    if not text.isdecimal() or len(text) > 3 or int(text) not in FILM_FRAMES:
        raise argparse.ArgumentTypeError(
            f"{text!r}; expected a number from {FILM_FRAMES[0]} to {FILM_FRAMES[-1]}"
        )
    return int(text)


def address(text: str) -> str:
    """A whole web address, without query and fragment."""
    parts = urlsplit(text)
    whole = parts.scheme in ("http", "https") and parts.netloc
    if not whole or parts.query or parts.fragment or re.search(r"[\s\"'<>\\]", text):
        raise argparse.ArgumentTypeError(
            f"{text!r}; expected a whole address, as https://example.org/atlas/"
        )
    return text


class UsageError(Exception):
    """Something on the command line that only the data can tell is nonsense."""

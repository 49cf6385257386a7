"""How a word of the command line becomes a value, and what is said to one that cannot.

Each reader raises argparse.ArgumentTypeError, with what was found and what was expected.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from geo.answers.words import usage
from geo.answers.words.expected import expected as words_of
from geo.basics import boxes, outputs
from geo.basics.choices import (
    FILM_FRAMES,
    LANGUAGES,
    Language,
    asked_day,
)
from geo.basics.errors import AtlasError
from geo.cli.speaking import SPOKEN, expected, of_argument
from geo.cli.speaking import text as said

F = TypeVar("F", bound=str)


class Grammar(argparse.ArgumentParser):
    """A parser for which a word after an option is its value, although it begins with a minus.

    argparse takes -10,35,0,45 for an option that it does not know. No option here has a short
    name but -h, so that one minus begins a value, and two begin an option.
    """

    def parse_known_args(  # type: ignore[override] # typeshed knows it as several functions
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse words, as argparse does."""
        words: list[str] = []
        for word in sys.argv[1:] if args is None else args:
            if _VALUE.match(word) and words and _OPTION.fullmatch(words[-1]):
                words[-1] += f"={word}"
            else:
                words.append(word)
        return super().parse_known_args(words, namespace)


_OPTION = re.compile(r"--[a-z][a-z-]*")
_VALUE = re.compile(r"-(?!-|h$|$)")


def day(text: str) -> date:
    """A day, YYYY-MM-DD, from FIRST_DAY to `last_day`, or LATEST for today."""
    try:
        return asked_day(text)
    except ValueError:
        raise _refused(text, words_of("date")(SPOKEN.get())) from None


def box(text: str) -> boxes.Box:
    """A box of degrees as `geo.basics.boxes` reads it, also with spaces and a printed minus."""
    try:
        return boxes.parse(re.sub(r"\s*,\s*", ",", text.strip()).replace("−", "-"))
    except AtlasError:
        raise _refused(text, words_of("bounds")(SPOKEN.get())) from None


def languages(text: str) -> tuple[Language, ...]:
    """Languages by their codes: `pl,uk`."""
    names = {code.strip() for code in text.split(",")}
    if not names <= {*LANGUAGES}:
        raise _refused(text, said(usage.CODES, languages=", ".join(LANGUAGES)))
    return tuple(language for language in LANGUAGES if language in names)


def file(*suffixes: str) -> Callable[[str], Path]:
    """Return what reads the name of a file of these kinds."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in suffixes:
            raise _refused(text, said(usage.ENDING, endings=SPOKEN.get().either(suffixes)))
        return path

    return read


def output(*suffixes: str) -> Callable[[str], Path]:
    """Make a reader of where to write: standard output (-), a device or FIFO, or such a file.

    Without kinds, a file of any name.
    """
    expect_file = file(*suffixes) if suffixes else Path

    def read(text: str) -> Path:
        path = outputs.named(text)
        if text.endswith(("/", os.sep)) and not path.is_dir():
            raise _refused(text, said(usage.A_FOLDER_HERE))
        return path if outputs.is_stream(path) else expect_file(str(path))

    return read


def folder(text: str) -> Path:
    """The name of a folder."""
    if outputs.is_stream(outputs.named(text)):
        raise _refused(text, said(usage.A_FOLDER))
    return Path(text)


def output_format(out: Path, asked: F | None, formats: Sequence[F]) -> F:
    """The format to write in: the one a file's name ends in, else the one asked for or the first.

    Raises UsageError where the two differ.
    """
    told = next((fmt for fmt in formats if out.suffix.lower() == f".{fmt}"), None)
    if told and asked and asked != told:
        wanted = said(usage.FOR_OUT, format=told)
        raise UsageError(of_argument("--format", expected(asked, wanted)))
    return told or asked or formats[0]


def frames(text: str) -> int:
    """Return how many days a film shows at most."""
    if not text.isdecimal() or len(text) > 3 or int(text) not in FILM_FRAMES:
        raise _refused(text, said(usage.FRAMES, first=FILM_FRAMES[0], last=FILM_FRAMES[-1]))
    return int(text)


def address(text: str) -> str:
    """A whole web address, without query and fragment."""
    parts = urlsplit(text)
    whole = parts.scheme in ("http", "https") and parts.netloc
    if not whole or parts.query or parts.fragment or re.search(r"[\s\"'<>\\]", text):
        raise _refused(text, said(usage.AN_ADDRESS))
    return text


class UsageError(Exception):
    """Something on the command line that only the data can tell is nonsense."""


def _refused(value: str, wanted: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(expected(value, wanted))

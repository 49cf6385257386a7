"""How a word of the command line becomes a value, and what is said to one that cannot.

Each reader raises argparse.ArgumentTypeError, with what was found and what was expected.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from geo.answers.words import usage
from geo.answers.words.expected import ONCE
from geo.answers.words.expected import expected as words_of
from geo.basics import boxes, outputs
from geo.basics.choices import (
    FILM_FRAMES,
    FILM_WIDTHS,
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
        self._refuse_repeated(words)
        return super().parse_known_args(words, namespace)

    def _refuse_repeated(self, words: Sequence[str]) -> None:
        """End where an option has two values, of which argparse would take the last unsaid."""
        given: dict[str, list[str]] = {}
        for word, after in itertools.pairwise([*itertools.takewhile("--".__ne__, words), ""]):
            name, equals, value = word.partition("=")
            if isinstance(self._option_string_actions.get(name), argparse._StoreAction):
                given.setdefault(name, []).append(value if equals else after)
        for name, values in given.items():
            if len(values) > 1:
                self.error(of_argument(name, expected(", ".join(values), said(ONCE))))


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
        if Path(_name(text)).suffix.lower() not in suffixes:
            raise _refused(text, said(usage.ENDING, endings=SPOKEN.get().either(suffixes)))
        return Path(text)

    return read


def any_file(text: str) -> Path:
    """The name of a file of any kind."""
    return Path(_name(text))


def _name(text: str) -> str:
    """A name that a file or a folder can have: Path takes an empty one for the folder it is in."""
    if not text.strip() or "\0" in text:
        raise _refused(text, said(usage.A_NAME))
    return text


def output(*suffixes: str) -> Callable[[str], Path]:
    """Make a reader of where to write: standard output (-), a device or FIFO, or such a file.

    Without kinds, a file of any name.
    """
    expect_file = file(*suffixes) if suffixes else any_file

    def read(text: str) -> Path:
        path = outputs.named(_name(text))
        if text.endswith(("/", os.sep)) and not path.is_dir():
            raise _refused(text, said(usage.A_FOLDER_HERE))
        if not outputs.is_stream(path):
            expect_file(text)
        return path

    return read


def folder(text: str) -> Path:
    """The name of a folder."""
    if outputs.is_stream(outputs.named(_name(text))):
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
    if not re.fullmatch("[0-9]{1,3}", text) or int(text) not in FILM_FRAMES:
        raise _refused(text, said(usage.FRAMES, first=FILM_FRAMES[0], last=FILM_FRAMES[-1]))
    return int(text)


def width(text: str) -> int:
    """Return how many pixels wide a film is; which widths there are, the grammar says."""
    if not re.fullmatch("[0-9]{1,4}", text):
        raise _refused(text, SPOKEN.get().either([*map(str, FILM_WIDTHS)]))
    return int(text)


def address(text: str) -> str:
    """A whole web address, without query and fragment."""
    if not text.isprintable() or re.search(r"[\s\"'<>\\?#]", text) or not _is_whole(text):
        raise _refused(text, said(usage.AN_ADDRESS))
    return text


def _is_whole(text: str) -> bool:
    try:
        parts = urlsplit(text)
        _ = parts.port  # of a number that no port has, there is none
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


class UsageError(Exception):
    """Something on the command line that only the data can tell is nonsense."""


def _refused(value: str, wanted: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(expected(value, wanted))

"""The options that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TypeAlias

from geo.answers.words import worldviews
from geo.atlas import supposed
from geo.basics import languages
from geo.basics.choices import FIRST_DAY, LANGUAGES, LATEST, WORLDVIEWS, last_day
from geo.basics.formats import either
from geo.cli.arguments import address, day, output

FORMATS = ("table", "json", "csv")
STREAMS = "- for standard output, a device or a FIFO"

Command: TypeAlias = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command to the grammar: its name, and what is said of it."""


def add_date(parser: argparse.ArgumentParser, default: str) -> None:
    """Add --date, with what is taken where it is not given."""
    parser.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help=f"a day from {FIRST_DAY} to {last_day()}, or {LATEST}, which is today by UTC (default:"
        f" {default}); beyond the day to which the record is compiled, the answer is as far as the"
        " record goes and says so",
    )


def add_span(parser: argparse.ArgumentParser, end: str) -> None:
    """Add --from and --to, two days, with what is taken for the later one."""
    for name, dest, default in (("--from", "first", ""), ("--to", "last", f" (default: {end})")):
        parser.add_argument(
            name,
            type=day,
            dest=dest,
            required=not default,
            metavar="YYYY-MM-DD",
            help=f"a day from {FIRST_DAY} to {last_day()}, or {LATEST}, which is today by UTC"
            f"{default}",
        )


def add_country(parser: argparse.ArgumentParser) -> None:
    """Add --country."""
    parser.add_argument(
        "--country", metavar="STATE", help="one state, by its name or its ISO 3166-1 code"
    )


def add_lens(parser: argparse.ArgumentParser) -> None:
    """Add --lens."""
    parser.add_argument(
        "--lens",
        metavar="LENS",
        help="a border line: an id that `lenses` lists, as nato-east, or the ISO 3166-1 alpha-3"
        " code of a state for all its land borders",
    )


def add_what_if(parser: argparse.ArgumentParser) -> None:
    """Add --what-if."""
    parser.add_argument(
        "--what-if",
        action="append",
        metavar="STATE:ACT:YYYY-MM-DD",
        help=f"suppose {supposed.EXPECTED}; may be given several times",
    )


def add_lang(parser: argparse.ArgumentParser) -> None:
    """Add --lang."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=languages.USUAL, help=languages.EXPECTED
    )


def add_worldview(parser: argparse.ArgumentParser) -> None:
    """Add --worldview."""
    parser.add_argument(
        "--worldview",
        choices=WORLDVIEWS,
        default=worldviews.USUAL,
        help=f"whose borders: {worldviews.EXPECTED}",
    )


def add_out(
    parser: argparse.ArgumentParser, words: str, kinds: Sequence[str], *, required: bool = True
) -> None:
    """Add --out for a file of these kinds; `words` stand before them: "a"."""
    suffixes = tuple(f".{kind}" for kind in kinds)
    parser.add_argument(
        "--out",
        type=output(*suffixes),
        required=required,
        metavar="FILE",
        help=f"{words} {either(suffixes)} file, or {STREAMS}",
    )


def add_base_url(parser: argparse.ArgumentParser, words: str, *, required: bool = False) -> None:
    """Add --base-url; `words` say what the address is of."""
    parser.add_argument("--base-url", type=address, required=required, metavar="URL", help=words)


def add_stream_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Add --format, for what is written where no name tells it."""
    parser.add_argument(
        "--format",
        choices=formats,
        help=f"where --out has no name to tell it (default: {formats[0]})",
    )


def add_format(parser: argparse._ActionsContainer) -> None:
    """Add --format, for an answer."""
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")

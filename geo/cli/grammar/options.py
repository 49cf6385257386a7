"""The options that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TypeAlias

from geo.answers.words import help, worldviews
from geo.answers.words.expected import expected
from geo.atlas import supposed
from geo.basics import languages
from geo.basics.choices import FIRST_DAY, LANGUAGES, LATEST, WORLDVIEWS, last_day
from geo.cli.arguments import address, day, output
from geo.cli.speaking import SPOKEN, text

FORMATS = ("table", "json", "csv")

Command: TypeAlias = Callable[[str], argparse.ArgumentParser]
"""Adds a command to the grammar by its name."""


def add_date(parser: argparse.ArgumentParser, default: str) -> None:
    """Add --date, with what is taken where it is not given."""
    parser.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help=text(help.BEYOND, day=text(help.A_DAY_OR, day=a_day(), value=text(default))),
    )


def add_span(parser: argparse.ArgumentParser, end: str) -> None:
    """Add --from and --to, two days, with what is taken for the later one."""
    later = text(help.A_DAY_OR, day=a_day(), value=text(end))
    for name, dest, words in (("--from", "first", a_day()), ("--to", "last", later)):
        parser.add_argument(
            name, type=day, dest=dest, required=dest == "first", metavar="YYYY-MM-DD", help=words
        )


def a_day() -> str:
    """Say what is taken for a day."""
    return text(help.A_DAY, first=FIRST_DAY, last=last_day(), latest=LATEST)


def default(value: object) -> str:
    """Say what is taken where nothing is given."""
    return text(help.DEFAULT, value=value)


def add_country(parser: argparse.ArgumentParser) -> None:
    """Add --country."""
    parser.add_argument("--country", metavar="STATE", help=text(help.COUNTRY))


def add_lens(parser: argparse.ArgumentParser) -> None:
    """Add --lens."""
    parser.add_argument(
        "--lens",
        metavar="LENS",
        help=text(help.LENS),
    )


def add_what_if(parser: argparse.ArgumentParser) -> None:
    """Add --what-if."""
    parser.add_argument(
        "--what-if",
        action="append",
        metavar="STATE:ACT:YYYY-MM-DD",
        help=text(help.WHAT_IF, acts=text(supposed.EXPECTED)),
    )


def add_lang(parser: argparse.ArgumentParser) -> None:
    """Add --lang."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=languages.USUAL, help=expected("lang")(SPOKEN.get())
    )


def add_worldview(parser: argparse.ArgumentParser) -> None:
    """Add --worldview."""
    parser.add_argument(
        "--worldview",
        choices=WORLDVIEWS,
        default=worldviews.USUAL,
        help=text(help.WORLDVIEW, worldviews=expected("worldview")(SPOKEN.get())),
    )


def add_out(
    parser: argparse.ArgumentParser, kinds: Sequence[str], *, required: bool = True
) -> None:
    """Add --out for a file of these kinds."""
    suffixes = tuple(f".{kind}" for kind in kinds)
    parser.add_argument(
        "--out",
        type=output(*suffixes),
        required=required,
        metavar="FILE",
        help=text(help.OUT, endings=SPOKEN.get().either(suffixes), streams=text(help.STREAMS)),
    )


def add_base_url(parser: argparse.ArgumentParser, words: str, *, required: bool = False) -> None:
    """Add --base-url; `words` say what the address is of."""
    parser.add_argument(
        "--base-url", type=address, required=required, metavar="URL", help=text(words)
    )


def add_stream_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Add --format, for what is written where no name tells it."""
    parser.add_argument(
        "--format",
        choices=formats,
        help=text(help.STREAM_FORMAT, value=formats[0]),
    )


def add_format(parser: argparse._ActionsContainer) -> None:
    """Add --format, for an answer."""
    parser.add_argument("--format", choices=FORMATS, default="table", help=default("table"))

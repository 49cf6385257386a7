"""The commands that write a file, their options and the help of each."""

from __future__ import annotations

from argparse import ArgumentParser

from geo.answers.words import help
from geo.basics.choices import (
    EXPORT_FORMATS,
    EXPORTED,
    EXTENTS,
    FILM_FORMATS,
    FILM_FRAMES,
    FILM_WIDTHS,
    FIRST_DAY,
    FOLLOWING_FORMATS,
    LANGUAGES,
    PICTURE_FORMATS,
    THEMES,
)
from geo.cli.arguments import box, day, folder, frames, languages, output, width
from geo.cli.grammar import options
from geo.cli.grammar.options import Command
from geo.cli.speaking import text


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    _snapshot(command("snapshot"))
    _film(command("film"))
    _export(command("export"))
    _follow(command("follow"))
    _standalone(command("standalone"))
    _site(command("site"))


def _snapshot(parser: ArgumentParser) -> None:
    options.add_date(parser, help.TODAY)
    options.add_worldview(parser)
    options.add_out(parser, PICTURE_FORMATS)
    options.add_stream_format(parser, PICTURE_FORMATS)
    parser.add_argument("--view", choices=EXTENTS, default="flank", help=options.default("flank"))
    parser.add_argument(
        "--bounds",
        type=box,
        metavar="WEST,SOUTH,EAST,NORTH",
        help=text(help.BOUNDS),
    )
    parser.add_argument("--theme", choices=THEMES, default="light", help=options.default("light"))
    parser.add_argument(
        "--compare",
        type=day,
        metavar="YYYY-MM-DD",
        help=text(help.COMPARE),
    )
    options.add_lens(parser)
    options.add_what_if(parser)
    options.add_lang(parser)


def _film(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        type=day,
        dest="first",
        default=FIRST_DAY,
        metavar="YYYY-MM-DD",
        help=options.default(FIRST_DAY),
    )
    parser.add_argument(
        "--to",
        type=day,
        dest="last",
        metavar="YYYY-MM-DD",
        help=text(help.LAST_OF_FILM),
    )
    options.add_worldview(parser)
    options.add_lens(parser)
    options.add_what_if(parser)
    options.add_lang(parser)
    options.add_out(parser, FILM_FORMATS)
    options.add_stream_format(parser, FILM_FORMATS)
    parser.add_argument("--view", choices=EXTENTS, default="flank", help=options.default("flank"))
    parser.add_argument("--theme", choices=THEMES, default="light", help=options.default("light"))
    parser.add_argument(
        "--width", type=width, choices=FILM_WIDTHS, default=1200, help=text(help.WIDTH, value=1200)
    )
    parser.add_argument(
        "--frames",
        type=frames,
        default=40,
        metavar="N",
        help=text(help.FRAMES, first=FILM_FRAMES[0], last=FILM_FRAMES[-1], value=40),
    )


def _export(parser: ArgumentParser) -> None:
    options.add_date(parser, help.TODAY)
    options.add_worldview(parser)
    parser.add_argument(
        "--what", choices=EXPORTED, default="countries", help=options.default("countries")
    )
    parser.add_argument(
        "--country",
        metavar="STATE",
        help=text(help.OF_A_DOSSIER),
    )
    options.add_lens(parser)
    parser.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        help=text(help.EXPORT_FORMAT),
    )
    parser.add_argument(
        "--out",
        type=output(),
        metavar="FILE",
        help=text(help.EXPORT_OUT, streams=text(help.STREAMS)),
    )
    options.add_what_if(parser)


def _follow(parser: ArgumentParser) -> None:
    options.add_out(parser, FOLLOWING_FORMATS)
    options.add_stream_format(parser, FOLLOWING_FORMATS)
    options.add_country(parser)
    options.add_lang(parser)
    options.add_base_url(parser, help.FOLLOWED, required=True)


def _standalone(parser: ArgumentParser) -> None:
    options.add_worldview(parser)
    options.add_lang(parser)
    options.add_out(parser, ("html",))


def _site(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=folder,
        required=True,
        metavar="DIR",
        help=text(help.SITE_OUT),
    )
    options.add_base_url(parser, help.SITE_ADDRESS)
    parser.add_argument(
        "--lang",
        type=languages,
        default=LANGUAGES,
        metavar="CODE,CODE",
        help=text(help.SITE_LANGUAGES),
    )

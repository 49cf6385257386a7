"""The grammar of `python -m geo`: its commands, their options and the help of each."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from geo.answers.words import worldviews
from geo.basics.choices import (
    EXPORT_FORMATS,
    EXPORTED,
    EXTENTS,
    FILM_FORMATS,
    FILM_FRAMES,
    FILM_WIDTHS,
    FIRST_DAY,
    FOLLOWING_FORMATS,
    LATEST,
    PICTURE_FORMATS,
    THEMES,
    WORLDVIEWS,
    last_day,
)
from geo.basics.formats import either
from geo.cli.arguments import Grammar, address, box, day, file, folder, frames, output

FORMATS = ("table", "json", "csv")
DOSSIER_FORMATS = ("markdown", "json")
SINCE_FORMATS = ("table", "json")
PICTURES = tuple(f".{fmt}" for fmt in PICTURE_FORMATS)
FOLLOWED = tuple(f".{fmt}" for fmt in FOLLOWING_FORMATS)
FILMS = tuple(f".{fmt}" for fmt in FILM_FORMATS)
STREAMS = "- for standard output, a device or a FIFO"


def build_parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    parser = Grammar(
        prog="python -m geo",
        description="Who is bound by the 1997 Mine Ban Convention, on any day, and where.",
        epilog="Exit codes: 0 done, 1 damaged data, cannot be done or differs, 2 nonsense asked.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", required=True
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, allow_abbrev=False)

    status = command("status", "Who is bound on a day.")
    _add_date(status, "today")
    _add_country(status)
    _add_format(status)

    borders = command("borders", "Border segments, their lengths, and who is bound on each side.")
    _add_date(borders, "today")
    _add_country(borders)
    _add_worldview(borders)
    _add_format(borders)

    country = command(
        "country", "One state on a day: status, acts, borders, facts, claims, sources."
    )
    country.add_argument("country", metavar="ISO3", help="its ISO 3166-1 alpha-3 code")
    _add_date(country, "today")
    _add_worldview(country)
    country.add_argument(
        "--format", choices=DOSSIER_FORMATS, default="markdown", help="default: markdown"
    )

    claims = command("claims", "What five articles say, and how it stands.")
    _add_date(claims, "the day of each article")
    _add_format(claims)

    changes = command("changes", "What is later than a day: acts, events, statuses that change.")
    changes.add_argument(
        "--since",
        type=day,
        required=True,
        metavar="YYYY-MM-DD",
        help=f"a day from {FIRST_DAY} to {last_day()}, or {LATEST}, which is today by UTC",
    )
    _add_country(changes)
    changes.add_argument("--format", choices=SINCE_FORMATS, default="table", help="default: table")

    snapshot = command("snapshot", "Draw the map of a day.")
    _add_date(snapshot, "today")
    _add_worldview(snapshot)
    snapshot.add_argument(
        "--out",
        type=output(*PICTURES),
        required=True,
        metavar="FILE",
        help=f"a {either(PICTURES)} file, or {STREAMS}",
    )
    _add_stream_format(snapshot, PICTURE_FORMATS)
    snapshot.add_argument("--view", choices=EXTENTS, default="flank", help="default: flank")
    snapshot.add_argument(
        "--bounds",
        type=box,
        metavar="WEST,SOUTH,EAST,NORTH",
        help="a box in place of a view, in degrees of WGS 84, as 19.5,53.8,28.3,59.7",
    )
    snapshot.add_argument("--theme", choices=THEMES, default="light", help="default: light")

    film = command("film", "Draw the days that change the map, one after the other, into a film.")
    film.add_argument(
        "--from",
        type=day,
        dest="first",
        default=FIRST_DAY,
        metavar="YYYY-MM-DD",
        help=f"default: {FIRST_DAY}",
    )
    film.add_argument(
        "--to",
        type=day,
        dest="last",
        metavar="YYYY-MM-DD",
        help="default: the day to which the record is compiled",
    )
    _add_worldview(film)
    film.add_argument(
        "--out",
        type=output(*FILMS),
        required=True,
        metavar="FILE",
        help=f"a {either(FILMS)} file, or {STREAMS}",
    )
    _add_stream_format(film, FILM_FORMATS)
    film.add_argument("--view", choices=EXTENTS, default="flank", help="default: flank")
    film.add_argument("--theme", choices=THEMES, default="light", help="default: light")
    film.add_argument(
        "--width", type=int, choices=FILM_WIDTHS, default=1200, help="in pixels (default: 1200)"
    )
    film.add_argument(
        "--frames",
        type=frames,
        default=40,
        metavar="N",
        help=f"at most so many days, {FILM_FRAMES[0]} to {FILM_FRAMES[-1]} (default: 40)",
    )

    export = command(
        "export",
        "Take a day's countries, borders or sources away, a table of the record, or all of it.",
    )
    _add_date(export, "today")
    _add_worldview(export)
    export.add_argument("--what", choices=EXPORTED, default="countries", help="default: countries")
    export.add_argument(
        "--country",
        metavar="ISO3",
        help="for sources as bib or json: those of one state's dossier, by its ISO 3166-1 alpha-3"
        " code",
    )
    export.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        help="default: csv, bib for sources, zip for the record",
    )
    export.add_argument(
        "--out",
        type=output(),
        metavar="FILE",
        help="a file, a folder for a file named after what it holds (default: this folder), or"
        f" {STREAMS}",
    )

    follow = command("follow", "Write the dated acts and effects as a feed or a calendar.")
    follow.add_argument(
        "--out",
        type=output(*FOLLOWED),
        required=True,
        metavar="FILE",
        help=f"an {either(FOLLOWED)} file, or {STREAMS}",
    )
    _add_stream_format(follow, FOLLOWING_FORMATS)
    _add_country(follow)
    follow.add_argument(
        "--base-url",
        type=address,
        required=True,
        metavar="URL",
        help="where the page stands that its links lead to",
    )

    standalone = command("standalone", "Write the atlas as one HTML file that needs no network.")
    _add_worldview(standalone)
    standalone.add_argument(
        "--out",
        type=output(".html"),
        required=True,
        metavar="FILE",
        help=f"an .html file, or {STREAMS}",
    )

    site = command("site", "Write the atlas as a folder of static files for any web server.")
    site.add_argument(
        "--out",
        type=folder,
        required=True,
        metavar="DIR",
        help="replaced whole if it is such a site",
    )
    site.add_argument(
        "--base-url",
        type=address,
        metavar="URL",
        help="where the site will stand; without it there is no sitemap.xml, feed or calendar",
    )

    command("check", "Check all data: its form, the treaty, published dates, claims.")

    verify = command(
        "verify",
        "Hold the record against the depositary's status page: 0 equal or explained, 1 differences,"
        " 2 not such a page.",
    )
    verify.add_argument(
        "page",
        type=Path,
        nargs="?",
        metavar="PAGE",
        help="the page of chapter XXVI-5 in English, saved as HTML",
    )
    verify.add_argument(
        "--fetch",
        action="store_true",
        help="in place of PAGE, ask the UN Treaty Collection for it: no other command asks a host,"
        " and this one no other host",
    )
    verify.add_argument(
        "--keep", type=file(".html"), metavar="FILE", help="with --fetch, keep the page as served"
    )
    shape = verify.add_mutually_exclusive_group()
    _add_format(shape)
    shape.add_argument(
        "--propose",
        action="store_true",
        help="print the rows that would bring the record in line, for its tables",
    )

    build = command("build", "Make the shipped borders again from Natural Earth.")
    build.add_argument(
        "--source",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file that data/borders/PROVENANCE.md names",
    )
    build.add_argument("--out", type=folder, metavar="DIR", help="default: data/borders")
    return parser


def _add_date(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help=f"a day from {FIRST_DAY} to {last_day()}, or {LATEST}, which is today by UTC (default:"
        f" {default}); beyond the day to which the record is compiled, the answer is as far as the"
        " record goes and says so",
    )


def _add_country(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--country", metavar="ISO3", help="one state, by its ISO 3166-1 alpha-3 code"
    )


def _add_worldview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--worldview",
        choices=WORLDVIEWS,
        default=worldviews.USUAL,
        help=f"whose borders: {worldviews.EXPECTED}",
    )


def _add_stream_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument(
        "--format",
        choices=formats,
        help=f"where --out has no name to tell it (default: {formats[0]})",
    )


def _add_format(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")

"""The commands that answer a question, their options and the help of each."""

from __future__ import annotations

from argparse import ArgumentParser

from geo.answers.words import help
from geo.basics.choices import CHART_FORMATS, THEMES
from geo.cli.arguments import day
from geo.cli.grammar import options
from geo.cli.grammar.options import Command
from geo.cli.speaking import text

DOSSIER_FORMATS = ("markdown", "json", "pdf")
CURVE_FORMATS = (*options.FORMATS, *CHART_FORMATS)


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    _status(command("status"))
    _borders(command("borders"))
    _lenses(command("lenses"))
    _lens(command("lens"))
    _curve(command("curve"))
    _compare(command("compare"))
    _country(command("country"))
    _claims(command("claims"))
    _changes(command("changes"))


def _status(parser: ArgumentParser) -> None:
    options.add_date(parser, help.TODAY)
    options.add_country(parser)
    options.add_format(parser)
    options.add_lang(parser)
    options.add_what_if(parser)


def _borders(parser: ArgumentParser) -> None:
    options.add_date(parser, help.TODAY)
    options.add_country(parser)
    options.add_lens(parser)
    options.add_worldview(parser)
    options.add_format(parser)
    options.add_what_if(parser)
    options.add_lang(parser)


def _lenses(parser: ArgumentParser) -> None:
    options.add_format(parser)
    options.add_lang(parser)


def _lens(parser: ArgumentParser) -> None:
    parser.add_argument("lens", metavar="LENS", help=text(help.LENS_ID))
    options.add_date(parser, help.TODAY)
    options.add_worldview(parser)
    options.add_format(parser)
    options.add_what_if(parser)
    options.add_lang(parser)


def _curve(parser: ArgumentParser) -> None:
    options.add_country(parser)
    options.add_lens(parser)
    options.add_worldview(parser)
    parser.add_argument(
        "--format",
        choices=CURVE_FORMATS,
        help=text(help.FORMAT_OR_OUT, value="table", format="png"),
    )
    options.add_out(parser, CHART_FORMATS, required=False)
    parser.add_argument("--theme", choices=THEMES, default="light", help=options.default("light"))
    options.add_what_if(parser)
    options.add_lang(parser)


def _compare(parser: ArgumentParser) -> None:
    options.add_span(parser, help.TODAY)
    options.add_country(parser)
    options.add_lens(parser)
    options.add_worldview(parser)
    options.add_format(parser)
    options.add_what_if(parser)
    options.add_lang(parser)


def _country(parser: ArgumentParser) -> None:
    parser.add_argument("country", metavar="STATE", nargs="+", help=text(help.NAME))
    options.add_date(parser, help.TODAY)
    options.add_worldview(parser)
    parser.add_argument(
        "--format",
        choices=DOSSIER_FORMATS,
        help=text(help.FORMAT_OR_OUT, value="markdown", format="pdf"),
    )
    options.add_out(parser, ("pdf",), required=False)
    options.add_base_url(parser, help.SHEET_ADDRESS)
    options.add_what_if(parser)
    options.add_lang(parser)


def _claims(parser: ArgumentParser) -> None:
    options.add_date(parser, help.DAY_OF_EACH)
    options.add_format(parser)
    options.add_lang(parser)


def _changes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--since",
        type=day,
        required=True,
        metavar="YYYY-MM-DD",
        help=options.a_day(),
    )
    options.add_country(parser)
    options.add_format(parser)
    options.add_lang(parser)

"""The commands that answer a question, their options and the help of each."""

from __future__ import annotations

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
    status = command("status")
    options.add_date(status, help.TODAY)
    options.add_country(status)
    options.add_format(status)
    options.add_lang(status)
    options.add_what_if(status)

    borders = command("borders")
    options.add_date(borders, help.TODAY)
    options.add_country(borders)
    options.add_lens(borders)
    options.add_worldview(borders)
    options.add_format(borders)
    options.add_what_if(borders)
    options.add_lang(borders)

    lenses = command("lenses")
    options.add_format(lenses)
    options.add_lang(lenses)

    lens = command("lens")
    lens.add_argument("lens", metavar="LENS", help=text(help.LENS_ID))
    options.add_date(lens, help.TODAY)
    options.add_worldview(lens)
    options.add_format(lens)
    options.add_what_if(lens)
    options.add_lang(lens)

    curve = command("curve")
    options.add_country(curve)
    options.add_lens(curve)
    options.add_worldview(curve)
    curve.add_argument(
        "--format",
        choices=CURVE_FORMATS,
        help=text(help.FORMAT_OR_OUT, value="table", format="png"),
    )
    options.add_out(curve, CHART_FORMATS, required=False)
    curve.add_argument("--theme", choices=THEMES, default="light", help=options.default("light"))
    options.add_what_if(curve)
    options.add_lang(curve)

    compare = command("compare")
    options.add_span(compare, help.TODAY)
    options.add_country(compare)
    options.add_lens(compare)
    options.add_worldview(compare)
    options.add_format(compare)
    options.add_what_if(compare)
    options.add_lang(compare)

    country = command("country")
    country.add_argument("country", metavar="STATE", nargs="+", help=text(help.NAME))
    options.add_date(country, help.TODAY)
    options.add_worldview(country)
    country.add_argument(
        "--format",
        choices=DOSSIER_FORMATS,
        help=text(help.FORMAT_OR_OUT, value="markdown", format="pdf"),
    )
    options.add_out(country, ("pdf",), required=False)
    options.add_base_url(country, help.SHEET_ADDRESS)
    options.add_what_if(country)
    options.add_lang(country)

    claims = command("claims")
    options.add_date(claims, help.DAY_OF_EACH)
    options.add_format(claims)
    options.add_lang(claims)

    changes = command("changes")
    changes.add_argument(
        "--since",
        type=day,
        required=True,
        metavar="YYYY-MM-DD",
        help=options.a_day(),
    )
    options.add_country(changes)
    options.add_format(changes)
    options.add_lang(changes)

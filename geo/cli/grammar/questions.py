"""The commands that answer a question, their options and the help of each."""

from __future__ import annotations

from geo.basics.choices import CHART_FORMATS, FIRST_DAY, LATEST, THEMES, last_day
from geo.cli.arguments import day
from geo.cli.grammar import options
from geo.cli.grammar.options import Command

DOSSIER_FORMATS = ("markdown", "json", "pdf")
CURVE_FORMATS = (*options.FORMATS, *CHART_FORMATS)


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    status = command("status", "Who is bound on a day.")
    options.add_date(status, "today")
    options.add_country(status)
    options.add_format(status)
    options.add_lang(status)
    options.add_what_if(status)

    borders = command("borders", "Border segments, their lengths, and who is bound on each side.")
    options.add_date(borders, "today")
    options.add_country(borders)
    options.add_lens(borders)
    options.add_worldview(borders)
    options.add_format(borders)
    options.add_what_if(borders)

    lenses = command("lenses", "Border lines to ask about, and groups of states.")
    options.add_format(lenses)

    lens = command("lens", "A border line on a day: its sides, its borders, who is bound.")
    lens.add_argument("lens", metavar="LENS", help="its id, or the code of a state")
    options.add_date(lens, "today")
    options.add_worldview(lens)
    options.add_format(lens)
    options.add_what_if(lens)

    curve = command(
        "curve", "Border with a bound state on both sides, one, none, on every day since 1997."
    )
    options.add_country(curve)
    options.add_lens(curve)
    options.add_worldview(curve)
    curve.add_argument("--format", choices=CURVE_FORMATS, help="default: table, or with --out png")
    options.add_out(curve, "where the chart of it goes: a", CHART_FORMATS, required=False)
    curve.add_argument("--theme", choices=THEMES, default="light", help="default: light")
    options.add_what_if(curve)

    compare = command("compare", "Two days side by side, and what changed between.")
    options.add_span(compare, "today")
    options.add_country(compare)
    options.add_lens(compare)
    options.add_worldview(compare)
    options.add_format(compare)
    options.add_what_if(compare)

    country = command(
        "country", "One state on a day: status, acts, borders, facts, claims, sources."
    )
    country.add_argument(
        "country", metavar="STATE", nargs="+", help="its name, in any language, or ISO 3166-1 code"
    )
    options.add_date(country, "today")
    options.add_worldview(country)
    country.add_argument(
        "--format", choices=DOSSIER_FORMATS, help="default: markdown, or with --out pdf"
    )
    options.add_out(country, "where the sheet of paper goes: a", ("pdf",), required=False)
    options.add_base_url(country, "where the atlas stands, for the address on the sheet")
    options.add_what_if(country)
    options.add_lang(country)

    claims = command("claims", "What articles say, and how it stands.")
    options.add_date(claims, "the day of each article")
    options.add_format(claims)

    changes = command("changes", "What is later than a day: acts, events, statuses that change.")
    changes.add_argument(
        "--since",
        type=day,
        required=True,
        metavar="YYYY-MM-DD",
        help=f"a day from {FIRST_DAY} to {last_day()}, or {LATEST}, which is today by UTC",
    )
    options.add_country(changes)
    options.add_format(changes)

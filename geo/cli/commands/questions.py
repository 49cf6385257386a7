"""What is asked of a day, of a span of days, or of the record: the answer goes to standard output.

What only one command needs is imported there: most answers need no geometry library, and should not
wait for one.
"""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from geo.answers.data.status import status_answer, status_table
from geo.answers.data.writing import as_json
from geo.answers.words import usage
from geo.answers.words.tongue import tongue
from geo.cli import reading, state_codes, telling, text_tables
from geo.cli.arguments import UsageError
from geo.cli.speaking import expected, of_argument, text


def status(arguments: Namespace) -> bool:
    """Print who is bound on a day."""
    said = tongue(arguments.lang)
    atlas, view = reading.view(arguments.date, "un", arguments.what_if, said)
    iso_a3 = state_codes.country(arguments.country, atlas, said)
    telling.answer(
        arguments.format,
        table=lambda: text_tables.status(view, iso_a3, said),
        json=lambda: as_json(status_answer(atlas, view, iso_a3, said)),
        csv=lambda: status_table(status_answer(atlas, view, iso_a3, said)).csv(),
    )
    return True


def country(arguments: Namespace) -> bool:
    """All the atlas has to say of one state on a day; on paper, what two pages hold of it."""
    fmt = arguments.format or ("pdf" if arguments.out else "markdown")
    if (fmt == "pdf") != bool(arguments.out):
        to_a_file = fmt == "pdf"
        needed = text(usage.OUT_NEEDED) if to_a_file else text(usage.FOR_OUT, format="pdf")
        raise UsageError(of_argument("--format", expected(fmt, needed)))
    said = tongue(arguments.lang)
    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if, said)
    iso_a3 = state_codes.code(" ".join(arguments.country), atlas, "STATE", said)
    if fmt == "pdf":
        from geo.pictures.paper import state_sheet

        base = f"{arguments.base_url.rstrip('/')}/" if arguments.base_url else ""
        telling.file(arguments.out, lambda: state_sheet(atlas, view, iso_a3, base, said))
        return True
    from geo.answers.country.data import country_answer
    from geo.answers.country.markdown import markdown

    answer = country_answer(atlas, view, iso_a3, said)
    telling.answer(
        fmt,
        markdown=lambda: markdown(answer, atlas.record, said),
        json=lambda: as_json(answer),
    )
    return True


def claims(arguments: Namespace) -> bool:
    """Print what the articles say, each on the day asked for or on its own."""
    from geo.answers.data.claims import claims_answer, claims_table

    atlas, said = reading.atlas(), tongue(arguments.lang)
    if arguments.date:
        reading.warn_beyond(arguments.date, atlas, said)
    answer = claims_answer(atlas, arguments.date, said)
    table = partial(text_tables.claims, tongue=said)
    return telling.tabled(arguments.format, answer, table, claims_table)


def changes(arguments: Namespace) -> bool:
    """Print what is later than a day."""
    from geo.answers.files.since import since_answer, since_table

    atlas, said = reading.atlas(), tongue(arguments.lang)
    iso_a3 = state_codes.country(arguments.country, atlas, said)
    answer = since_answer(atlas, arguments.since, iso_a3, said)
    table = partial(text_tables.changes, tongue=said)
    return telling.tabled(arguments.format, answer, table, since_table)

"""What is asked of border lines: on a day, over time, between two days, through a lens."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from geo.answers.data.borders import BordersAnswer, borders_answer, borders_table
from geo.answers.scopes import asked
from geo.answers.words import usage
from geo.answers.words.tongue import tongue
from geo.basics.choices import CHART_FORMATS
from geo.cli import line_tables, reading, state_codes, telling, text_tables
from geo.cli.arguments import UsageError, output_format
from geo.cli.speaking import SPOKEN, expected, of_argument, text


def borders(arguments: Namespace) -> bool:
    """Border segments with their lengths, and who is bound on either side."""
    said = tongue(arguments.lang)
    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if, said)
    iso_a3 = state_codes.country(arguments.country, atlas, said)
    lens = state_codes.lens(arguments.lens, atlas)
    answer = borders_answer(atlas, view, iso_a3, lens, said)

    def table(found: BordersAnswer) -> str:
        chosen = asked(atlas, iso_a3, lens).borders(view)
        return text_tables.borders(view, chosen, said) + line_tables.sums(found["sums"], said)

    return telling.tabled(arguments.format, answer, table, borders_table)


def curve(arguments: Namespace) -> bool:
    """Border by who is bound on either side, on every day since 1997; in a file, as a chart."""
    fmt = arguments.format or (CHART_FORMATS[0] if arguments.out else "table")
    if (fmt in CHART_FORMATS) != bool(arguments.out):
        formats = SPOKEN.get().either(CHART_FORMATS)
        needed = text(usage.FOR_OUT, format=formats) if arguments.out else text(usage.OUT_NEEDED)
        raise UsageError(of_argument("--format", expected(fmt, needed)))
    if arguments.out:
        return _chart(arguments)
    from geo.answers.data.curve import curve_answer, curve_table

    said = tongue(arguments.lang)
    atlas = reading.atlas(arguments.what_if)
    iso_a3 = state_codes.country(arguments.country, atlas, said)
    lens = state_codes.lens(arguments.lens, atlas)
    answer = curve_answer(atlas, arguments.worldview, iso_a3, lens, said)
    table = partial(line_tables.curve, tongue=said)
    return telling.tabled(fmt, answer, table, curve_table)


def _chart(arguments: Namespace) -> bool:
    """The same as a picture; prints the name of the file it wrote."""
    from geo.pictures.course_chart import render_course

    fmt = output_format(arguments.out, arguments.format, CHART_FORMATS)
    atlas = reading.atlas(arguments.what_if)
    draw = partial(
        render_course,
        atlas,
        arguments.worldview,
        state_codes.country(arguments.country, atlas),
        state_codes.lens(arguments.lens, atlas),
        fmt=fmt,
        theme=arguments.theme,
        tongue=tongue(arguments.lang),
    )
    telling.file(arguments.out, draw)
    return True


def compare(arguments: Namespace) -> bool:
    """Two days side by side, and what changed between."""
    from geo.answers.data.compare import compare_answer, compare_table

    said = tongue(arguments.lang)
    atlas, after = reading.view(arguments.last, arguments.worldview, arguments.what_if, said)
    if arguments.first > after.day:
        needed = text(usage.DAY_NOT_AFTER, day=after.day)
        raise UsageError(of_argument("--from", expected(str(arguments.first), needed)))
    iso_a3 = state_codes.country(arguments.country, atlas, said)
    before = atlas.on(arguments.first, arguments.worldview)
    lens = state_codes.lens(arguments.lens, atlas)
    answer = compare_answer(atlas, before, after, iso_a3, lens, tongue=said)
    table = partial(line_tables.compare, tongue=said)
    return telling.tabled(arguments.format, answer, table, compare_table)


def lenses(arguments: Namespace) -> bool:
    """Border lines to ask about, and groups of states."""
    from geo.answers.data.lenses import lenses_answer, lenses_table

    said = tongue(arguments.lang)
    answer = lenses_answer(reading.atlas(), said)
    table = partial(line_tables.lenses, tongue=said)
    return telling.tabled(arguments.format, answer, table, lenses_table)


def lens(arguments: Namespace) -> bool:
    """A border line on a day."""
    from geo.answers.data.lenses import lens_answer, lens_table

    said = tongue(arguments.lang)
    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if, said)
    name = state_codes.lens_name(arguments.lens, atlas, "LENS")
    answer = lens_answer(atlas, view, name, said)
    table = partial(line_tables.lens, tongue=said)
    return telling.tabled(arguments.format, answer, table, lens_table)

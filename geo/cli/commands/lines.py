"""What is asked of border lines: on a day, over time, between two days, through a lens."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from geo.answers.data.borders import BordersAnswer, borders_answer, borders_table
from geo.answers.scopes import asked
from geo.basics.choices import CHART_FORMATS
from geo.basics.formats import either
from geo.cli import line_tables, reading, state_codes, telling, text_tables
from geo.cli.arguments import UsageError, output_format


def borders(arguments: Namespace) -> bool:
    """Border segments with their lengths, and who is bound on either side."""
    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if)
    iso_a3 = state_codes.country(arguments.country, atlas)
    lens = state_codes.lens(arguments.lens, atlas)
    answer = borders_answer(atlas, view, iso_a3, lens)

    def text(found: BordersAnswer) -> str:
        chosen = asked(atlas, iso_a3, lens).borders(view)
        return text_tables.borders(view, chosen) + line_tables.sums(found["sums"])

    return telling.tabled(arguments.format, answer, text, borders_table)


def curve(arguments: Namespace) -> bool:
    """Border by who is bound on either side, on every day since 1997; in a file, as a chart."""
    fmt = arguments.format or (CHART_FORMATS[0] if arguments.out else "table")
    if (fmt in CHART_FORMATS) != bool(arguments.out):
        needed = f"{either(CHART_FORMATS)}, for --out" if arguments.out else "a file in --out"
        raise UsageError(f"argument --format: {fmt!r}; expected {needed}")
    if arguments.out:
        return _chart(arguments)
    from geo.answers.data.curve import curve_answer, curve_table

    atlas = reading.atlas(arguments.what_if)
    iso_a3 = state_codes.country(arguments.country, atlas)
    lens = state_codes.lens(arguments.lens, atlas)
    answer = curve_answer(atlas, arguments.worldview, iso_a3, lens)
    return telling.tabled(fmt, answer, line_tables.curve, curve_table)


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
    )
    telling.file(arguments.out, draw)
    return True


def compare(arguments: Namespace) -> bool:
    """Two days side by side, and what changed between."""
    from geo.answers.data.compare import compare_answer, compare_table

    atlas, after = reading.view(arguments.last, arguments.worldview, arguments.what_if)
    if arguments.first > after.day:
        raise UsageError(
            f"argument --from: {arguments.first}; expected a day not after {after.day}"
        )
    iso_a3 = state_codes.country(arguments.country, atlas)
    before = atlas.on(arguments.first, arguments.worldview)
    lens = state_codes.lens(arguments.lens, atlas)
    answer = compare_answer(atlas, before, after, iso_a3, lens)
    return telling.tabled(arguments.format, answer, line_tables.compare, compare_table)


def lenses(arguments: Namespace) -> bool:
    """Border lines to ask about, and groups of states."""
    from geo.answers.data.lenses import lenses_answer, lenses_table

    answer = lenses_answer(reading.atlas())
    return telling.tabled(arguments.format, answer, line_tables.lenses, lenses_table)


def lens(arguments: Namespace) -> bool:
    """A border line on a day."""
    from geo.answers.data.lenses import lens_answer, lens_table

    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if)
    name = state_codes.lens_name(arguments.lens, atlas, "LENS")
    answer = lens_answer(atlas, view, name)
    return telling.tabled(arguments.format, answer, line_tables.lens, lens_table)

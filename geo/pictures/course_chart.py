"""A border line over time as a picture: states bound above, kilometres by how they stand below."""

from __future__ import annotations

from datetime import date
from itertools import compress
from typing import Any

from matplotlib.ticker import FixedLocator, FuncFormatter

from geo.answers.course_chart import Band, CourseChart, course_chart
from geo.answers.permalink import Place, query
from geo.answers.supposing import last_told
from geo.answers.words import course_chart as said
from geo.answers.words import worldviews
from geo.answers.words.legend import BOUND_BLUE, GROUNDS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import MARK
from geo.atlas import Atlas
from geo.atlas.supposed import written as written_acts
from geo.basics.choices import (
    CHART_FORMATS,
    FIRST_DAY,
    FLANK_LENS,
    SCALES,
    ChartFormat,
    Scale,
    Theme,
    Worldview,
)
from geo.basics.errors import expect
from geo.pictures import captions, layout
from geo.pictures.canvas import FAMILY, MARGIN, Canvas, printable
from geo.pictures.course_words import alt_text
from geo.pictures.draw import own_style, saved
from geo.pictures.palette import PALETTES, Palette

_AXIS = 58.0
_HEAD, _BOUND_HEIGHT, _GAP = 12.0, 185.0, 40.0
_SIZE = 12.0
_FEW_YEARS = 4

Look = tuple[str, str | None, str]
"""The fill of a band, its hatch or None, and the colour of the hatch."""


def render_course(
    atlas: Atlas,
    worldview: Worldview = "un",
    iso_a3: str | None = None,
    lens: str | None = None,
    *,
    fmt: ChartFormat = "svg",
    theme: Theme = "light",
    scale: Scale = 2,
    tongue: Tongue = ENGLISH,
) -> bytes:
    """Draw the course of the borders that a question names, as `scopes.asked` reads it.

    It ends on the day to which the record is compiled, or on which what is supposed has taken
    effect. `scale` is for PNG: 1 gives 1200 x 900 pixels. Raises AtlasError for a format, a theme
    or a scale that is none, KeyError for a code that is no state's or a name that is no lens's.
    """
    expect("format", fmt, CHART_FORMATS)
    expect("theme", theme, tuple(GROUNDS))
    expect("scale", scale, SCALES)
    chart, last = course_chart(atlas, worldview, iso_a3, lens, tongue), last_told(atlas)
    address = _address(atlas, worldview, iso_a3, lens, last, tongue)
    with own_style():
        pen = Canvas(layout.SCREEN_INCHES, PALETTES[theme])
        notes = _notes(atlas, worldview, chart, last, address, tongue)
        _draw(pen, chart, last, notes, tongue)
        if atlas.supposed:
            pen.watermark(tongue.text(MARK))
        span = f"{FIRST_DAY.isoformat()}/{last.isoformat()}"
        facts = {
            "Title": f"{chart.title}, {span}",
            "Description": alt_text(atlas, chart, last, tongue),
            "Days": span,
            "Data checksum": atlas.record.checksum,
            "Permalink": address,
        }
        return saved(pen.figure, fmt, scale, {key: printable(text) for key, text in facts.items()})


def _draw(pen: Canvas, chart: CourseChart, last: date, notes: layout.Notes, tongue: Tongue) -> None:
    width, palette = pen.width - 2 * MARGIN, pen.palette
    top = pen.paragraph(MARGIN, MARGIN - 6, chart.title, layout.TITLE, width, weight="bold", most=2)
    span = tongue.text(said.OVER_TIME, first=tongue.alone(FIRST_DAY), last=tongue.alone(last))
    top = pen.paragraph(
        MARGIN, top + 4, span, layout.DAY, width, colour=palette.ground.muted, weight="bold"
    )
    top = pen.paragraph(MARGIN, top + 6, chart.read(last, tongue), layout.SENTENCE, width) + 10
    foot = pen.height - MARGIN - layout.height_of(notes, width)
    days = [*(step.day for step in chart.steps if step.day <= last), last]
    steps = [chart.on(day) for day in days]
    occurring = [any(step.km[place] for step in steps) for place in range(len(chart.bands))]
    legend = [_entry(palette, band) for band in compress(chart.bands, occurring)][::-1]
    legend_top = foot - 14 - len(legend) * layout.LEGEND_STEP

    top = pen.paragraph(MARGIN, top, tongue.text(said.BOUND), _SIZE, width, weight="bold")
    axes = _axes(pen, top + _HEAD, _BOUND_HEIGHT, last, chart.bound_ticks, tongue)
    xs: Any = [day.toordinal() for day in days]
    low, high = [step.bound_min for step in steps], [step.bound_max for step in steps]
    axes.fill_between(xs, low, high, step="post", color=palette.ground.muted, alpha=0.45, lw=0)
    axes.plot(xs, low, drawstyle="steps-post", color=palette.ground.ink, lw=pen.points(2.2))

    top += _HEAD + _BOUND_HEIGHT + _GAP
    top = pen.paragraph(MARGIN, top, tongue.text(said.KM), _SIZE, width, weight="bold")
    axes = _axes(pen, top + _HEAD, legend_top - _GAP - top - _HEAD, last, chart.km_ticks, tongue)
    floor = [0.0] * len(steps)
    for place, band in enumerate(chart.bands):
        ceiling = [below + step.km[place] for below, step in zip(floor, steps, strict=True)]
        fill, hatch, lines = _look(palette, band.kind)
        axes.fill_between(
            xs, floor, ceiling, step="post", facecolor=fill, hatch=hatch, edgecolor=lines, lw=0
        )
        axes.plot(
            xs, ceiling, drawstyle="steps-post", color=palette.ground.page, lw=pen.points(0.8)
        )
        floor = ceiling
    layout.set_legend(pen, MARGIN, legend_top, width, legend)
    layout.set_notes(pen, MARGIN, foot, width, notes)


def _axes(
    pen: Canvas, top: float, height: float, last: date, ticks: tuple[int, ...], tongue: Tongue
) -> Any:
    palette = pen.palette
    axes = pen.axes(MARGIN + _AXIS, top, pen.width - 2 * MARGIN - _AXIS, height)
    axes.set_facecolor(palette.ground.page)
    axes.set_xlim(FIRST_DAY.toordinal(), last.toordinal())
    axes.set_ylim(0, ticks[-1])
    axes.set_yticks(ticks)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: tongue.number(value)))
    every = 1 if last.year - FIRST_DAY.year <= _FEW_YEARS else _FEW_YEARS
    years = range(-(-FIRST_DAY.year // every) * every, last.year + 1, every)
    axes.xaxis.set_major_locator(FixedLocator([date(year, 1, 1).toordinal() for year in years]))
    axes.xaxis.set_major_formatter(FuncFormatter(_year))
    axes.grid(axis="y", color=palette.rule, lw=pen.points(0.8))
    axes.set_axisbelow(True)
    axes.tick_params(colors=palette.ground.muted, labelsize=pen.points(_SIZE), length=0, pad=4)
    axes.tick_params(axis="x", length=pen.points(4))
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_family(FAMILY)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(palette.ground.muted)
    return axes


def _year(value: float, _place: object) -> str:
    return str(date.fromordinal(round(value)).year)


def _look(palette: Palette, kind: str) -> Look:
    ground, bound = palette.ground, BOUND_BLUE
    return {
        "covered": (bound, None, bound),
        "cover_unknown": (ground.never, "...", bound),
        "not_covered": (ground.never, None, ground.never),
        "both": (bound, None, bound),
        "one": (ground.never, "////", bound),
        "none": (ground.never, None, ground.never),
        "no_status": (ground.page, "xx", ground.muted),
        "not_known": (ground.never, "...", bound),
    }[kind]


def _entry(palette: Palette, band: Band) -> layout.Entry:
    fill, hatch, lines = _look(palette, band.kind)
    return layout.Entry("fill", fill, band.words, hatch, lines)


def _notes(
    atlas: Atlas,
    worldview: Worldview,
    chart: CourseChart,
    last: date,
    address: str,
    tongue: Tongue,
) -> layout.Notes:
    view = atlas.on(last, worldview)
    return [
        (captions.record_note(view, tongue), view.beyond_record),
        (tongue.text(worldviews.SENTENCES[worldview]), False),
        (chart.meaning, False),
        (captions.data_note(atlas.record.checksum[:8], tongue) + ".", False),
        (captions.address_note(address, tongue), False),
    ]


def _address(
    atlas: Atlas,
    worldview: Worldview,
    iso_a3: str | None,
    lens: str | None,
    last: date,
    tongue: Tongue,
) -> str:
    shown = Place(
        last,
        iso_a3 or "",
        worldview,
        tab="coverage",
        what_if=written_acts(atlas.supposed),
        lens=lens or iso_a3 or FLANK_LENS,
        lang="" if tongue is ENGLISH else tongue.language,
    )
    return f"?{query(shown)}"

"""What the picture of a line over time is called and how it is told; draws nothing."""

from __future__ import annotations

from datetime import date

from geo.answers.course_chart import CourseChart
from geo.answers.supposing import last_told
from geo.answers.words import course_chart as words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import MARK
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY, ChartFormat, Worldview
from geo.basics.file_names import borders_part, file_name


def course_file_name(atlas: Atlas, worldview: Worldview, lens: str, fmt: ChartFormat) -> str:
    """The name to keep it under: ottawa-atlas-curve-nato-east-2026-11-26.svg."""
    supposed, last = "what-if" if atlas.supposed else "", last_told(atlas)
    return file_name(fmt, "curve", lens.lower(), last, borders_part(worldview), supposed)


def alt_text(atlas: Atlas, chart: CourseChart, last: date, tongue: Tongue = ENGLISH) -> str:
    """A description of the picture for those who do not see it."""
    days = {"first": tongue.alone(FIRST_DAY), "last": tongue.alone(last)}
    told = tongue.text(words.ALT, title=chart.title, **days)
    mark = f"{tongue.text(MARK)}."
    return " ".join(filter(None, (mark if atlas.supposed else "", told, chart.read(last, tongue))))

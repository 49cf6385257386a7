"""The chart of a border line over time as a browser draws it; days are ISO, lengths whole km."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

from geo.answers.course_chart import CourseChart
from geo.answers.data.credits import ATTRIBUTION
from geo.answers.words import held
from geo.answers.words.course_chart import ON_PAGE, ON_PAGE_SUPPOSED, ChartWords
from geo.answers.words.headline import count_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import MARK
from geo.atlas import Atlas
from geo.web.documents.speech import Speech, speech

ChartStep = TypedDict(
    "ChartStep", {"from": str, "low": int, "high": int, "bound": str, "km": list[int]}
)
"""What holds from a day on: states bound, at the least, at the most and in words, and each band."""


class ChartBand(TypedDict):
    """A class of borders, from the foot of the chart up."""

    kind: str
    words: str


class ChartFiles(TypedDict):
    """What a file of the chart says besides: whose it is, against what the record was held, and,
    where acts are supposed, its mark. `name` begins that of the file.
    """

    name: str
    credit: str
    held: str
    mark: str


class ChartDocument(TypedDict):
    """Both curves of a line from a day to another, with the figures at their axes."""

    title: str
    first: str
    last: str
    verified_to: str
    bands: list[ChartBand]
    steps: list[ChartStep]
    bound_ticks: list[int]
    km_ticks: list[int]
    words: ChartWords
    speech: NotRequired[Speech]
    files: NotRequired[ChartFiles]
    """Of a page that makes files of it by itself."""


def chart_document(
    chart: CourseChart, first: date, last: date, tongue: Tongue = ENGLISH
) -> ChartDocument:
    """The part of a chart that lies between two days, the first of them before the other.

    `tongue` is that which the chart was made in.
    """
    days = [first, *(step.day for step in chart.steps if first < step.day <= last)]
    shown = [(day, chart.on(day)) for day in days]
    made: ChartDocument = {
        "title": chart.title,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "verified_to": chart.verified_to.isoformat(),
        "bands": [{"kind": band.kind, "words": band.words} for band in chart.bands],
        "steps": [
            {
                "from": day.isoformat(),
                "low": step.bound_min,
                "high": step.bound_max,
                "bound": count_words(step.bound_min, step.bound_max, tongue),
                "km": [round(km) for km in step.km],
            }
            for day, step in shown
        ],
        "bound_ticks": list(chart.bound_ticks),
        "km_ticks": list(chart.km_ticks),
        "words": tongue.all(ON_PAGE_SUPPOSED if chart.supposed else ON_PAGE),
    }
    if spoken := speech(tongue):
        made["speech"] = spoken
    return made


def chart_files(atlas: Atlas, tongue: Tongue = ENGLISH) -> ChartFiles:
    """Return what files of the charts of an atlas say besides."""
    return {
        "name": "ottawa-atlas-curve",
        "credit": tongue.text(ATTRIBUTION),
        "held": held.sentence(atlas.record.held, tongue),
        "mark": tongue.text(MARK) if atlas.supposed else "",
    }

"""The days to which a reader can step, for a browser that names them as the thumb moves."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.key_dates import turning_points
from geo.answers.steps import steps
from geo.atlas import Atlas


class StepRow(TypedDict):
    """A day to which one can step, what happens on it, and whether it changes the law."""

    day: str
    words: str
    law: bool


class MarkRow(TypedDict):
    """A day that every slider marks, and what changes on it."""

    day: str
    words: str


class StepsDocument(TypedDict):
    """Every such day, and every marked one; ascending."""

    steps: list[StepRow]
    marks: list[MarkRow]


def step_rows(atlas: Atlas) -> StepsDocument:
    """Every day of a step and every mark, ascending."""
    return {
        "steps": [
            {"day": step.day.isoformat(), "words": step.words, "law": step.law}
            for step in steps(atlas)
        ],
        "marks": [
            {"day": day.isoformat(), "words": "; ".join(words)}
            for day, words in turning_points(atlas).items()
        ],
    }

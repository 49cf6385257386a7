"""The days to which a reader can step, for a browser that names them as the thumb moves."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.steps import steps
from geo.atlas import Atlas


class StepRow(TypedDict):
    """A day to which one can step, what happens on it, and whether it changes the law."""

    day: str
    words: str
    law: bool


class StepsDocument(TypedDict):
    """Every such day, ascending."""

    steps: list[StepRow]


def step_rows(atlas: Atlas) -> StepsDocument:
    """Every day of a step, ascending."""
    return {
        "steps": [
            {"day": step.day.isoformat(), "words": step.words, "law": step.law}
            for step in steps(atlas)
        ]
    }

"""The days to which a reader can step, for a browser that names them as the thumb moves."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from geo.answers.key_dates import turning_points
from geo.answers.steps import steps
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.web.documents.speech import Speech, speech


class MarkRow(TypedDict):
    """A day that every slider marks, and what changes on it."""

    day: str
    words: str


class StepRow(MarkRow):
    """A day to which one can step, what happens on it, and whether it changes the law."""

    law: bool


class StepsDocument(TypedDict):
    """Every such day, and every marked one; ascending. `speech` is that of another language."""

    steps: list[StepRow]
    marks: list[MarkRow]
    speech: NotRequired[Speech]


def step_rows(atlas: Atlas, tongue: Tongue = ENGLISH) -> StepsDocument:
    """Every day of a step and every mark, ascending."""
    made: StepsDocument = {
        "steps": [
            {"day": step.day.isoformat(), "words": step.words, "law": step.law}
            for step in steps(atlas, tongue)
        ],
        "marks": [
            {"day": day.isoformat(), "words": "; ".join(words)}
            for day, words in turning_points(atlas, tongue).items()
        ],
    }
    if spoken := speech(tongue):
        made["speech"] = spoken
    return made

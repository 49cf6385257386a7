"""The days to which a reader can step, for a browser that names them as the thumb moves."""

from __future__ import annotations

from geo.answers.steps import steps
from geo.atlas import Atlas
from geo.web.documents.shapes import StepsDocument


def step_rows(atlas: Atlas) -> StepsDocument:
    """Every day of a step, ascending."""
    return {
        "steps": [
            {"day": step.day.isoformat(), "words": step.words, "law": step.law}
            for step in steps(atlas)
        ]
    }

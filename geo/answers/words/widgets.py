"""What the framework of the page says by itself of its controls, and our words instead."""

from __future__ import annotations

from typing import Final

from typing_extensions import TypedDict

from geo.answers.words.tongue import ENGLISH, Tongue


class WidgetWords(TypedDict):
    """`said` by the English of the framework; the others where it says a label or a number, too."""

    said: dict[str, str]
    help: str
    choices: str


SAID: Final = (
    "Open",
    "Dismiss",
    "Clear value",
    "No results",
    "Copy to clipboard",
    "Copied",
    "Help",
)
"""What it says, letter by letter."""
HELP: Final = "Help for {label}"
CHOICES: Final = "Choices: {count}."
"""For its "Help for …" and "… options available."."""


def widget_words(tongue: Tongue) -> WidgetWords | None:
    """What is said instead of it in a language; None in English."""
    if tongue is ENGLISH:
        return None
    said = {english: tongue.text(english) for english in SAID}
    return {"said": said, "help": tongue.text(HELP), "choices": tongue.text(CHOICES)}

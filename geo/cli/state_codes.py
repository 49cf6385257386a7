"""The state that is named on the command line, by a code or by what people call it."""

from __future__ import annotations

from geo.answers.search import meant
from geo.atlas import Atlas
from geo.cli.arguments import UsageError


def country(text: str | None, atlas: Atlas) -> str | None:
    """The code of the state that --country names, if it is given. UsageError for no state."""
    return None if text is None else code(text, atlas, "--country")


def code(text: str, atlas: Atlas, argument: str) -> str:
    """The code of the state asked for. UsageError for what has no status of its own, with why."""
    found = meant(atlas, text)
    if found.says:
        raise UsageError(
            f"argument {argument}: {text!r}; expected the name of a state in data/states.csv, or"
            f" its ISO 3166-1 alpha-3 code. {found.says}"
        )
    return found.state

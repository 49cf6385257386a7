"""The state that is named on the command line, by a code or by what people call it."""

from __future__ import annotations

import difflib

from geo.answers.scopes import lens_meant
from geo.answers.search import meant
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.cli.arguments import UsageError


def country(text: str | None, atlas: Atlas, tongue: Tongue = ENGLISH) -> str | None:
    """The code of the state that --country names, if it is given. UsageError for no state."""
    return None if text is None else code(text, atlas, "--country", tongue)


def lens(text: str | None, atlas: Atlas) -> str | None:
    """The lens that --lens names, if it is given. UsageError for one that is none."""
    return None if text is None else lens_name(text, atlas, "--lens")


def lens_name(text: str, atlas: Atlas, argument: str) -> str:
    """The lens asked for: an id of the record, or the code of a state for all its land borders.

    UsageError for a name of neither.
    """
    if name := lens_meant(atlas, text):
        return name
    ids = [found.lens_id for found in atlas.record.lenses]
    near = difflib.get_close_matches(text.lower(), ids)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; lenses are {', '.join(ids)}"
    raise UsageError(
        f"argument {argument}: {text!r}; expected the id of a lens in data/lenses.csv, or the code"
        f" of a state for all its land borders{hint}"
    )


def code(text: str, atlas: Atlas, argument: str, tongue: Tongue = ENGLISH) -> str:
    """The code of the state asked for. UsageError for what has no status of its own, with why."""
    found = meant(atlas, text, tongue)
    if found.says:
        raise UsageError(
            f"argument {argument}: {text!r}; expected the name of a state in data/states.csv, or"
            f" its ISO 3166-1 alpha-3 code. {found.says}"
        )
    return found.state

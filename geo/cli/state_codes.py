"""The state that is named on the command line, by a code or by what people call it."""

from __future__ import annotations

import difflib

from geo.answers.scopes import lens_meant
from geo.answers.search import meant
from geo.answers.words import usage
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.cli.arguments import UsageError
from geo.cli.speaking import SPOKEN, expected, of_argument
from geo.cli.speaking import text as said


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
    if near:
        hint = said(usage.NEAR, names=SPOKEN.get().either(near))
    else:
        hint = said(usage.LENSES, names=", ".join(ids))
    raise UsageError(of_argument(argument, f"{expected(text, said(usage.A_LENS))}; {hint}"))


def code(text: str, atlas: Atlas, argument: str, tongue: Tongue = ENGLISH) -> str:
    """The code of the state asked for. UsageError for what has no status of its own, with why."""
    found = meant(atlas, text, tongue)
    if found.says:
        wanted = expected(text, said(usage.A_STATE))
        raise UsageError(of_argument(argument, f"{wanted}. {found.says}"))
    return found.state

"""The code of a state as it is typed, held against the states of the record."""

from __future__ import annotations

import difflib

from geo.atlas import Atlas
from geo.cli.arguments import UsageError


def country(text: str | None, atlas: Atlas) -> str | None:
    """The code that --country names, if it is given. UsageError for one that is no state's."""
    return None if text is None else code(text, atlas, "--country")


def code(text: str, atlas: Atlas, argument: str) -> str:
    """The code asked for. UsageError for one that is no state's, with the nearest that are."""
    names = {state.iso_a3: state.name for state in atlas.record.states.values()}
    if text.upper() in names:
        return text.upper()
    known = {key.casefold(): iso for iso, name in names.items() for key in (iso, name)}
    near = dict.fromkeys(known[k] for k in difflib.get_close_matches(text.casefold(), known))
    meant = " or ".join(f"{iso_a3} ({names[iso_a3]})" for iso_a3 in near)
    hint = f"; did you mean {meant}?" if meant else ""
    raise UsageError(
        f"argument {argument}: {text!r}; expected the ISO 3166-1 alpha-3 code of a state in"
        f" data/states.csv{hint}"
    )

"""What is wrong with the arguments of a tool before it is asked: names, choices, what is missing.

The package that carries the protocol would tell it in its own words, and take no notice of a name
that the tool does not have: who asks for a `day` would be told of today.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Literal, get_args, get_origin, get_type_hints

from geo.answers.words.worldviews import EXPECTED as A_WORLDVIEW
from geo.basics.formats import either


def wrong(tool: Callable[..., object], arguments: Mapping[str, object]) -> str:
    """The first argument that makes no sense and what was expected; empty where all do."""
    takes, hints = inspect.signature(tool).parameters, get_type_hints(tool)
    for name in arguments:
        if name not in takes:
            known = f"arguments are {', '.join(takes)}" if takes else "it takes none"
            return f"{name}: expected no argument of this name; {known}"
    for name, parameter in takes.items():
        if name not in arguments:
            if parameter.default is parameter.empty:
                return f"{name}: found nothing; expected it to be given"
            continue
        given, hint = arguments[name], hints[name]
        choices = get_args(hint) if get_origin(hint) is Literal else ()
        if choices and given not in choices:
            told = A_WORLDVIEW if name == "worldview" else either(choices)
            return f"{name}: found {given!r}; expected {told}"
        if not isinstance(given, str):
            return f"{name}: found {given!r}; expected a text"
    return ""

"""In which language the command line speaks of itself: that of --lang, else of the environment.

What it answers does not hang on where it runs: that is in the language of --lang, else in English.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Final, NamedTuple

from geo.answers.words.tongue import ENGLISH, Tongue, tongue
from geo.answers.words.usage import EXPECTED, OF_AN_ARGUMENT, OF_ARGPARSE
from geo.basics.languages import asked_for, of_environment

SPOKEN: ContextVar[Tongue] = ContextVar("SPOKEN", default=ENGLISH)
"""The tongue in which the command that runs is spoken of."""


def speak(words: Sequence[str], environment: Mapping[str, str]) -> None:
    """Speak the language that a command line names, else that of an environment."""
    named = re.findall(r"(?:^|\n)--lang[=\n](.*)", "\n".join(words))
    language = asked_for(named[-1]) if named else None
    SPOKEN.set(tongue(language or of_environment(environment)))


def text(english: str, /, **places: object) -> str:
    """A text in the language that is spoken."""
    return SPOKEN.get().text(english, **places)


def expected(value: object, words: str) -> str:
    """A value, and what was expected in its place."""
    return text(EXPECTED, value=repr(value), expected=words)


def of_argument(name: str, words: str) -> str:
    """What is wrong with an argument."""
    return text(OF_AN_ARGUMENT, argument=name, words=words)


class _Said(NamedTuple):
    """A text of argparse: ours, how argparse writes its places, and what surrounds it."""

    english: str
    places: Mapping[str, str] = {}
    after: str = ""


OF_ARGPARSE_BY_ITS_OWN: Final[Mapping[str, _Said]] = {
    "usage: ": _Said(OF_ARGPARSE["usage"], after=" "),
    "positional arguments": _Said(OF_ARGPARSE["positional"]),
    "options": _Said(OF_ARGPARSE["options"]),
    "show this help message and exit": _Said(OF_ARGPARSE["help"]),
    "%(prog)s: error: %(message)s\n": _Said(
        OF_ARGPARSE["error"], {"command": "%(prog)s", "message": "%(message)s"}, "\n"
    ),
    "the following arguments are required: %s": _Said(OF_ARGPARSE["required"], {"names": "%s"}),
    "one of the arguments %s is required": _Said(OF_ARGPARSE["one_required"], {"names": "%s"}),
    "unrecognized arguments: %s": _Said(OF_ARGPARSE["unknown"], {"names": "%s"}),
    "not allowed with argument %s": _Said(OF_ARGPARSE["not_with"], {"name": "%s"}),
    "ignored explicit argument %r": _Said(OF_ARGPARSE["explicit"], {"value": "%r"}),
    "expected one argument": _Said(OF_ARGPARSE["one"]),
    "expected at least one argument": _Said(OF_ARGPARSE["at_least_one"]),
    "invalid choice: %(value)r (choose from %(choices)s)": _Said(
        OF_ARGPARSE["choice"], {"value": "%(value)r", "choices": "%(choices)s"}
    ),
    "invalid %(type)s value: %(value)r": _Said(
        OF_ARGPARSE["type"], {"type": "%(type)s", "value": "%(value)r"}
    ),
    "argument %(argument_name)s: %(message)s": _Said(
        OF_AN_ARGUMENT, {"argument": "%(argument_name)s", "words": "%(message)s"}
    ),
}
"""By what argparse asks its translator for; what it may ask for besides stays English."""


def _of_argparse(english: str) -> str:
    said = OF_ARGPARSE_BY_ITS_OWN.get(english)
    if said is None or SPOKEN.get() is ENGLISH:
        return english
    return f"{text(said.english, **said.places)}{said.after}"


# The name under which argparse, as all of the standard library, looks its translations up.
vars(argparse)["_"] = _of_argparse

"""What the command line says to what makes no sense, and around its help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EXPECTED: Final = "{value}; expected {expected}"
OF_AN_ARGUMENT: Final = "argument {argument}: {words}"
"""What is said of an argument, as by `FRAMES`, and of its value."""

ENDING: Final = "a name ending in {endings}"
A_NAME: Final = "a name, not an empty one"
A_FOLDER: Final = "a folder, for many files are written"
A_FOLDER_HERE: Final = "a folder that exists; make it first"
FRAMES: Final = "a number from {first} to {last}"
AN_ADDRESS: Final = "a whole address, as https://example.org/atlas/"
CODES: Final = "codes as pl,uk of {languages}"
A_LENS: Final = (
    "the id of a lens in data/lenses.csv, or the code of a state for all its land borders"
)
A_STATE: Final = "the name of a state in data/states.csv, or its ISO 3166-1 alpha-3 code"
NEAR: Final = "did you mean {names}?"
LENSES: Final = "lenses are {names}"
FOR_OUT: Final = "{format}, for --out"
OUT_NEEDED: Final = "a file in --out"
DAY_BEFORE: Final = "a day before {day}"
DAY_NOT_AFTER: Final = "a day not after {day}"
BESIDE_LINES: Final = (
    "it beside what is told of border lines, as --what borders; {what} as {format} is the same for"
    " all of them"
)
BESIDE_ACTS: Final = (
    "it beside what follows from acts on a day, as --what countries; {what} as {format} holds what"
    " is on record"
)
BESIDE_A_DAY: Final = (
    "it beside what shows a day, as --what countries; {what} as {format} is the same on every day"
)
"""What was expected."""

NO_FILE: Final = "{path}: is a file; name a folder"
NOT_OURS: Final = (
    "{path}: holds {file}, which is not part of a site made by `{command}`; nothing was touched;"
    " name a new or empty folder"
)
NO_FFMPEG: Final = (
    "an MP4 film is made by {program}, which is not on this machine's PATH; install it, or ask for"
    " WebP or GIF"
)
NOT_STARTED: Final = "{program} cannot be started ({reason})"
NOT_FINISHED: Final = "{program} did not finish; ask for WebP or GIF"
NOT_MADE: Final = "{program} could not make the film: {reason}; ask for WebP or GIF"
NOT_INSTALLED: Final = (
    "assistants are answered with a package that is not installed here: run `{command}`, then ask"
    " again"
)
"""Why a file is not written, and what to do."""

OF_ARGPARSE: Final[Mapping[str, str]] = {
    "usage": "usage:",
    "positional": "positional arguments",
    "options": "options",
    "help": "show this help message and exit",
    "error": "{command}: error: {message}",
    "required": "the following arguments are required: {names}",
    "one_required": "one of the arguments {names} is required",
    "unknown": "unrecognized arguments: {names}",
    "not_with": "not allowed with argument {name}",
    "explicit": "ignored explicit argument {value}",
    "one": "expected one argument",
    "at_least_one": "expected at least one argument",
    "choice": "invalid choice: {value} (choose from {choices})",
    "type": "invalid {type} value: {value}",
}
"""What argparse says; `geo/cli/speaking.py` knows how."""

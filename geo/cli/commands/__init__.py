"""What each command of `python -m geo` does once its arguments are read.

A command prints its answer and returns whether all is well. `questions` and those of border
`lines` are answered on standard output, `files` are written, `upkeep` is of the record itself.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from geo.basics.functions import functions_of
from geo.cli.commands import files, lines, questions, upkeep

COMMANDS: Mapping[str, Callable[[Namespace], bool]] = functions_of(questions, lines, files, upkeep)
"""The commands by the names `geo.cli` knows them under."""

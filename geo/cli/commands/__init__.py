"""What each command of `python -m geo` does once its arguments are read.

A command prints its answer and returns whether all is well. `questions` are answered on standard
output, `files` are written, `upkeep` is of the record itself.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from geo.cli.commands import files, questions, upkeep

COMMANDS: Mapping[str, Callable[[Namespace], bool]] = {
    "status": questions.status,
    "borders": questions.border_segments,
    "curve": questions.curve,
    "compare": questions.compare,
    "country": questions.country,
    "claims": questions.claims,
    "changes": questions.changes,
    "snapshot": files.snapshot,
    "film": files.film,
    "export": files.export,
    "follow": files.follow,
    "standalone": files.standalone,
    "site": files.site,
    "check": upkeep.check,
    "verify": upkeep.verify,
    "build": upkeep.build,
}
"""The commands by the names `geo.cli` knows them under."""

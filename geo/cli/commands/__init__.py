"""What each command of `python -m geo` does once its arguments are read.

A command prints its answer and returns whether all is well. `questions` and those of border
`lines` are answered on standard output, `files` are written, `upkeep` is of the record itself.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from geo.cli.commands import files, lines, questions, upkeep

COMMANDS: Mapping[str, Callable[[Namespace], bool]] = {
    "status": questions.status,
    "borders": lines.border_segments,
    "curve": lines.curve,
    "lens": lines.lens,
    "lenses": lines.lenses,
    "compare": lines.compare,
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
    "mcp": upkeep.mcp,
    "warm": upkeep.warm,
}
"""The commands by the names `geo.cli` knows them under."""

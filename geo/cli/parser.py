"""The grammar of `python -m geo`: its commands, their options and the help of each."""

from __future__ import annotations

import argparse

from geo.cli.arguments import Grammar
from geo.cli.grammar import files, questions, upkeep


def build_parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    parser = Grammar(
        prog="python -m geo",
        description="Who is bound by the 1997 Mine Ban Convention, on any day, and where.",
        epilog="Exit codes: 0 done, 1 damaged data, cannot be done or differs, 2 nonsense asked.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", required=True
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, allow_abbrev=False)

    for kind in (questions, files, upkeep):
        kind.add(command)
    return parser

"""The grammar of `python -m geo`: its commands, their options and the help of each."""

from __future__ import annotations

import argparse

from geo.answers.words import help
from geo.cli.arguments import Grammar
from geo.cli.grammar import files, questions, upkeep
from geo.cli.speaking import text


def build_parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    parser = Grammar(
        prog="python -m geo",
        description=text(help.DESCRIPTION),
        epilog=text(help.EXIT_CODES),
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(
        title=text(help.COMMANDS), dest="command", metavar="COMMAND", required=True
    )

    def command(name: str) -> argparse.ArgumentParser:
        words = text(help.OF_COMMANDS[name])
        return commands.add_parser(name, help=words, description=words, allow_abbrev=False)

    for kind in (questions, files, upkeep):
        kind.add(command)
    return parser

"""The commands that keep the record, their options and the help of each."""

from __future__ import annotations

from geo.answers.words import help
from geo.cli.arguments import any_file, file, folder
from geo.cli.grammar import options
from geo.cli.grammar.options import Command
from geo.cli.speaking import text


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    command("check")

    verify = command("verify")
    verify.add_argument(
        "page",
        type=any_file,
        nargs="?",
        metavar="PAGE",
        help=text(help.STATUS_PAGE),
    )
    verify.add_argument(
        "--fetch",
        action="store_true",
        help=text(help.FETCH),
    )
    verify.add_argument("--keep", type=file(".html"), metavar="FILE", help=text(help.KEEP))
    shape = verify.add_mutually_exclusive_group()
    options.add_format(shape)
    shape.add_argument(
        "--propose",
        action="store_true",
        help=text(help.PROPOSE),
    )

    mcp = command("mcp")
    options.add_base_url(mcp, help.ASSISTANT_ADDRESS)

    command("warm")

    build = command("build")
    build.add_argument(
        "--source",
        type=any_file,
        required=True,
        metavar="FILE",
        help=text(help.BUILT_FROM),
    )
    build.add_argument("--out", type=folder, metavar="DIR", help=options.default("data/borders"))

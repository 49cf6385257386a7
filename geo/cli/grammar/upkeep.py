"""The commands that keep the record, their options and the help of each."""

from __future__ import annotations

from pathlib import Path

from geo.cli.arguments import file, folder
from geo.cli.grammar import options
from geo.cli.grammar.options import Command


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    command("check")

    verify = command("verify")
    verify.add_argument(
        "page",
        type=Path,
        nargs="?",
        metavar="PAGE",
        help="the page of chapter XXVI-5 in English, saved as HTML",
    )
    verify.add_argument(
        "--fetch",
        action="store_true",
        help="in place of PAGE, ask the UN Treaty Collection for it: no other command asks a host,"
        " and this one no other host",
    )
    verify.add_argument(
        "--keep", type=file(".html"), metavar="FILE", help="with --fetch, keep the page as served"
    )
    shape = verify.add_mutually_exclusive_group()
    options.add_format(shape)
    shape.add_argument(
        "--propose",
        action="store_true",
        help="print the rows that would bring the record in line, for its tables",
    )

    mcp = command("mcp")
    options.add_base_url(
        mcp, "where a server of the atlas stands that the addresses of answers lead to"
    )

    command("warm")

    build = command("build")
    build.add_argument(
        "--source",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file that data/borders/PROVENANCE.md names",
    )
    build.add_argument("--out", type=folder, metavar="DIR", help="default: data/borders")

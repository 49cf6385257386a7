"""What keeps the record: its check, its comparison with the depositary, its borders made again."""

from __future__ import annotations

import sys
from argparse import Namespace

from geo import borders
from geo.cli import reading


def check(_: Namespace) -> bool:
    """Everything wrong with the data, on standard error; counts and notes on standard output."""
    from geo.atlas import load_tables
    from geo.cli.data_check import check as check_data

    report = check_data()
    for name, count in report.counts.items():
        print(f"{count:>6} {name}")
    for note in report.notes:
        print(f"note: {note}")
    sys.stdout.flush()
    for error in report.errors:
        print(error, file=sys.stderr)
    if report.sound:
        from geo.web.standalone import page

        print(f"{len(page(load_tables())):>6} bytes of the stand-alone page")
        print("Nothing wrong was found.")
    return report.sound


def build(arguments: Namespace) -> bool:
    """The shipped borders, made again; prints what was made."""
    from geo.borders.build.build import build as make

    report = make(arguments.source, arguments.out or borders.BORDERS_DIR)
    for name, size in report.files.items():
        print(f"{size:>9} bytes  {name}")
    print(f"{report.version}, {report.states} states, {report.seconds:.1f} s")
    return True


def mcp(arguments: Namespace) -> bool:
    """A language model answered over standard input and output, until that ends."""
    from geo.answers.assistant.protocol import server

    server(reading.atlas(), arguments.base_url or "").run("stdio")
    return True


def verify(arguments: Namespace) -> bool:
    """The record held against the depositary's page; whether all is equal or explained."""
    from geo.cli.verify_command import verify as hold

    return hold(arguments)

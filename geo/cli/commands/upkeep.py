"""What keeps the record: its check, its comparison with the depositary, its borders made again."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from geo import borders
from geo.atlas import Atlas, View
from geo.basics.errors import AtlasError
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
    print(f"{report.facts.version}, {report.facts.states} states, {report.seconds:.1f} s")
    return True


def warm(_: Namespace) -> bool:
    """Make what a server makes at its start, and keep it; prints where."""
    from datetime import UTC, datetime

    from geo.basics.dates import today
    from geo.records import DATA_DIR
    from geo.web import disk_cache
    from geo.web.served import Served

    where = disk_cache.folder()
    if where is None:
        raise AtlasError(
            f"{disk_cache.FOLDER} is empty, so nothing is kept; name a folder in it, or unset it"
        )
    midnight = datetime(today().year, today().month, today().day, tzinfo=UTC)
    Served(reading.atlas(), midnight, disk_cache.keeper(DATA_DIR, where)).make_all()
    print(where)
    return True


def mcp(arguments: Namespace) -> bool:
    """A language model answered over standard input and output, until that ends."""
    from geo.answers.assistant.protocol import server

    def draw(atlas: Atlas, view: View, how: dict[str, Any]) -> bytes:
        # Imported here: Matplotlib is not waited for where no picture is asked for.
        from geo.pictures import render

        return render(atlas, view, **how)

    server(reading.atlas(), arguments.base_url or "", draw).run("stdio")
    return True


def verify(arguments: Namespace) -> bool:
    """The record held against the depositary's page; whether all is equal or explained."""
    from geo.cli.verify_command import verify as hold

    return hold(arguments)

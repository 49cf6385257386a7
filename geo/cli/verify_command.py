"""`python -m geo verify`: where the page comes from, and how the comparison is told."""

from __future__ import annotations

import sys
from argparse import Namespace

from geo.answers.data.writing import as_json
from geo.answers.depositary.comparison import Comparison, hold
from geo.answers.depositary.faults import CHAPTER
from geo.answers.depositary.proposal import propose, text
from geo.answers.depositary.status_page import StatusPage, load, read
from geo.basics.atomic_files import expect_folder, write_whole
from geo.basics.dates import today
from geo.cli import reading, verify_answers
from geo.cli.arguments import UsageError


def verify(arguments: Namespace) -> bool:
    """Hold the record against a page; prints the comparison or what would settle it.

    Returns whether all is equal or explained. Raises PageError for what is not the page.
    """
    page = _page(arguments)
    atlas = reading.atlas()
    held = hold(atlas, page)
    if arguments.propose:
        sys.stdout.write(text(atlas.record, propose(atlas.record, held, CHAPTER, today())))
    else:
        sys.stdout.write(_told(held, arguments.format))
    return held.sound


def _told(held: Comparison, fmt: str) -> str:
    if fmt == "json":
        return as_json(verify_answers.verification(held, CHAPTER))
    if fmt == "csv":
        return verify_answers.findings_csv(held)
    return verify_answers.table(held, CHAPTER)


def _page(arguments: Namespace) -> StatusPage:
    if arguments.fetch == (arguments.page is not None):
        raise UsageError("argument PAGE: expected the file of a saved page, or --fetch")
    if arguments.keep and not arguments.fetch:
        raise UsageError("argument --keep: expected beside --fetch; PAGE is kept already")
    if arguments.page:
        return load(arguments.page)
    from geo.answers.depositary.fetching import (
        fetch,  # only who asks another host pays for the library that does
    )

    if arguments.keep:
        expect_folder(arguments.keep)
    content = fetch()
    if arguments.keep:
        write_whole(arguments.keep, content)
    return read(content)

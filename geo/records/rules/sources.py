"""What sources must look like, and the rows that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from geo.basics.dates import Interval, PartialDate
from geo.basics.problems import Problem
from geo.records import addresses, publishers
from geo.records.cells import has_come
from geo.records.rows import Source
from geo.records.source_tiers import NEVER_ALONE, NOT_OPENED
from geo.records.unchecked import Row, Sourced, UncheckedRecord

_SPELLINGS = re.compile(r"^https?://(?:www\.)?|/$", re.IGNORECASE)
"""What two spellings of one address differ in: the scheme, `www.` and a slash at the end."""


_NAMED_AHEAD = {
    "opened_for_signature",
    "entry_into_force",
    "withdrawal_effective",
    "deadline_missed",
}
"""Kinds of event whose day is fixed, and told, before it comes."""

_SAID_CLOSER = {"counts", "sum_of"}
"""Lists of which other rules ask more than that each thing stands in them once."""

POSITION = "position"
"""The stage of a fact that says what a government or a body says."""


def sources_exist(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Every source a row names is a row of sources.csv."""
    for row in unchecked.sourced():
        for name in unchecked.unknown("sources", row.value.source_ids):
            advice = "Add the source, or correct its id."
            yield row.problem("source_ids", "ids of sources.csv", advice, name)


def lists_name_each_thing_once(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What a list names twice a reader would be shown twice, a source as if two had said it."""
    for row in unchecked.rows():
        for column, named in _lists(row):
            for name in sorted({name for name in named if named.count(name) > 1}):
                advice = "Take out what stands twice."
                yield row.problem(column, "each name once", advice, name)


def sources_are_used(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A source nothing rests on is not part of the record."""
    for row in unchecked.sources:
        if row.value.source_id not in unchecked.cited:
            yield row.problem("source_id", "a source that a row names", "Remove it, or cite it.")


def sources_say_what_they_lack(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """An undated page is called undated; only an article may be without its address."""
    for row in unchecked.sources:
        source = row.value
        if source.date is None and "undated" not in source.note.lower():
            advice = "Add the date, or say in the note that the page is undated."
            yield row.problem("date", "a date, or a note that says undated", advice)
        if not source.url and source.tier != "article":
            yield row.problem("url", "an address", "Add where it can be read.")


def publishers_are_named_in_one_form(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Whose words a page passes on is written in one way, which other languages can follow."""
    for row in unchecked.sources:
        if publishers.is_unclear(row.value.publisher):
            forms = (form.format(publisher="A", source="B") for form in publishers.FORMS)
            advice = "Write so who publishes it, A, and whose words they are, B."
            yield row.problem("publisher", " or ".join(map(repr, forms)), advice)


def sources_are_pages_of_their_own(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """One page is one source: under two ids it would be cited as if two had said it."""
    first: dict[str, Row[Source]] = {}
    for row in unchecked.sources:
        page = _SPELLINGS.sub("", row.value.url)
        if page and (other := first.setdefault(page, row)) is not row:
            advice = f"Line {other.line} has it as {other.value.source_id}; keep one, cite that."
            yield row.problem("url", "an address that no other source has", advice)


def addresses_are_anybodys(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """An address leads somewhere and carries nobody's name, password or key."""
    for row in unchecked.sources:
        for column in ("url", "archived_url"):
            address = row.cells[column]
            if address and (fault := addresses.fault(address)):
                yield row.problem(column, *fault)


def copies_are_other_addresses(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """An archived copy is another page than the one it keeps."""
    for row in unchecked.sources:
        source = row.value
        if not source.archived_url:
            continue
        if not source.url:
            advice = "Give the address of the copy as url, and say in the note that it is a copy."
            yield row.problem("archived_url", "nothing where there is no url", advice)
        elif _SPELLINGS.sub("", source.archived_url) == _SPELLINGS.sub("", source.url):
            advice = "Leave it empty where url is a fixed copy itself."
            yield row.problem("archived_url", "another address than url", advice)


def pages_are_read_once_they_are_out(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A page is out by now, and is read on or after the day it is published, by now too."""
    for row in unchecked.sources:
        source = row.value
        if source.date and not has_come(source.date.first):
            yield row.problem("date", "a day that has come", "Say when the page was published.")
        if source.accessed is None:
            continue
        if not has_come(source.accessed.first):
            yield row.problem("accessed", "a day that has come", "Say when the page was read.")
        if source.date and source.accessed.last < source.date.first:
            advice = "Correct either day; a page that changes is cited by the day it had when read."
            yield row.problem("accessed", f"a day from {source.date} on", advice)


def nothing_is_newer_than_its_sources(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Nothing can be reported before it is so: a later year is a slip of the pen.

    An undated page tells at most of the day it was read. What cannot be dated either way leaves its
    row unjudged.
    """
    told = {row.value.source_id: row.value.date or row.value.accessed for row in unchecked.sources}
    of_a_day: list[tuple[Row[Sourced], str, PartialDate | Interval]] = [
        *((row, "as_of", row.value.as_of) for row in unchecked.facts),
        *((row, "member_from", row.value.member_from) for row in unchecked.groups),
        *(
            (row, "date", row.value.date)
            for row in unchecked.events
            if row.value.kind not in _NAMED_AHEAD
        ),
    ]
    for row, column, day in of_a_day:
        found = [told.get(source_id) for source_id in row.value.source_ids]
        dated = [read for read in found if read is not None]
        if dated and len(dated) == len(found):
            newest = max(dated, key=lambda read: read.last)
            if day.first > newest.last:
                advice = "Correct the date, or add the source that says it."
                yield row.problem(column, f"a date not after its newest source, {newest}", advice)


def pages_nobody_opened_say_so(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A source that was not opened says so in its note, and is not official.

    An article without an address was read in a copy that has none.
    """
    for row in unchecked.sources:
        source = row.value
        if source.accessed is not None or not source.url:
            continue
        if NOT_OPENED not in source.note.lower():
            advice = "Add when the page was read, or say in the note that it was not opened."
            yield row.problem("accessed", f"a day, or a note that says {NOT_OPENED}", advice)
        if source.tier == "official":
            advice = "Cite it as what it was seen through, or open the page and add the day."
            yield row.problem("tier", "another tier for a page that was not opened", advice)


def rows_lead_to_a_dated_page(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Every row names a source that a reader can open and that has a date, among what it names."""
    found = {row.value.source_id: row.value for row in unchecked.sources}
    for row in unchecked.sourced():
        named = [found[name] for name in row.value.source_ids if name in found]
        whole = len(named) == len(row.value.source_ids)
        if whole and not any(source.date and source.url for source in named):
            advice = "Add a dated page that says the same, or leave the row out."
            yield row.problem("source_ids", "a source with a date and an address", advice)


def weak_sources_do_not_stand_alone(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """State media and weak sources need a stronger one beside them.

    Two things are let through. A version of a disagreement is never alone: it stands beside the
    other versions. And what a government says (a fact of stage "position") its own media may carry.
    """
    tiers = {row.value.source_id: row.value.tier for row in unchecked.sources}
    said: list[Row[Sourced]] = [row for row in unchecked.facts if row.value.stage == POSITION]
    shown = [
        row for row in unchecked.facts if row.value.stage != POSITION and not row.value.topic_id
    ]
    strict: list[Row[Sourced]] = [
        *unchecked.states,
        *unchecked.events,
        *unchecked.lengths,
        *unchecked.missing_borders,
        *unchecked.groups,
        *unchecked.claims,
        *shown,
    ]
    checks = ((strict, NEVER_ALONE), (said, NEVER_ALONE - {"state_media"}))
    for rows, never in checks:
        for row in rows:
            found = [tiers.get(name, "") for name in row.value.source_ids]
            if found and all(tier in never for tier in found):
                advice = "Add a stronger source that says the same, or leave the row out."
                expected = f"a source beside the {' and '.join(sorted(set(found)))} one"
                yield row.problem("source_ids", expected, advice)


def states_exist(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Every state an event or a claim is about is a row of states.csv."""
    for event in unchecked.events:
        for name in unchecked.unknown("states", event.value.iso_a3):
            yield event.problem("iso_a3", "codes of states.csv", "Correct the code.", name)
    for claim in unchecked.claims:
        for name in unchecked.unknown("states", claim.value.subject_iso_a3):
            yield claim.problem("subject_iso_a3", "codes of states.csv", "Correct the code.", name)


def _lists(row: Row[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The columns of a row that are lists, and what stands in them."""
    for column in fields(row.value):
        named = getattr(row.value, column.name)
        if isinstance(named, tuple) and column.name not in _SAID_CLOSER:
            yield column.name, named

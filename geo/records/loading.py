"""Reads the record: every file of `data/`, validated, as typed rows.

Each file by itself is checked by `geo.records.schema`, what spans rows and files by
`geo.records.rules`. All that is wrong is raised at once as one `RecordError`; nothing half-read is
ever returned.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from geo.basics.dates import exact_day
from geo.basics.problems import Problem, RecordError
from geo.records import cells, descriptor, schema, tables
from geo.records.descriptor import DESCRIPTOR, Descriptor
from geo.records.line_rows import Lens, Membership, MissingBorder
from geo.records.rows import (
    BorderLength,
    Claim,
    Disagreement,
    DisagreementVersion,
    Event,
    Fact,
    Metric,
    Record,
    Source,
    State,
    Verification,
    columns_of,
)
from geo.records.rules import RULES
from geo.records.tables import Table
from geo.records.unchecked import REFERRED_TO, Row, UncheckedRecord

DATA_DIR = Path(__file__).resolve().parents[2] / "data"

T = TypeVar("T")

TABLES: dict[str, type[Any]] = {
    "sources": Source,
    "states": State,
    "events": Event,
    "verifications": Verification,
    "border-lengths": BorderLength,
    "missing-borders": MissingBorder,
    "groups": Membership,
    "lenses": Lens,
    "disagreements": Disagreement,
    "disagreement-versions": DisagreementVersion,
    "metrics": Metric,
    "facts": Fact,
    "claims": Claim,
}
"""What the descriptor must describe, by resource name, and what a row of each becomes."""


def load(directory: Path = DATA_DIR) -> Record:
    """The record of a directory that holds `datapackage.json` and the files it names.

    Raises:
        RecordError: anything wrong in any file, all of it.
    """
    package = descriptor.read(directory, {name: columns_of(TABLES[name]) for name in TABLES})
    problems: list[Problem] = []
    files = {
        resource.name: tables.read(directory / resource.path, resource.names, problems)
        for resource in package.resources
    }
    problems += schema.check_keys(files, package)
    unchecked = _unchecked(files, package, problems)
    if all(table.usable for table in files.values()):  # else every row would lack what it had
        for rule in RULES:
            problems += rule(unchecked)
    verified_to = _verified_to(package.verified_to, problems)
    if problems or verified_to is None:
        raise RecordError(problems)
    raw = {table.file: table.raw for table in files.values()} | {DESCRIPTOR: package.raw}
    return Record(
        states={row.value.iso_a3: row.value for row in unchecked.states},
        events=tuple(
            sorted((row.value for row in unchecked.events), key=lambda e: (e.date, e.event_id))
        ),
        lengths=_values(unchecked.lengths),
        missing_borders=_values(unchecked.missing_borders),
        groups=_values(unchecked.groups),
        lenses=_values(unchecked.lenses),
        facts=_values(unchecked.facts),
        claims=_values(unchecked.claims),
        disagreements=tuple(_with_versions(unchecked)),
        verifications=tuple(sorted(_values(unchecked.verifications), key=lambda v: v.day)),
        sources={row.value.source_id: row.value for row in unchecked.sources},
        checksum=_checksum(raw),
        verified_to=verified_to,
        files=raw,
    )


def _verified_to(value: object, problems: list[Problem]) -> date | None:
    """The day to which the record is compiled: none to come."""
    expected, advice = "a day, YYYY-MM-DD", "Say to which day the record was checked."
    try:
        found = exact_day(str(value))
    except ValueError:
        problems.append(Problem(DESCRIPTOR, 0, "verified_to", str(value), expected, advice))
        return None
    if not cells.has_come(found):
        expected = "today, or a day before it"
        problems.append(Problem(DESCRIPTOR, 0, "verified_to", str(value), expected, advice))
    return found


def _checksum(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _values(rows: Iterable[Row[T]]) -> tuple[T, ...]:
    return tuple(row.value for row in rows)


def _with_versions(unchecked: UncheckedRecord) -> Iterable[Disagreement]:
    versions: defaultdict[str, list[DisagreementVersion]] = defaultdict(list)
    for version in _values(unchecked.versions):
        versions[version.topic_id].append(version)
    for topic in _values(unchecked.disagreements):
        yield replace(topic, versions=tuple(versions[topic.topic_id]))


def _unchecked(
    files: Mapping[str, Table], package: Descriptor, problems: list[Problem]
) -> UncheckedRecord:
    """Sound rows as typed values; what is wrong with the others goes to `problems`."""

    def rows(name: str, kind: type[T]) -> tuple[Row[T], ...]:
        return schema.rows(kind, files[name], package[name], problems)

    events = rows("events", Event)
    return UncheckedRecord(
        sources=rows("sources", Source),
        states=rows("states", State),
        events=events,
        verifications=rows("verifications", Verification),
        lengths=rows("border-lengths", BorderLength),
        missing_borders=rows("missing-borders", MissingBorder),
        groups=rows("groups", Membership),
        lenses=rows("lenses", Lens),
        metrics=rows("metrics", Metric),
        facts=rows("facts", Fact),
        claims=rows("claims", Claim),
        disagreements=rows("disagreements", Disagreement),
        versions=rows("disagreement-versions", DisagreementVersion),
        known={name: files[name].values(column) for name, column in REFERRED_TO.items()},
        cited=frozenset(
            source_id
            for table in files.values()
            for column in ("source_ids", "article_id")
            for cell in table.values(column)
            for source_id in cell.split(";")
        ),
        faulty_states=frozenset(
            iso_a3
            for row in files["events"].rows
            if not row.sound
            for iso_a3 in filter(None, row.cells.get("iso_a3", "").split(";"))
        ),
    )

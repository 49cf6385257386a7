"""Reads the record: every file of `data/`, validated, as typed rows.

The shape of the files is checked by `geo.records.schema`, what spans rows and files by
`geo.records.rules.sources`. All that is wrong is raised at once as one `RecordError`; nothing
half-read is ever returned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from geo.basics import dates
from geo.basics.dates import Interval, PartialDate
from geo.records import schema
from geo.records.problems import Problem, RecordError
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
)
from geo.records.rules import sources as rules
from geo.records.schema import Table
from geo.records.unchecked import REFERRED_TO, Row, UncheckedRecord

__all__ = [
    "DATA_DIR",
    "BorderLength",
    "Claim",
    "Disagreement",
    "DisagreementVersion",
    "Event",
    "Fact",
    "Problem",
    "Record",
    "RecordError",
    "Source",
    "State",
    "Verification",
    "load",
]

DATA_DIR = Path(__file__).resolve().parents[2] / "data"

T = TypeVar("T")
Cells = Mapping[str, str]


def load(directory: Path = DATA_DIR) -> Record:
    """The record of a directory that holds `datapackage.json` and the files it names.

    Raises:
        RecordError: anything wrong in any file, all of it.
    """
    tables, problems = schema.check(directory)
    if not tables:
        raise RecordError(problems)
    draft = _draft(tables, problems)
    for rule in rules.RULES:
        problems += rule(draft)
    descriptor = schema.read_descriptor(directory)
    verified_to = _verified_to(descriptor.get(_VERIFIED_TO), problems)
    if problems or verified_to is None:
        raise RecordError(problems)
    return Record(
        states={row.value.iso_a3: row.value for row in draft.states},
        events=tuple(
            sorted((row.value for row in draft.events), key=lambda e: (e.date, e.event_id))
        ),
        lengths=_values(draft.lengths),
        facts=_values(draft.facts),
        claims=_values(draft.claims),
        disagreements=tuple(_with_versions(draft)),
        verifications=tuple(sorted(_values(draft.verifications), key=lambda v: v.day)),
        sources={row.value.source_id: row.value for row in draft.sources},
        checksum=_checksum(directory, (r["path"] for r in descriptor["resources"])),
        verified_to=verified_to,
    )


_VERIFIED_TO = "verified_to"


def _verified_to(value: object, problems: list[Problem]) -> date | None:
    try:
        day = PartialDate.parse(str(value))
    except ValueError:
        day = None
    if day is None or not day.exact:
        expected, advice = "a day, YYYY-MM-DD", "Say to which day the record was checked."
        problems.append(Problem(schema.DESCRIPTOR, 0, _VERIFIED_TO, str(value), expected, advice))
        return None
    return day.first


def _checksum(directory: Path, names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in sorted([*names, schema.DESCRIPTOR]):
        content = (directory / name).read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _values(rows: Iterable[Row[T]]) -> tuple[T, ...]:
    return tuple(row.value for row in rows)


def _with_versions(draft: UncheckedRecord) -> Iterable[Disagreement]:
    for row in draft.disagreements:
        topic = row.value
        versions = [v.value for v in draft.versions if v.cells["topic_id"] == topic.topic_id]
        yield Disagreement(
            topic.topic_id,
            topic.question,
            topic.leading_ref,
            topic.reason,
            topic.note,
            tuple(versions),
        )


def _draft(tables: Mapping[str, Table], problems: list[Problem]) -> UncheckedRecord:
    """Sound rows as typed values; a cell that cannot be read becomes a problem."""

    def rows(name: str, build: Callable[[Cells], T]) -> tuple[Row[T], ...]:
        table, built = tables[name], []
        for raw in table.rows:
            if not raw.sound:
                continue
            try:
                built.append(Row(table.file, raw.line, raw.cells, build(raw.cells)))
            except _CellError as error:
                problems.append(
                    Problem(
                        table.file,
                        raw.line,
                        error.column,
                        raw.cells[error.column],
                        error.expected,
                        error.advice,
                    )
                )
        return tuple(built)

    return UncheckedRecord(
        sources=rows("sources", _source),
        states=rows("states", _state),
        events=rows("events", _event),
        verifications=rows("verifications", _verification),
        lengths=rows("border-lengths", _length),
        metrics=rows("metrics", _metric),
        facts=rows("facts", _fact),
        claims=rows("claims", _claim),
        disagreements=rows("disagreements", _disagreement),
        versions=rows("disagreement-versions", _version),
        known={
            name: tables[name].values(column) if tables[name].usable else None
            for name, column in REFERRED_TO.items()
        },
    )


class _CellError(Exception):
    def __init__(self, column: str, expected: str, advice: str) -> None:
        self.column, self.expected, self.advice = column, expected, advice


def _partial(cells: Cells, column: str) -> PartialDate:
    try:
        return PartialDate.parse(cells[column])
    except ValueError as error:
        expected = "a date that exists: YYYY-MM-DD, YYYY-MM or YYYY"
        raise _CellError(column, expected, f"{error}.") from None


def _dated(cells: Cells, column: str) -> PartialDate | Interval:
    try:
        return dates.parse(cells[column])
    except ValueError as error:
        raise _CellError(column, schema.EVENT_DATE, f"{error}.") from None


def _maybe_partial(cells: Cells, column: str) -> PartialDate | None:
    return _partial(cells, column) if cells[column] else None


def _list(cells: Cells, column: str) -> tuple[str, ...]:
    return tuple(cells[column].split(";")) if cells[column] else ()


def _source(c: Cells) -> Source:
    return Source(
        c["source_id"], c["publisher"], c["title"], _maybe_partial(c, "date"),
        c["url"], c["tier"], c["note"],
        _maybe_partial(c, "accessed"), c["archived_url"], c["licence"],
    )  # fmt: skip


def _state(c: Cells) -> State:
    return State(
        c["iso_a3"], c["iso_n3"], c["name"], _list(c, "aliases"), c["un_status"],
        _list(c, "source_ids"), c["note"],
    )  # fmt: skip


def _event(c: Cells) -> Event:
    return Event(
        event_id=c["event_id"],
        date=_dated(c, "date"),
        iso_a3=_list(c, "iso_a3"),
        treaty=c["treaty"],
        kind=c["kind"],
        title=c["title"],
        detail=c["detail"],
        effective=date.fromisoformat(c["effective"]) if c["effective"] else None,
        source_ids=_list(c, "source_ids"),
        check_note=c["check_note"],
    )


def _verification(c: Cells) -> Verification:
    return Verification(
        day=date.fromisoformat(c["day"]),
        chapter=c["chapter"],
        source_ids=_list(c, "source_ids"),
        sha256=c["sha256"],
        states=int(c["states"]),
        differences=_list(c, "differences"),
        explanation=c["explanation"],
    )


def _length(c: Cells) -> BorderLength:
    return BorderLength(
        length_id=c["length_id"],
        iso_a3=c["iso_a3"],
        neighbour_iso_a3=c["neighbour_iso_a3"],
        part=c["part"],
        section=c["section"],
        length_km=float(c["length_km"]),
        counts=_list(c, "counts"),
        sum_of=_list(c, "sum_of"),
        worked_out=c["worked_out"],
        leading=c["leading"] == "yes",
        leading_reason=c["leading_reason"],
        source_ids=_list(c, "source_ids"),
        note=c["note"],
    )


def _metric(c: Cells) -> Metric:
    return Metric(c["metric"], _list(c, "units"))


def _fact(c: Cells) -> Fact:
    return Fact(
        fact_id=c["fact_id"],
        iso_a3=c["iso_a3"],
        neighbour_iso_a3=c["neighbour_iso_a3"],
        programme=c["programme"],
        metric=c["metric"],
        value=c["value"],
        unit=c["unit"],
        stage=c["stage"],
        as_of=_partial(c, "as_of"),
        summary=c["summary"],
        source_ids=_list(c, "source_ids"),
        topic_id=c["topic_id"],
    )


def _claim(c: Cells) -> Claim:
    return Claim(
        claim_id=c["claim_id"],
        article_id=c["article_id"],
        article_date=_maybe_partial(c, "article_date"),
        paraphrase=c["paraphrase"],
        subject_iso_a3=_list(c, "subject_iso_a3"),
        topic=c["topic"],
        decided_by=c["decided_by"],
        predicate=c["predicate"],
        arguments=c["arguments"],
        verdict=c["verdict"],
        reason=c["reason"],
        source_ids=_list(c, "source_ids"),
        conflicts_with=_list(c, "conflicts_with"),
    )


def _disagreement(c: Cells) -> Disagreement:
    return Disagreement(
        c["topic_id"], c["question"], c["leading_ref"], c["reason"], c["note"], versions=()
    )


def _version(c: Cells) -> DisagreementVersion:
    return DisagreementVersion(c["version"], c["ref"], _list(c, "source_ids"))

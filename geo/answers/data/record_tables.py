"""Facts, disagreements and sources of the whole record as tables, under the names of data/*.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.answers.data.notes import SourceAnswer, notes, written_out
from geo.answers.data.writing import Answer, Table, as_table
from geo.atlas import Atlas
from geo.basics.shapes import plain
from geo.records import Disagreement, DisagreementVersion, Fact
from geo.records.rows import columns_of


def facts(atlas: Atlas) -> tuple[Answer, Table]:
    """A row for each fact, and the sources that the rows name."""
    return _of(atlas, columns_of(Fact), (_plain(fact, Fact) for fact in atlas.record.facts))


def disagreements(atlas: Atlas) -> tuple[Answer, Table]:
    """A row for each version of a matter in dispute, and the sources that the rows name."""
    rows = (
        {**_plain(topic, Disagreement), **_plain(version, DisagreementVersion)}
        for topic in atlas.record.disagreements
        for version in topic.versions
    )
    of_a_version = columns_of(DisagreementVersion)
    of_a_topic = [name for name in columns_of(Disagreement) if name not in of_a_version]
    return _of(atlas, [*of_a_version[:1], *of_a_topic, *of_a_version[1:]], rows)


def sources(atlas: Atlas) -> tuple[Answer, Table]:
    """A row for each source of the record, cited by a view or not."""
    answer = _answer(atlas, atlas.record.sources)
    return answer, source_table(answer)


def source_table(answer: Answer) -> Table:
    """The sources that an answer writes out, a row for each."""
    return as_table(answer, SourceAnswer.__annotations__, answer["sources"])


def _of(
    atlas: Atlas, columns: Iterable[str], rows: Iterable[Mapping[str, object]]
) -> tuple[Answer, Table]:
    found = list(rows)
    cited = (name for row in found for name in _names(row["source_ids"]))
    answer = _answer(atlas, cited)
    return answer, as_table(answer, columns, found)


def _answer(atlas: Atlas, cited: Iterable[str]) -> Answer:
    return {**notes(atlas), "sources": written_out(atlas, cited)}


def _names(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _plain(row: object, kind: type) -> dict[str, object]:
    """A row of the record as an answer has it: lists as lists, dates as text."""
    return {name: plain(getattr(row, name)) for name in columns_of(kind)}

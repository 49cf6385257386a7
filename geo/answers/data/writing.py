"""An answer as text: JSON for people, JSON for programs, and a table.

In a table an absent value is an empty cell and a list is joined by ";". Every row carries what
stands once in the JSON: the addresses of its sources, the day of the record, data version, licence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geo.answers.data.notes import Notes, SourceAnswer
from geo.basics.safe_csv import Cell, to_csv, to_excel_csv


class Answer(Notes):
    """Any answer: what it carries, and the sources that its rows name by id."""

    sources: list[SourceAnswer]


def as_json(answer: object) -> str:
    """An answer as indented JSON, names in their own letters, with a final newline."""
    return json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def compact_json(answer: object) -> str:
    """Writes an answer as JSON without a space more than it needs."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as rows of cells under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def csv(self) -> str:
        """The table as CSV."""
        return to_csv(self.columns, self.rows)

    def excel_csv(self) -> str:
        """The table as CSV that Excel opens by a double click."""
        return to_excel_csv(self.columns, self.rows)


CARRIED_WORDS = {
    "source_urls": "Addresses of the sources, in the order of source_ids, separated by spaces",
    "lens": "The border line that the table is of: its id, or the code of a state for all its own",
    "lens_title": "Which borders that line is of",
    "worldview": "Whose borders: as the UN holds them (un), or as they are held (de_facto)",
    "verified_to": "The day to which the record is compiled",
    "held": "Against which page of the depositary the record was held",
    "held_age_days": "How many days before the day of the answer that page was of",
    "data_version": "The version of the data: as v in an address it makes the answer permanent",
    "licence": "Under which terms the table may be used",
    "language": "The language of the names of states, where it is not English",
    "hypothetical": "True: the table rests on acts that are supposed and on no record",
    "what_if": "These acts, separated by semicolons",
}
"""What the columns mean that every row carries."""


def as_table(answer: Answer, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> Table:
    """The rows of an answer as a table; figures become `label: value unit`.

    Rows that have `source_ids` carry the addresses of these sources as well. What a row has under a
    name of its own, as a source its licence, it does not carry.
    """
    names = list(columns)
    urls = {source["source_id"]: source["url"] for source in answer["sources"]}
    sourced = ["source_urls"] if "source_ids" in names else []
    carried = {name: cell for name, cell in _carried(answer) if name not in names}
    cells = (
        (
            *(_cell(row[name]) for name in names),
            *(" ".join(urls[source_id] for source_id in _ids(row)) for _ in sourced),
            *carried.values(),
        )
        for row in rows
    )
    return Table((*names, *sourced, *carried), tuple(cells))


def _carried(answer: Answer) -> Iterator[tuple[str, Cell]]:
    lens = answer.get("lens")  # there where a table of borders is of one line
    if isinstance(lens, dict):
        yield "lens", lens["lens_id"]
        yield "lens_title", lens["title"]
    worldview = answer.get("worldview")  # claims and events are of none
    if isinstance(worldview, str):
        yield "worldview", worldview
    yield "verified_to", answer["verified_to"]
    yield "held", answer["held"]["words"]
    yield "held_age_days", answer["held"]["age_days"]
    yield "data_version", answer["data_version"]
    yield "licence", f"{answer['licence']['name']} {answer['licence']['url']}"
    language = answer.get("language")  # of what is made in several, and not in English
    if isinstance(language, str):
        yield "language", language
    if supposed := answer.get("what_if"):
        yield "hypothetical", True
        yield "what_if", ";".join(f"{a['iso_a3']}:{a['kind']}:{a['date']}" for a in supposed)


def _ids(row: Mapping[str, object]) -> list[str]:
    found = row["source_ids"]
    return [str(source_id) for source_id in found] if isinstance(found, list) else []


def _cell(value: object) -> Cell:
    if isinstance(value, list):
        return ";".join(map(_item, value))
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no cell for {value!r}")


def _item(value: object) -> str:
    if isinstance(value, dict):
        return f"{value['label']}: {value['value']} {value['unit']}".rstrip()
    return str(value)

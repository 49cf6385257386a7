"""An answer as text: JSON for people, JSON for programs, and a table.

In CSV an absent value is an empty cell and a list is joined by ";". Every row carries what stands
once in the JSON: the addresses of its sources, the day of the record, data version, licence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from geo.answers.data.notes import Notes, SourceAnswer
from geo.basics.safe_csv import Cell, to_csv


class Answer(Notes):
    """Any answer: what it carries, and the sources that its rows name by id."""

    sources: list[SourceAnswer]


def as_json(answer: object) -> str:
    """An answer as indented JSON, names in their own letters, with a final newline."""
    return json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def compact_json(answer: object) -> str:
    """The same without a space more than it needs."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def as_csv(answer: Answer, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows of an answer as a table; figures become `label: value unit`."""
    names = list(columns)
    urls = {source["source_id"]: source["url"] for source in answer["sources"]}
    carried = dict(_carried(answer))
    cells = (
        [
            *(_cell(row[name]) for name in names),
            " ".join(urls[source_id] for source_id in _ids(row)),
            *carried.values(),
        ]
        for row in rows
    )
    return to_csv([*names, "source_urls", *carried], cells)


def _carried(answer: Answer) -> Iterator[tuple[str, Cell]]:
    worldview = answer.get("worldview")  # claims and events are of none
    if isinstance(worldview, str):
        yield "worldview", worldview
    yield "verified_to", answer["verified_to"]
    yield "held", answer["held"]["words"]
    yield "held_age_days", answer["held"]["age_days"]
    yield "data_version", answer["data_version"]
    yield "licence", f"{answer['licence']['name']} {answer['licence']['url']}"


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

"""What the columns of a table mean, in a sentence each.

The shape of an answer says it of its keys, for the description of the API; where it does not, the
descriptor of the record does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pydantic import TypeAdapter

from geo.answers.data.borders import BorderAnswer
from geo.answers.data.claims import ClaimAnswer
from geo.answers.data.curve import PointAnswer
from geo.answers.data.events import EventAnswer
from geo.answers.data.notes import SourceAnswer
from geo.answers.data.status import StateAnswer
from geo.answers.data.writing import CARRIED_WORDS
from geo.basics import strict_json
from geo.basics.choices import Exported
from geo.records import Record
from geo.records.descriptor import DESCRIPTOR, Descriptor

_SHAPES: dict[Exported, type] = {
    "countries": StateAnswer,
    "borders": BorderAnswer,
    "curve": PointAnswer,
    "events": EventAnswer,
    "claims": ClaimAnswer,
    "sources": SourceAnswer,
}

_RESOURCES: dict[Exported, tuple[str, ...]] = {
    "countries": ("states",),
    "borders": ("border-lengths",),
    "events": ("events",),
    "claims": ("claims",),
    "facts": ("facts",),
    "disagreements": ("disagreement-versions", "disagreements"),
    "sources": ("sources",),
}

_MORE = {"date": "The day on which each claim is tested; empty where each has its article's own"}
"""Columns of tables that no answer has in its rows."""


def meanings(what: Exported, columns: Iterable[str], record: Record) -> Iterator[tuple[str, str]]:
    """Each column of a table with its meaning. KeyError for a column nobody describes."""
    of_the_record = _of_the_record(what, record.files[DESCRIPTOR])
    said = {**CARRIED_WORDS, **_MORE, **of_the_record, **_of_the_answer(what)}
    for name in columns:
        yield name, said[name]


@cache
def _of_the_answer(what: Exported) -> dict[str, str]:
    if what not in _SHAPES:
        return {}
    described = TypeAdapter(_SHAPES[what]).json_schema()["properties"]
    return {
        name: " ".join(key["description"].replace("`", "").split())
        for name, key in described.items()
        if "description" in key
    }


@lru_cache(maxsize=len(_SHAPES) + len(_RESOURCES))
def _of_the_record(what: Exported, descriptor: bytes) -> dict[str, str]:
    found = Descriptor.model_validate(strict_json.read(descriptor))
    columns = (column for name in _RESOURCES.get(what, ()) for column in found[name].table.columns)
    return {column.name: column.description for column in columns}

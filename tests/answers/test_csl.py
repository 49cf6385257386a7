"""Sources as CSL-JSON are items as CSL describes them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from geo.answers.files import citations
from geo.atlas import Atlas, View
from geo.basics.dates import PartialDate
from geo.records.source_tiers import web_address
from tests.answers.cited_sources import HOSTILE, PAGE, ids, with_sources

DATE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        }
    },
}
TYPES = ["article", "article-newspaper", "bill", "legislation", "report", "treaty", "webpage"]
TEXTS = ("title", "container-title", "URL", "archive_location", "note", "keyword")
ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "type", "title"],
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": TYPES},
            **{name: {"type": "string", "minLength": 1} for name in TEXTS},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"literal": {"type": "string"}},
                },
            },
            "issued": DATE,
            "accessed": DATE,
            "custom": {"type": "object"},
        },
    },
}
"""What we use of the schema of CSL 1.0.2, and no more strictly than it says save for our part:
https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
"""


def items(atlas: Atlas, view: View, iso_a3: str = "") -> dict[str, Any]:
    found = json.loads(citations.csl_json(atlas, view, iso_a3))
    jsonschema.validate(found, ITEMS)
    return {item["id"]: item for item in found}


@pytest.mark.parametrize("iso_a3", ["", "POL", "LTU", "UKR", "USA"])
def test_items_are_as_csl_describes_them(atlas: Atlas, view: View, iso_a3: str) -> None:
    found = items(atlas, view, iso_a3)
    assert list(found) == ids(atlas, view, iso_a3)
    for source_id, item in found.items():
        source = atlas.record.sources[source_id]
        assert item["title"] == source.title
        assert item.get("URL", "") == web_address(source.url)
        for name, day in (("issued", source.date), ("accessed", source.accessed)):
            parts = item[name]["date-parts"][0] if name in item else []
            assert PartialDate(*parts) == day if parts else day is None


def test_any_words_are_items(atlas: Atlas, view: View) -> None:
    words = dict(zip(ids(atlas, view, "POL"), HOSTILE, strict=False))
    sources = {name: replace(PAGE, title=text, publisher=text) for name, text in words.items()}
    found = items(with_sources(atlas, sources), view, "POL")
    for name, text in words.items():
        item = found[name]
        assert item["title"] == item["author"][0]["literal"] == " ".join(text.split())


def test_a_source_is_of_its_kind(atlas: Atlas, view: View) -> None:
    found = {source_id: item["type"] for source_id, item in items(atlas, view, "POL").items()}
    assert found["TREATYTEXT"] == "treaty"
    assert found["DZU1514"] == "legislation"
    assert found["UNTC2026"] == "webpage"
    assert found["MON_POL"] == "report"
    assert found["CLASH0220"] == "article-newspaper"
    assert found["minsk_dialogue_2026"] == "article"

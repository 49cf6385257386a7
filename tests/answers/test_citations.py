"""A source is cited in one form on every surface, and read back whole by programs that cite."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.answers.country.dossier import dossier
from geo.answers.data.notes import written_out
from geo.answers.files import catalogue, citations
from geo.atlas import Atlas, View
from geo.basics.dates import PartialDate
from geo.cli import main
from geo.records import Source, source_tiers
from geo.records.source_tiers import NOT_OPENED, citation, in_one_line, web_address
from geo.server import api
from tests.every import every

DAY = date(2026, 2, 20)


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)


PAGE = Source(
    source_id="PAGE",
    publisher="A Ministry",
    title="A title",
    date=PartialDate(2026, 2, 3),
    url="https://example.org/page",
    tier="official",
    kind="",
    note="A note.",
    accessed=PartialDate(2026, 3, 1),
    archived_url="https://archive.example.org/page",
    licence="CC BY 4.0",
)


# --- the one form ------------------------------------------------------------------------------


def test_a_citation_names_what_who_when_where_and_when_it_was_read() -> None:
    assert in_one_line(citation(PAGE, long=True)) == (
        "A Ministry. A title. 3 February 2026. https://example.org/page"
        " (read 1 March 2026; copy: https://archive.example.org/page)."
    )


def test_what_is_not_known_is_said_or_left_out() -> None:
    undated = replace(PAGE, date=None, accessed=None, archived_url="")
    assert in_one_line(citation(undated)) == (
        "A Ministry. A title. Undated. https://example.org/page (not opened)."
    )
    assert in_one_line(citation(replace(undated, url=""))) == "A Ministry. A title. Undated."


def test_no_other_scheme_becomes_an_address() -> None:
    told = citation(replace(PAGE, url="javascript:alert(1)", archived_url="data:text/html,x"))
    assert (told.url, told.archived, told.read) == ("", "", "")


def test_an_answer_writes_a_source_out_whole(atlas: Atlas) -> None:
    sources = atlas.record.sources
    for answer in written_out(atlas, sources):
        told = {name: "" if value is None else value for name, value in answer.items()}
        source = sources[answer["source_id"]]
        assert told == {name: str(value or "") for name, value in asdict(source).items()} | {
            "date": str(source.date or ""),
            "accessed": str(source.accessed or ""),
        }


def test_every_source_was_read_or_says_that_it_was_not(atlas: Atlas) -> None:
    for source in atlas.record.sources.values():
        read = citation(source).read
        assert read or not source.url
        assert (read == NOT_OPENED) == ("not opened" in source.note.lower())


# --- what a view rests on ----------------------------------------------------------------------


def ids(atlas: Atlas, view: View, iso_a3: str = "") -> list[str]:
    return [source.source_id for source in citations.resting_on(atlas, view, iso_a3)]


def test_a_country_rests_on_what_its_dossier_lists_and_the_flank(atlas: Atlas, view: View) -> None:
    flank = {s for border in view.borders if border.flank for s in border.length_source_ids}
    found = ids(atlas, view, "POL")
    assert set(found) == {*dossier(atlas, "POL", view).source_ids, *flank}
    assert len(found) == len(set(found))


def test_without_a_country_every_status_is_accounted_for(atlas: Atlas, view: View) -> None:
    assert set(ids(atlas, view)) >= {s for x in view.states.values() for s in x.source_ids}


def test_the_weightiest_come_first(atlas: Atlas, view: View) -> None:
    order = list(source_tiers.TIER_WORDS)
    tiers = [order.index(s.tier) for s in citations.resting_on(atlas, view, "POL")]
    assert tiers == sorted(tiers)
    assert ids(atlas, view, "POL")[0] == "UNTC2026"


# --- BibTeX ------------------------------------------------------------------------------------

HOSTILE = [
    "open { only",
    "close } only",
    "}} , url = {https://evil.example}",
    "back\\slash \\end{document} \\input{/etc/passwd}",
    "50 % of $5 & #1, a_b ~ ^",
    '@article{x, title = "y"}',
    "\"quoted\" 'and' `ticked` --- “curly”",
    "Литовська кордон, Łódź, 地雷, مرز",
    "two\nlines\tand\r\na tab",
    "\\",
    "%",
    "<script>alert(1)</script>",
]


AS_WRITTEN = ("url", "date", "year", "urldate", "month")


def read_back(text: str) -> list[dict[str, str]]:
    written = parse_string(text)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    verbatim = {
        entry.key: {n: str(f.value) for n, f in entry.fields_dict.items() if n in AS_WRITTEN}
        for entry in written.entries
    }
    # The decoder gives the accent for the circumflex LaTeX prints.
    return [
        {name: str(field.value).replace("\u02c6", "^") for name, field in entry.fields_dict.items()}
        | verbatim[entry.key]
        | {"key": entry.key, "type": entry.entry_type}
        for entry in library.entries
    ]


def with_sources(atlas: Atlas, sources: dict[str, Source]) -> Atlas:
    """The atlas with other sources in the place of some of its own."""
    named = {name: replace(source, source_id=name) for name, source in sources.items()}
    record = replace(atlas.record, sources={**atlas.record.sources, **named})
    return Atlas(record, {"un": atlas.borders("un")})


def with_source(atlas: Atlas, source: Source) -> Atlas:
    """The atlas with another source in the place of the depositary's page."""
    return with_sources(atlas, {"UNTC2026": source})


def test_any_words_come_back_whole(atlas: Atlas, view: View) -> None:
    words = dict(zip(ids(atlas, view, "POL"), HOSTILE, strict=False))
    assert len(words) == len(HOSTILE)
    sources = {
        name: replace(PAGE, title=text, publisher=text, note=text, licence=text)
        for name, text in words.items()
    }
    content = citations.bibtex(with_sources(atlas, sources), view, "POL").decode()
    read = {entry["key"]: entry for entry in read_back(content)}
    assert len(read) == len(ids(atlas, view, "POL"))
    # BibTeX itself counts braces whatever stands before them.
    written = re.split(r"(?=^@\w+\{)", content, flags=re.MULTILINE)
    assert len(written) - 1 == len(read)

    def holds(name: str) -> None:
        found = read[name]
        for field in ("title", "author", "annote", "copyright"):
            assert found[field] == " ".join(words[name].split())
        assert found["url"] == PAGE.url
        (entry,) = [each for each in written if re.match(rf"@\w+\{{{name},", each)]
        assert entry.count("{") == entry.count("}")

    every(((name, name) for name in words), holds)


def test_an_address_cannot_close_its_field(atlas: Atlas, view: View) -> None:
    source = replace(PAGE, url="https://example.org/a}b{c\\d?x=1%20&y=2#z_~")
    content = citations.bibtex(with_source(atlas, source), view, "POL").decode()
    assert "url = {https://example.org/a%7Db%7Bc%5Cd?x=1%20&y=2#z_~}" in content


def test_every_source_of_the_record_comes_back(atlas: Atlas, view: View) -> None:
    for iso_a3 in ("", "POL", "LTU", "UKR", "USA"):
        entries = read_back(citations.bibtex(atlas, view, iso_a3).decode())
        assert [entry["key"] for entry in entries] == ids(atlas, view, iso_a3)
        for entry in entries:
            source = atlas.record.sources[entry["key"]]
            assert entry["type"] == "misc"
            assert entry["title"] == source.title
            assert entry["author"] == source.publisher
            assert entry.get("date", "") == str(source.date or "")
            assert entry.get("urldate", "") == str(source.accessed or "")
            assert ("month" in entry) == bool(source.date and source.date.month)
            if re.fullmatch(r"[\x21-\x7e]*", source.url):
                assert entry.get("url", "") == source.url


def test_the_file_says_of_what_it_is(atlas: Atlas, view: View) -> None:
    first, *_ = citations.bibtex(atlas, view, "POL").decode().splitlines()
    assert first.startswith("% ")
    assert "Poland, 20 February 2026" in first
    assert "@" not in first


# --- CSL-JSON ----------------------------------------------------------------------------------

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


# --- where they are taken from -----------------------------------------------------------------


def test_a_file_of_a_country_is_named_after_it(atlas: Atlas, view: View) -> None:
    chosen = catalogue.find("sources", "bib")
    assert chosen.file(atlas, view, "POL").name == "ottawa-atlas-sources-2026-02-20-POL.bib"
    table = catalogue.find("countries", "csv")
    assert table.file(atlas, view, "POL") == table.file(atlas, view)


def test_the_command_line_takes_a_country_for_sources_alone(
    one_atlas: None, atlas: Atlas, view: View, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["export", "--date", DAY.isoformat(), "--country", "pol", "--out", str(tmp_path)]
    assert main.main([*asked, "--what", "sources"]) == main.OK
    written = tmp_path / "ottawa-atlas-sources-2026-02-20-POL.bib"
    assert written.read_bytes() == citations.bibtex(atlas, view, "POL")
    assert main.main([*asked, "--what", "borders"]) == main.NONSENSE
    assert "expected --what sources" in capsys.readouterr().err


@pytest.mark.slow
def test_the_api_takes_a_country_for_sources_alone(atlas: Atlas, view: View) -> None:
    with TestClient(Starlette(routes=api.ROUTES)) as client:
        asked = f"date={DAY}&country=POL"
        answer = client.get(f"/api/v1/exports/sources.json?{asked}")
        assert answer.content == citations.csl_json(atlas, view, "POL")
        assert client.get(f"/api/v1/exports/borders.json?{asked}").status_code == 422
        assert client.get("/api/v1/exports/sources.bib?country=XXX").status_code == 422

"""What the documents promise is there: commands, targets, files, tables and columns."""

import csv
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from geo.__main__ import build_parser
from tests.own_data import own_record

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PACKAGE: dict[str, Any] = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))
RESOURCES: dict[str, dict[str, Any]] = {row["path"]: row for row in PACKAGE["resources"]}

COMMAND = re.compile(r"(?:^ {4}|`)(python -m geo [^`#|>\n]+)", re.MULTILINE)
TARGET = re.compile(r"(?:^ {4}|`)make ([a-z]+)", re.MULTILINE)
FILE = re.compile(
    r"(?:`|\]\()(\.?[\w-]+(?:/[\w.-]+)*(?:/|\.(?:py|md|csv|json|toml|png|in|txt)))(?:`|\))"
)
TABLE_ROW = re.compile(r"^\| (\w+) \| (yes)? ?\| (.+) \|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


def mentions(pattern: re.Pattern[str]) -> list[Any]:
    found = {
        (document, match.group(1).strip())
        for document in DOCUMENTS
        for match in pattern.finditer(document.read_text(encoding="utf-8"))
    }
    return [
        pytest.param(document, text, id=f"{document.name}: {text}")
        for document, text in sorted(found)
    ]


@pytest.mark.parametrize(("document", "command"), mentions(COMMAND))
def test_a_shown_command_is_one_the_program_takes(document: Path, command: str) -> None:
    build_parser().parse_args(shlex.split(command)[3:])  # ends the test with SystemExit if not


@pytest.mark.parametrize(("document", "target"), mentions(TARGET))
def test_a_shown_make_target_exists(document: Path, target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), f"no target {target}"


@pytest.mark.parametrize(("document", "name"), mentions(FILE))
def test_a_mentioned_file_exists(document: Path, name: str) -> None:
    # A table named in the dictionary is meant in data/, a link is meant from its own document.
    places = (ROOT, ROOT / "data", document.parent)
    assert any((place / name).exists() for place in places), f"{document.name} names {name}"


def test_the_method_cites_sources_of_the_record() -> None:
    text = (ROOT / "docs/method.md").read_text(encoding="utf-8")
    cited = set(CODE.findall(" ".join(re.findall(r"^Sources: [^.]+\.$", text, re.MULTILINE))))
    with (ROOT / "data/sources.csv").open(encoding="utf-8", newline="") as table:
        known = {row["source_id"] for row in csv.DictReader(table)}
    assert cited
    assert cited <= known, f"not in data/sources.csv: {cited - known}"


def test_the_method_explains_pages_newer_than_the_record() -> None:
    record = own_record()
    dates = [source.date for source in record.sources.values() if source.date]
    newest = max(date for date in dates if date.exact)
    assert newest.first > record.verified_to
    text = " ".join((ROOT / "docs/method.md").read_text(encoding="utf-8").split())
    assert newest.words(long=True) in text
    # What may have come after the record's end may rest on pages that are newer, too.
    within = [event for event in record.events if event.date.last <= record.verified_to]
    resting = {source_id for event in within for source_id in event.source_ids}
    late = {i for i, s in record.sources.items() if s.date and s.date.first > record.verified_to}
    assert not resting & late, "an event rests on a page newer than the record"


def sections() -> dict[str, str]:
    text = (ROOT / "docs/data-dictionary.md").read_text(encoding="utf-8")
    _, *parts = re.split(r"^## (.+\.csv)$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_dictionary_describes_every_table_and_no_other() -> None:
    assert set(sections()) == set(RESOURCES)
    assert set(RESOURCES) == {path.name for path in (ROOT / "data").glob("*.csv")}


@pytest.mark.parametrize("table", RESOURCES)
def test_the_dictionary_has_the_columns_of_the_schema(table: str) -> None:
    described = [
        (match.group(1), match.group(2) == "yes")
        for match in TABLE_ROW.finditer(sections()[table])
        if match.group(1) != "column"
    ]
    fields = RESOURCES[table]["schema"]["fields"]
    assert described == [
        (field["name"], field.get("constraints", {}).get("required", False)) for field in fields
    ]


ENUMS = [
    pytest.param(table, field["name"], field["constraints"]["enum"], id=f"{table}: {field['name']}")
    for table, resource in RESOURCES.items()
    for field in resource["schema"]["fields"]
    if "enum" in field.get("constraints", {})
]


@pytest.mark.parametrize(("table", "column", "values"), ENUMS)
def test_the_dictionary_names_every_value_a_column_may_take(
    table: str, column: str, values: list[str]
) -> None:
    named = set(CODE.findall(sections()[table]))
    assert set(values) <= named, f"{table} does not name {set(values) - named}"

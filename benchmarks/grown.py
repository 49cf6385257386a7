"""A record many times as large as ours, made from it: has the atlas room for what is to come?

    python -m benchmarks.grown FOLDER [TIMES]

writes into FOLDER a `data/` with TIMES (ten) times the rows of sources, events, facts, claims,
disagreements and lengths, on which `check` finds nothing wrong. Acts are not multiplied: a state
signs once. Their share is made up by events of other kinds, each on a day of its own. Put in place
of `data/` in a copy of the project, it is checked, started and measured as ours is.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from geo.records import DATA_DIR
from geo.records.acts import PUBLISHED
from geo.treaty import ActKind

Row = dict[str, str]

TIMES = 10
ONCE = {
    *PUBLISHED,
    *(kind.value for kind in ActKind),
    *("adoption", "opened_for_signature", "fortieth_instrument"),
}
"""Kinds of event that are acts, or happened once."""

CLAIM_IDS = [f"C{article}-{number:02}" for article in range(10) for number in range(100)]
"""All that the form of an id has room for: a little less than ten times ours."""


def grow(folder: Path, times: int = TIMES) -> dict[str, int]:
    """Write the grown record; the number of rows of each table."""
    shutil.copytree(DATA_DIR, folder, dirs_exist_ok=True)
    rows = {path.name: _read(path) for path in folder.glob("*.csv")}
    plain = [row for row in rows["border_lengths.csv"] if not row["leading"] + row["worked_out"]]
    other = [row for row in rows["events.csv"] if row["kind"] not in ONCE]
    grown = {
        "sources.csv": _copies(rows["sources.csv"], _source),
        "facts.csv": _copies(rows["facts.csv"], _fact),
        "disagreements.csv": _copies(rows["disagreements.csv"], _topic),
        "disagreement_versions.csv": _copies(rows["disagreement_versions.csv"], _topic),
        "border_lengths.csv": _copies(plain, _length),
        "events.csv": _copies(other, _event),
        "claims.csv": _claims(rows["claims.csv"]),
    }
    for name, copies in grown.items():
        added = islice(copies, (times - 1) * len(rows[name]))
        rows[name] = [*rows[name], *added]
    _cite_all(rows)
    for name in grown:
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[name][0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows[name])
    return {name: len(found) for name, found in sorted(rows.items())}


def _cite_all(rows: dict[str, list[Row]]) -> None:
    """Let added events cite the sources that no other row does: none may stand unused."""
    cited = {
        source_id
        for table in rows.values()
        for row in table
        for column in ("source_ids", "article_id")
        for source_id in row.get(column, "").split(";")
    }
    uncited = [row["source_id"] for row in rows["sources.csv"] if row["source_id"] not in cited]
    for source_id, event in zip(uncited, reversed(rows["events.csv"]), strict=False):
        event["source_ids"] += f";{source_id}"


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _copies(rows: list[Row], copied: Callable[[Row, int], Row]) -> Iterator[Row]:
    """One copy of all rows after the other, without end."""
    for number in count(1):
        for row in rows:
            yield copied(row, number)


def _source(row: Row, number: int) -> Row:
    parted = "&" if "?" in row["url"] else "?"
    changed = {"source_id": f"{row['source_id']}_{number}"}
    if row["url"]:
        changed["url"] = f"{row['url']}{parted}copy={number}"
    return row | changed


def _cited(row: Row, number: int) -> Row:
    ids = filter(None, row["source_ids"].split(";"))
    return row | {"source_ids": ";".join(f"{source_id}_{number}" for source_id in ids)}


def _fact(row: Row, number: int) -> Row:
    topic = row["topic_id"] and f"{row['topic_id']}-{number}"
    return _cited(row, number) | {"fact_id": f"{row['fact_id']}-{number}", "topic_id": topic}


def _topic(row: Row, number: int) -> Row:
    """A question or one of its versions; it refers to the copy of a fact, to a length as it was."""
    found = row | {"topic_id": f"{row['topic_id']}-{number}"}
    for column in {"leading_ref", "ref"} & row.keys():
        if row[column].startswith("fact:"):
            found[column] = f"{row[column]}-{number}"
    return _cited(found, number) if "source_ids" in row else found


def _length(row: Row, number: int) -> Row:
    return row | {"length_id": f"{row['length_id']}-{number}"}


def _event(row: Row, number: int) -> Row:
    changed = {"event_id": f"{row['event_id']}-{number}"}
    if len(row["date"]) == len("2026-02-20"):
        day = date.fromisoformat(row["date"]) - timedelta(days=number)
        changed["date"] = max(day, date(1997, 1, 1)).isoformat()
    return row | changed


def _claims(rows: list[Row]) -> Iterator[Row]:
    used = {row["claim_id"] for row in rows}
    free = (claim_id for claim_id in CLAIM_IDS if claim_id not in used)
    copies = _copies(rows, lambda row, _: row | {"conflicts_with": ""})
    for claim_id, row in zip(free, copies, strict=False):
        yield row | {"claim_id": claim_id}


def main() -> int:
    """Write the record and print how large it is."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TIMES
    for name, found in grow(folder / "data", times).items():
        print(f"{found:>6} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

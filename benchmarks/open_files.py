"""Opens every exported table and map with the programs that people use, and counts the rows.

    python -m benchmarks.open_files

Each is opened as a file from the disk and at its address on a server started for it, and so are the
answers that are tables. A program that is not installed is named with how to get it. Writes
`open_files.md`; ends with 1 where a program fails, or where two find different numbers of rows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.programs import MAPS, PROGRAMS, TABLES, Program
from geo.answers.files.catalogue import EXPORTS
from geo.atlas import load_tables
from geo.basics.dates import today
from tests.browser.server import DashboardServer

HERE = Path(__file__).resolve().parent
FORMATS = (*TABLES, "xlsx", "json", *MAPS, "parquet")
ANSWERS = {
    "status": "countries",
    **{what: what for what in ("borders", "curve", "events", "claims")},
}
"""The addresses of answers that are a table, and which."""

UNDATED = ("curve", "events", "claims")


@dataclass(frozen=True, slots=True)
class Thing:
    """A file or address: where it is, what it shows and how."""

    name: str
    source: str
    what: str
    format: str

    @property
    def is_address(self) -> bool:
        """Whether it is asked of a server."""
        return self.source.startswith("http")

    @property
    def alike(self) -> str:
        """What has as many rows: all tables of a thing, all its maps, and what a view cites."""
        if self.name.endswith("sources.json"):
            return "what a view cites"
        return f"{'map' if self.format in (*MAPS, 'parquet') else 'table'} of {self.what}"


def things(folder: Path, url: str) -> Iterator[Thing]:
    """Every export as a file, written into a folder, and at its address; answers at theirs."""
    atlas = load_tables()
    view = atlas.on(today())
    for export in EXPORTS:
        if export.format not in FORMATS:
            continue
        name = f"{export.what}.{export.format}"
        path = folder / name
        path.write_bytes(export.file(atlas, view).content)
        yield Thing(name, str(path), export.what, export.format)
        # GDAL before 3.7 knows a GeoPackage by the end of its address alone; `view` is of today.
        day = f"?date={view.day}" if export.dated and export.format != "gpkg" else ""
        address = f"{url}/api/v1/exports/{name}{day}"
        yield Thing(f"/api/v1/exports/{name}", address, export.what, export.format)
    for answer, what in ANSWERS.items():
        day = "" if answer in UNDATED else f"?date={view.day}"
        yield Thing(f"/api/v1/{answer}", f"{url}/api/v1/{answer}{day}", what, "json")


def opened(program: Program, every: list[Thing]) -> Iterator[tuple[Thing, int | str]]:
    """What a program opens of all, and how many rows it found or what it said."""
    takes = defaultdict(list)
    for thing in every:
        if thing.format in (program.over_http if thing.is_address else program.formats):
            takes[thing.format, thing.is_address].append(thing)
    for (fmt, _), those in takes.items():
        # LibreOffice starts once for all of a kind; the others are asked for one thing at a time.
        groups = [those] if program.at_once else [[thing] for thing in those]
        for group in groups:
            try:
                found: list[int] | list[str] = program.rows(
                    [thing.source for thing in group], group[0].what, fmt
                )
            except subprocess.CalledProcessError as error:
                found = [error.stderr or str(error)] * len(group)
            except Exception as error:  # whatever it says, the others are still asked
                found = [f"{type(error).__name__}: {error}"] * len(group)
            yield from zip(group, found, strict=True)


def main() -> int:
    """Open all with all, tell and write what was found; 1 where programs fail or differ."""
    counts: defaultdict[str, set[int]] = defaultdict(set)
    lines, failed = list[str](), list[str]()
    with tempfile.TemporaryDirectory() as name, DashboardServer() as server:
        every = list(things(Path(name), server.url))
        for program in PROGRAMS:
            there = program.is_here()
            if there is None:
                lines.append(f"| {program.name} | not here: `{program.needs}` | | |")
                print(f"{program.name}: not here; {program.needs}", flush=True)
                continue
            names: dict[bool, list[str]] = {False: [], True: []}
            for thing, found in opened(program, every):
                print(f"{program.name:15}{found:>7}  {thing.name}", flush=True)
                if isinstance(found, str):
                    failed.append(f"{program.name}, {thing.name}: {found.strip()[:300]}")
                else:
                    counts[thing.alike].add(found)
                    names[thing.is_address].append(thing.name.removeprefix("/api/v1/"))
            told = (f"{len(each)}: {', '.join(each)}" for each in names.values())
            lines.append(f"| {program.name} | {there} | {' | '.join(told)} |")
    differing = [f"{alike}: {found}" for alike, found in counts.items() if len(found) > 1]
    text = _markdown(lines, counts, [*failed, *(f"The programs differ: {d}" for d in differing)])
    (HERE / "open_files.md").write_text(text, encoding="utf-8")
    print(text)
    return 1 if failed or differing else 0


def _markdown(lines: list[str], counts: dict[str, set[int]], wrong: list[str]) -> str:
    rows = "; ".join(f"{alike} {', '.join(map(str, found))}" for alike, found in counts.items())
    table = "\n".join(lines)
    result = "\n".join(f"- {one}" for one in wrong) or "Nothing failed, and all agree on the rows."
    return f"""# Programs that open what is exported

Made by `python -m benchmarks.open_files`. Addresses begin with `/api/v1/`.

| program | version | files | addresses |
| --- | --- | --- | --- |
{table}

Rows: {rows}.

{result}
"""


if __name__ == "__main__":
    sys.exit(main())

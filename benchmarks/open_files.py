"""Opens every exported table and map file with programs that people use, and counts the rows.

    python -m benchmarks.open_files

It needs DuckDB and Polars (`pip install duckdb polars`), which nothing else here does; LibreOffice
(`soffice`) and GDAL (`ogrinfo`) are asked where they are. It ends with 1 where the programs do not
find the same number of rows in the tables, or in the map files, of one thing.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from geo.answers.files.catalogue import DRAWN, EXPORTS
from geo.atlas import load_tables
from geo.basics.dates import today

TABLES = ("csv", "excel.csv", "xlsx")


def opened(path: Path) -> Iterator[tuple[str, int]]:
    """Each program that opens a file, and how many rows it found."""
    if path.suffix in (".csv", ".parquet"):
        yield "DuckDB", _duckdb(path)
    if path.suffix == ".csv":
        separator = _separator(path)
        frame = import_module("polars").read_csv(
            path, separator=separator, infer_schema_length=None
        )
        yield "Polars", frame.height
    if path.suffix == ".xlsx" and (office := shutil.which("soffice")):
        yield "LibreOffice", _libreoffice(office, path)
    if path.suffix in (".geojson", ".gpkg", ".fgb") and (ogrinfo := shutil.which("ogrinfo")):
        told = _said_by(ogrinfo, "-so", "-al", str(path))
        yield "GDAL", int(told.partition("Feature Count: ")[2].split()[0])


def _separator(path: Path) -> str:
    return ";" if path.name.endswith(".excel.csv") else ","


def _duckdb(path: Path) -> int:
    table = "read_parquet(?)"
    if path.suffix == ".csv":
        table = f"read_csv(?, header=true, delim='{_separator(path)}')"
    connection = import_module("duckdb").connect()
    (found,) = connection.execute(f"select count(*) from {table}", [str(path)]).fetchone()
    return int(found)


def _libreoffice(office: str, path: Path) -> int:
    """The rows of the first sheet, as LibreOffice writes it out as CSV."""
    folder = path.parent / "office"
    _said_by(office, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(path))
    with (folder / f"{path.stem}.csv").open(encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file))) - 1


def _said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> int:
    """Write the files, open them and print what was found; 1 where programs differ."""
    atlas = load_tables()
    view = atlas.on(today())
    counts: defaultdict[tuple[str, bool], set[int]] = defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        for export in EXPORTS:
            if export.format not in (*TABLES, *DRAWN):
                continue
            made = export.file(atlas, view)
            path = Path(folder, made.name)
            path.write_bytes(made.content)
            for program, found in opened(path):
                print(f"{program:12}{found:>6}  {path.name}")
                counts[export.what, export.format in DRAWN].add(found)
    differing = [what for (what, _), found in counts.items() if len(found) > 1 or 0 in found]
    print(f"The programs differ on {', '.join(differing)}." if differing else "All agree.")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

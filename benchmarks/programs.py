"""The programs people open tables and maps with: how each opens one, as its own manual has it.

A source is a path or an http address. Each answers how many rows it found, or raises.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SEPARATORS = {"csv": ",", "excel.csv": ";"}
MAPS = ("geojson", "gpkg", "fgb")


@dataclass(frozen=True, slots=True)
class Program:
    """A program: what it opens, from a disk and over HTTP, and what is to be installed for it."""

    name: str
    needs: str
    formats: tuple[str, ...]
    over_http: tuple[str, ...]
    rows: Callable[[Sequence[str], str, str], list[int]]
    """Of sources of one thing, with its name and format."""
    is_here: Callable[[], str | None]
    """Its version; None where it is not installed."""
    at_once: bool = False
    """Whether it opens many of a format in one go."""


def _each(rows: Callable[[str, str, str], int]) -> Callable[[Sequence[str], str, str], list[int]]:
    return lambda sources, what, fmt: [rows(source, what, fmt) for source in sources]


def _package(*names: str) -> Callable[[], str | None]:
    return lambda: version(names[0]) if all(map(find_spec, names)) else None


def _command(name: str, *asked: str) -> Callable[[], str | None]:
    return lambda: said_by(name, *asked).split(",")[0].strip() if shutil.which(name) else None


def said_by(*command: str) -> str:
    """What a command prints. Raises CalledProcessError."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _duckdb(source: str, what: str, fmt: str) -> int:
    connection = import_module("duckdb").connect()
    if source.startswith("http"):
        import_module("duckdb_extensions").import_extension("httpfs", con=connection)
    if fmt == "json":
        whole = what == "sources"
        counted = "count(*)" if whole else f"len({'points' if what == 'curve' else what})"
        asked = f"select {counted} from read_json(?, maximum_object_size=100000000)"
    elif fmt == "parquet":
        asked = "select count(*) from read_parquet(?)"
    else:
        asked = f"select count(*) from read_csv(?, header=true, delim='{SEPARATORS[fmt]}')"
    (found,) = connection.execute(asked, [source]).fetchone()
    return int(found)


def _polars(source: str, _: str, fmt: str) -> int:
    polars = import_module("polars")
    if fmt == "parquet":
        return int(polars.scan_parquet(source).collect().height)
    separator = SEPARATORS[fmt]
    table = polars.scan_csv(source, separator=separator, infer_schema_length=None).collect()
    return int(table.height)


def _pandas(source: str, _: str, fmt: str) -> int:
    pandas = import_module("pandas")
    if fmt == "xlsx":
        return len(pandas.read_excel(source))
    if fmt == "parquet":
        return len(pandas.read_parquet(source))
    return len(pandas.read_csv(source, sep=SEPARATORS[fmt]))


def _geopandas(source: str, _: str, fmt: str) -> int:
    geopandas: Any = import_module("geopandas")
    found = geopandas.read_parquet(source) if fmt == "parquet" else geopandas.read_file(source)
    assert found.crs == "EPSG:4326"
    return len(found)


def _ogrinfo(source: str, _: str, fmt: str) -> int:
    if source.startswith("http"):
        source = f"/vsicurl/{source}"
    drivers = {"csv": "CSV:", "excel.csv": "CSV:", "xlsx": "XLSX:"}
    told = said_by("ogrinfo", "-ro", "-so", "-al", f"{drivers.get(fmt, '')}{source}")
    return int(told.partition("Feature Count: ")[2].split()[0])


_WRITES = "Text - txt - csv (StarCalc)"


def _libreoffice(sources: Sequence[str], _: str, fmt: str) -> list[int]:
    """The rows of the first sheet of each, as LibreOffice writes it out as CSV."""
    reads = [] if fmt == "xlsx" else [f"--infilter=CSV:{ord(SEPARATORS[fmt])},34,76"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        out = ("--convert-to", f"csv:{_WRITES}:44,34,76", "--outdir", str(folder / "out"))
        said_by("soffice", profile, "--headless", *reads, *out, *sources)
        found = []
        for source in sources:
            stem = Path(source.partition("?")[0]).stem
            with (folder / "out" / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
                found.append(len(list(csv.reader(file))) - 1)
    return found


TABLES = tuple(SEPARATORS)
PROGRAMS = (
    Program(
        "DuckDB",
        "pip install duckdb-extensions duckdb-extension-httpfs",
        (*TABLES, "json", "parquet"),
        (*TABLES, "json", "parquet"),
        _each(_duckdb),
        _package("duckdb", "duckdb_extensions"),
    ),
    Program(
        "Polars",
        "pip install polars",
        (*TABLES, "parquet"),
        (*TABLES, "parquet"),
        _each(_polars),
        _package("polars"),
    ),
    Program(
        "pandas",
        "pip install openpyxl",
        (*TABLES, "xlsx", "parquet"),
        (*TABLES, "xlsx"),
        _each(_pandas),
        _package("pandas", "openpyxl"),
    ),
    Program(
        "GeoPandas",
        "pip install geopandas",
        (*MAPS, "parquet"),
        MAPS,
        _each(_geopandas),
        _package("geopandas"),
    ),
    Program(
        "GDAL's ogrinfo",
        "apt-get install gdal-bin",
        (*TABLES, "xlsx", *MAPS),
        (*TABLES, "xlsx", *MAPS),
        _each(_ogrinfo),
        _command("ogrinfo", "--version"),
    ),
    Program(
        "LibreOffice",
        "apt-get install libreoffice-calc-nogui",
        (*TABLES, "xlsx"),
        (*TABLES, "xlsx"),
        _libreoffice,
        _command("soffice", "--version"),
        at_once=True,
    ),
)

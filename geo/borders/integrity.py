"""Whether the shipped borders are still the files that the build wrote."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.basics import strict_json
from geo.basics.data_text import TextError
from geo.basics.errors import BordersError
from geo.basics.problems import FileFault, Problem
from geo.borders import area_table, names
from geo.borders.build.provenance import PROVENANCE_FILE
from geo.borders.loading import BORDERS_DIR, COUNTRIES_FILE, SEGMENTS_FILE

_MADE = (COUNTRIES_FILE, SEGMENTS_FILE)
_CHECKSUM = re.compile(r"^- (\S+) sha256 ([0-9a-f]{64})\r?$", re.MULTILINE)
_ADVICE = "Restore it from git, or make it anew with python -m geo build --source FILE."


def faults(directory: Path = BORDERS_DIR) -> Iterator[FileFault]:
    """Everything wrong with the tables of areas and names, and with the files made from areas.

    A file that is no JSON is named with the line, any other that was changed with its checksum.
    """
    try:
        areas = area_table.read(directory / area_table.FILE)
    except BordersError as error:
        yield FileFault(area_table.FILE, str(error))
    else:
        yield from _of_names(frozenset(row.area_id for row in areas), directory)
    told: dict[str, str] = {}
    provenance = _bytes(directory / PROVENANCE_FILE)
    if isinstance(provenance, bytes):
        told = dict(_CHECKSUM.findall(provenance.decode("utf-8", errors="replace")))
        yield from map(FileFault.of, _untold(told))
    else:
        yield FileFault.of(provenance)
    for name in _MADE:
        yield from map(FileFault.of, _of_file(directory / name, told.get(name)))


def _untold(told: Mapping[str, str]) -> Iterator[Problem]:
    """The files that nothing could be held against: a change of them would not be noticed."""
    for name in _MADE:
        if name not in told:
            expected = f"a line - {name} sha256 HEX"
            yield Problem(PROVENANCE_FILE, 0, "", f"no checksum of {name}", expected, _ADVICE)


def _of_names(known: frozenset[str], directory: Path) -> Iterator[FileFault]:
    try:
        names.read(known, directory)
    except BordersError as error:
        yield FileFault(names.OWN_FILE, str(error))


def _of_file(path: Path, sha256: str | None) -> Iterator[Problem]:
    content = _bytes(path)
    if isinstance(content, Problem):
        yield content
        return
    found = hashlib.sha256(content).hexdigest()
    if found == sha256:
        return  # as it was written: what stands in it need not be read
    try:
        strict_json.read(content)
    except TextError as error:
        yield Problem(path.name, error.line, "", error.found, error.expected, _ADVICE)
        return
    except strict_json.JsonError as error:
        for each in error.faults:
            yield Problem(path.name, each.line, each.place, each.found, each.expected, _ADVICE)
        return
    if sha256 is not None:
        expected = f"the file of sha256 {sha256}, by {PROVENANCE_FILE}"
        yield Problem(path.name, 0, "", f"sha256 {found}", expected, _ADVICE)


def _bytes(path: Path) -> bytes | Problem:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        return Problem(path.name, 0, "", reason, "a readable file", _ADVICE)

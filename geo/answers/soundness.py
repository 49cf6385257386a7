"""Whether data can be shown to a reader: each file sound, by itself and beside the others.

What is wrong is found all at once and never raised, so that whoever asked before can go on with
what was read before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geo import borders as border_files
from geo import records
from geo.answers import claims
from geo.atlas import FACING, FLANK, Atlas
from geo.basics.choices import FLANK_LENS, WORLD_LENS, WORLDVIEWS
from geo.basics.errors import BordersError
from geo.basics.problems import FileFault, Problem, RecordError
from geo.borders import Borders, Worldview, integrity
from geo.records import Record
from geo.records.line_rows import NEIGHBOURS


@dataclass(frozen=True, slots=True)
class Found:
    """What could be read of the data, and everything that is wrong with them.

    `atlas` is None where too little could be read to make one; a reader is shown one without faults
    only.
    """

    record: Record | None
    borders: dict[Worldview, Borders]
    atlas: Atlas | None
    faults: tuple[FileFault, ...]


def read(directory: Path | None = None) -> Found:
    """The data of a folder that is laid out as `data/`, or the project's own."""
    record: Record | None = None
    missing: list[Problem] = []
    faults: list[FileFault] = []
    try:
        record = records.load() if directory is None else records.load(directory)
    except RecordError as error:
        faults += map(FileFault.of, error.problems)
    else:
        missing = [*_missing(record), *_usual_lenses(record)]
        # Where a state is missing, every claim about it would be told besides.
        unreadable = [] if missing else claims.check_claims(record.claims, record)
        faults += map(FileFault.of, [*missing, *unreadable])
    drawn = directory and directory / "borders"
    faults += integrity.faults() if drawn is None else integrity.faults(drawn)
    shapes: dict[Worldview, Borders] = {}
    for worldview in WORLDVIEWS if record is not None else ():  # else they would serve nobody
        try:
            shapes[worldview] = _borders(worldview, drawn)
        except BordersError as error:
            if error.file not in {fault.file for fault in faults}:  # else told already, and better
                faults.append(FileFault(error.file, str(error)))
    atlas = None
    if record is not None and not missing and len(shapes) == len(WORLDVIEWS):
        atlas = Atlas(record, shapes)
    return Found(record, shapes, atlas, tuple(faults))


def _borders(worldview: Worldview, directory: Path | None) -> Borders:
    if directory is None:
        return border_files.load(worldview)
    return border_files.load(worldview, directory)


def _missing(record: Record) -> Iterator[Problem]:
    """The states every page speaks of, where the record does not have them."""
    for iso_a3 in (*FLANK, *FACING):
        if iso_a3 not in record.states:
            expected = "a row for each state of the flank, and for those it faces"
            yield Problem("states.csv", 0, "iso_a3", f"no {iso_a3}", expected, "Restore the row.")


def _usual_lenses(record: Record) -> Iterator[Problem]:
    """The lenses that are asked for where none is named, where they are other lines."""
    sides = {lens.lens_id: (lens.side_a, lens.side_b) for lens in record.lenses}
    for name, expected in ((FLANK_LENS, (FLANK, FACING)), (WORLD_LENS, ((NEIGHBOURS,),) * 2)):
        if sides.get(name) != expected:
            found = " and ".join(";".join(side) for side in sides.get(name, ())) or f"no {name}"
            wanted = " and ".join(";".join(side) for side in expected)
            advice = "Restore the row: it is asked for where no lens is named."
            yield Problem("lenses.csv", 0, "side_a", found, wanted, advice)

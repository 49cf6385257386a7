"""Make the geometry the project ships: data/borders/*.geojson and PROVENANCE.md from one source.

The same source, table and library versions give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import shapely

from geo.basics.atomic_files import write_whole
from geo.basics.choices import WORLDVIEWS, Worldview
from geo.basics.errors import BordersError, SourceError
from geo.borders import area_table, coverage
from geo.borders.area_table import AreaRow
from geo.borders.build import natural_earth
from geo.borders.build.partition import Partition, partition
from geo.borders.build.provenance import PROVENANCE_FILE, Facts, provenance
from geo.borders.coverage import Geometries, SharedEdges
from geo.borders.loading import BORDERS_DIR, COUNTRIES_FILE, SEGMENTS_FILE

TOLERANCE: Final = 0.04
"""Of the simplification, in stretched degrees: 0.008 degrees in Europe, 0.04 elsewhere."""

SegmentKey: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True)
class BuildReport:
    """What a build did: `files` maps each written file to its size in bytes."""

    facts: Facts
    files: Mapping[str, int]
    seconds: float


def build(source: Path, out: Path, table: Path = BORDERS_DIR / "areas.csv") -> BuildReport:
    """Read `source` and write the shipped files into the directory `out`.

    Raises SourceError for a source that will not do, BordersError for a faulty table or an `out`
    that cannot be written. Nothing is written before everything is computed.
    """
    began = time.perf_counter()
    rows = area_table.read(table)
    origin = natural_earth.read(source)
    parts = partition(origin, rows)
    simpler = coverage.simplify(parts.shapes, TOLERANCE)
    if not shapely.coverage_is_valid(simpler):
        raise SourceError(f"{source}: its coverage does not survive the simplification")

    row_of = {row.area_id: row for row in rows}
    countries = _countries(parts, simpler, row_of)
    segments, counts = _segments(parts, simpler, row_of)
    contents = {
        COUNTRIES_FILE: _collection(countries),
        SEGMENTS_FILE: _collection(segments),
    }
    before, after = (int(shapely.get_num_coordinates(s).sum()) for s in (parts.shapes, simpler))
    facts = Facts(
        file_name=origin.file_name,
        version=origin.version,
        sha256=origin.sha256,
        features=len(origin.features),
        repaired=parts.repaired,
        faces=parts.faces,
        areas=len(parts.rows),
        states=sum(row.owner == row.area_id for row in parts.rows),
        stand_ins=parts.stand_ins,
        tolerance=TOLERANCE,
        vertices_before=before,
        vertices_after=after,
        segments=counts,
        checksums={name: hashlib.sha256(text).hexdigest() for name, text in contents.items()},
    )
    contents[PROVENANCE_FILE] = provenance(facts).encode()
    _write(out, contents)
    return BuildReport(
        facts=facts,
        files={name: len(text) for name, text in contents.items()},
        seconds=time.perf_counter() - began,
    )


def _write(out: Path, contents: Mapping[str, bytes]) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            write_whole(out / name, text)
    except OSError as error:
        raise BordersError(
            f"{out}: cannot be written ({error.strerror}); name another directory"
        ) from None


def _countries(
    parts: Partition, shapes: Geometries, row_of: Mapping[str, AreaRow]
) -> list[dict[str, Any]]:
    """One feature per area and worldview; those alike in both are told once, as "all"."""
    views = {view: _members(parts.rows, view) for view in WORLDVIEWS}
    features = []
    for area_id in sorted({area_id for members in views.values() for area_id in members}):
        for view, members in _told_once({v: m.get(area_id) for v, m in views.items()}):
            row = row_of[area_id]
            joined = [parts.rows[i] for i in members if parts.rows[i].area_id != area_id]
            properties = {
                "area_id": area_id,
                "owner": row.owner,
                "name": row.name,
                "standing": row.standing,
                "note": " ".join(r.note for r in (row, *joined) if r.note),
                "worldview": view,
            }
            shape = coverage.dissolve(shapes[list(members)])
            features.append(_feature(properties, shapely.orient_polygons(shape)))
    return features


def _members(rows: Iterable[AreaRow], view: str) -> dict[str, tuple[int, ...]]:
    members: dict[str, tuple[int, ...]] = {}
    for i, row in enumerate(rows):
        area_id = row.drawn_with(view)
        members[area_id] = (*members.get(area_id, ()), i)
    return members


def _told_once(
    by_view: Mapping[Worldview, Any],
) -> list[tuple[Worldview | Literal["all"], Any]]:
    told = {view: value for view, value in by_view.items() if value is not None}
    first = next(iter(told.values()))
    if len(told) == len(WORLDVIEWS) and all(value == first for value in told.values()):
        return [("all", first)]
    return list(told.items())


def _segments(
    parts: Partition, shapes: Geometries, row_of: Mapping[str, AreaRow]
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Border segments: the length of the full line, the course of the simplified one."""
    full, drawn = coverage.shared_edges(parts.shapes), coverage.shared_edges(shapes)
    lengths = full.lengths_km()
    measured = {view: _by_segment(full, parts.rows, row_of, view) for view in WORLDVIEWS}
    courses = {view: _by_segment(drawn, parts.rows, row_of, view) for view in WORLDVIEWS}
    features = []
    for key in sorted({key for segments in measured.values() for key in segments}):
        for view, edges in _told_once({v: s.get(key) for v, s in measured.items()}):
            course = courses[WORLDVIEWS[0] if view == "all" else view][key]
            properties = {
                "iso_a3": key[0],
                "neighbour_iso_a3": key[1],
                "part": key[2],
                "length_km": round(float(lengths[list(edges)].sum()), 1),
                "worldview": view,
            }
            features.append(_feature(properties, drawn.line(np.array(course))))
    return features, {view: len(segments) for view, segments in measured.items()}


def _by_segment(
    edges: SharedEdges, rows: tuple[AreaRow, ...], row_of: Mapping[str, AreaRow], view: str
) -> dict[SegmentKey, tuple[int, ...]]:
    """The numbers of the edges of every segment of a worldview, inner lines of a state left out."""
    areas = [row_of[row.drawn_with(view)] for row in rows]
    owners = [area.owner or area.area_id for area in areas]
    segments: dict[SegmentKey, list[int]] = {}
    for edge, pair in enumerate(zip(edges.first.tolist(), edges.second.tolist(), strict=True)):
        one, other = sorted(pair, key=owners.__getitem__)
        if owners[one] != owners[other]:
            names = dict.fromkeys(rows[i].part for i in (one, other) if rows[i].part)
            key = (owners[one], owners[other], " / ".join(names))
            segments.setdefault(key, []).append(edge)
    return {key: tuple(numbers) for key, numbers in segments.items()}


def _feature(properties: dict[str, Any], shape: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": shapely.geometry.mapping(shape),
    }


def _collection(features: list[dict[str, Any]]) -> bytes:
    lines = (json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n").encode()

"""Read Natural Earth's admin-0 countries from any file it comes in.

Known forms: the TopoJSON of the npm package world-atlas, and the official shapefile (bare or
zipped), GeoPackage or GeoJSON of the releases 4.x and 5.x. Coordinates are WGS 84 lon, lat degrees.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry import MultiPolygon, Polygon

from geo.basics.errors import SourceError
from geo.borders.coverage import Floats

LAYER = "admin_0_countries"
NAME_COLUMNS: Final = ("name", "admin", "name_long", "geounit", "name_en")
NUMBER_COLUMNS: Final = ("iso_n3", "iso_n3_eh")
SUFFIXES: Final = (".json", ".topojson", ".geojson", ".zip", ".shp", ".gpkg")
KNOWN_FILES: Final = {
    "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79": (
        "countries-10m.json of the npm package world-atlas 2.0.2: Natural Earth 4.1.0, 1:10m"
    ),
}
"""Files the project has built from, by SHA-256: what they are."""

WORLD_FEATURES: Final = 150
FEWEST_VERTICES: Final = 300_000
"""Of a whole world at 1:10m, which has 550,000; at 1:50m it has 100,000, at 1:110m 11,000."""

_OTHER_SCALE = re.compile(r"(?<![0-9])(50|110)m(?![a-z0-9])")


@dataclass(frozen=True)
class Feature:
    """One feature as the source draws it; `shape` may be invalid (a quantised source)."""

    names: tuple[str, ...]
    iso_n3: str
    shape: MultiPolygon


@dataclass(frozen=True)
class SourceFile:
    """A file read: what it is, its SHA-256 and its features in the file's order."""

    file_name: str
    version: str
    sha256: str
    features: tuple[Feature, ...]


def read(path: Path) -> SourceFile:
    """Read a source file. Raises SourceError, in one sentence, for anything that is not one."""
    if not path.is_file():
        raise SourceError(f"{path}: no such file; expected Natural Earth's {LAYER} at 1:10m")
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(f"{path}: expected one of {', '.join(SUFFIXES)}, not {path.suffix!r}")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    topology = _topology(path)
    features = _from_topology(topology, path) if topology else _from_layer(path)
    if not features:
        raise SourceError(f"{path}: holds no polygons; expected Natural Earth's {LAYER}")
    _expect_scale(path, path.name, features)
    return SourceFile(path.name, KNOWN_FILES.get(sha256) or _version(path), sha256, features)


def _expect_scale(path: Path, name: str, features: tuple[Feature, ...]) -> None:
    """Raise SourceError for a scale other than 1:10m, which everything made here says of itself.

    The scale is what the name of file or layer states, and how many vertices a whole world has:
    a name may be lost, and another scale under the name of 1:10m looks the same.
    """
    if stated := _OTHER_SCALE.search(name.lower()):
        raise SourceError(
            f"{path}: {name} is drawn at 1:{stated[1]}m by its name; expected Natural Earth's"
            f" {LAYER} at 1:10m, as which every length and every export would be told"
        )
    vertices = sum(int(shapely.get_num_coordinates(feature.shape)) for feature in features)
    if len(features) >= WORLD_FEATURES and vertices < FEWEST_VERTICES:
        raise SourceError(
            f"{path}: {vertices:,} vertices for {len(features)} countries are too few for 1:10m;"
            f" expected Natural Earth's {LAYER} at that scale, with {FEWEST_VERTICES:,} at least"
        )


def _version(path: Path) -> str:
    name = path.with_suffix("").name + ".VERSION.txt"
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                return f"Natural Earth {archive.read(name).decode('ascii').strip()}"
        return f"Natural Earth {(path.parent / name).read_text('ascii').strip()}"
    except (KeyError, OSError, UnicodeDecodeError):
        return "release not stated by the file"


# --- TopoJSON ------------------------------------------------------------------------------------


def _topology(path: Path) -> dict[str, Any] | None:
    if path.suffix.lower() not in (".json", ".topojson"):
        return None
    try:
        content = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise SourceError(f"{path}: not JSON ({error})") from None
    if isinstance(content, dict) and content.get("type") == "Topology":
        return content
    if isinstance(content, dict) and content.get("type") == "FeatureCollection":
        return None
    raise SourceError(f"{path}: expected a TopoJSON Topology or a GeoJSON FeatureCollection")


def _from_topology(topology: dict[str, Any], path: Path) -> tuple[Feature, ...]:
    try:
        scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
        arcs = [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]
        members = topology["objects"]["countries"]["geometries"]
        return tuple(_topology_feature(member, arcs) for member in members)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise SourceError(
            f"{path}: a TopoJSON, but not world-atlas countries-10m.json: expected quantised arcs"
            f" and an object 'countries' ({type(error).__name__}: {error})"
        ) from None


def _topology_feature(member: dict[str, Any], arcs: list[Floats]) -> Feature:
    polygons = member["arcs"] if member["type"] == "MultiPolygon" else [member["arcs"]]
    shapes: list[Polygon] = []
    for polygon in polygons:
        rings = [_ring(indices, arcs) for indices in polygon]
        shapes += _polygons([ring for ring in rings if len(ring) >= 4])
    return Feature((member["properties"]["name"],), member.get("id", ""), MultiPolygon(shapes))


def _ring(indices: list[int], arcs: list[Floats]) -> Floats:
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def _polygons(rings: list[Floats]) -> list[Polygon]:
    """One polygon, or what the antimeridian makes of it: world-atlas stitches its seam away."""
    if not any(np.abs(np.diff(ring[:, 0])).max() > 180 for ring in rings):
        return [Polygon(rings[0], rings[1:])] if rings else []
    shape, *holes = (_split_at_antimeridian(ring) for ring in rings)
    for hole in holes:
        shape = shape.difference(hole)
    return [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]


def _split_at_antimeridian(ring: Floats) -> Any:
    steps = np.diff(ring[:, 0])
    turns = np.concatenate([[0], np.cumsum(np.round(steps / 360))])
    unrolled = np.column_stack([ring[:, 0] - 360 * turns, ring[:, 1]])
    if turns[-1]:  # it runs around the pole: Antarctica
        ends = unrolled[[-1, 0], 0]
        unrolled = np.concatenate([unrolled, np.column_stack([ends, [-90.0, -90.0]])])
    rolled = shapely.make_valid(Polygon(unrolled))
    worlds = []
    for shift in (-360, 0, 360):
        slab = rolled.intersection(shapely.box(-180 + shift, -90, 180 + shift, 90))
        worlds.append(shapely.affinity.translate(slab, xoff=-shift))
    return shapely.union_all(worlds)


# --- official files ------------------------------------------------------------------------------


def _from_layer(path: Path) -> tuple[Feature, ...]:
    import geopandas
    import pyogrio

    try:
        layers = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
        layer = _layer(layers, path)
        _expect_scale(path, layer, ())
        frame = geopandas.read_file(path, layer=layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise SourceError(f"{path}: cannot be read as a vector layer ({error})") from None
    frame.columns = frame.columns.str.lower()
    if not {"name", "iso_n3"} <= set(frame.columns):
        raise SourceError(
            f"{path}: expected Natural Earth's columns NAME and ISO_N3, found"
            f" {', '.join(sorted(set(frame.columns) - {'geometry'})) or 'none'}"
        )
    if frame.crs is not None and frame.crs.to_epsg() not in (4326, None):
        raise SourceError(f"{path}: expected WGS 84 degrees (EPSG:4326), not {frame.crs.name}")
    return tuple(
        Feature(_texts(row, NAME_COLUMNS), _number(row), _multi(row["geometry"]))
        for row in frame.to_dict("records")
        if _multi(row["geometry"]).geoms
    )


def _layer(layers: list[str], path: Path) -> str:
    wanted = [name for name in layers if LAYER in name.lower()]
    best = [name for name in wanted if re.search(rf"(?<!\d)10m_{LAYER}$", name.lower())] or wanted
    if not best and len(layers) != 1:
        raise SourceError(f"{path}: expected a layer {LAYER}, found {', '.join(layers) or 'none'}")
    return (best or layers)[0]


def _texts(row: dict[Any, Any], columns: tuple[str, ...]) -> tuple[str, ...]:
    found = (row.get(column) for column in columns)
    return tuple(dict.fromkeys(text.strip() for text in found if isinstance(text, str)))


def _number(row: dict[Any, Any]) -> str:
    # Natural Earth writes -99 where it sees no ISO code; the _EH column then often has one.
    return next((text for text in _texts(row, NUMBER_COLUMNS) if text.isdigit()), "")


def _multi(shape: Any) -> MultiPolygon:
    parts = shapely.get_parts([shape])  # none of None, all those of a multipolygon
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])

"""The borders the project ships: whose land is whose in a worldview, who borders whom, how long.

Made by `geo.borders.build.build` from Natural Earth; coordinates are WGS 84 longitude, latitude in
degrees. Lengths are geodesic, in kilometres, measured on the 1:10m line before it was simplified
for the map: shorter than published figures, because generalisation cuts corners.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geo.basics.choices import WORLDVIEWS, Worldview
from geo.basics.errors import BordersError

if TYPE_CHECKING:
    import shapely

"""Whose borders are drawn: as the UN General Assembly holds them, or as Natural Earth draws them.

"un" draws Crimea with Ukraine (resolution 68/262), Northern Cyprus with Cyprus, Somaliland with
Somalia and Western Sahara whole; "de_facto" draws what Natural Earth does.
"""

BORDERS_DIR: Final = Path(__file__).resolve().parents[2] / "data" / "borders"
COUNTRIES_FILE: Final = "countries.geojson"
SEGMENTS_FILE: Final = "segments.geojson"
AREA_COLUMNS: Final = ("area_id", "owner", "name", "standing", "note")
SEGMENT_COLUMNS: Final = ("iso_a3", "neighbour_iso_a3", "part", "length_km")


@dataclass(frozen=True, slots=True)
class Area:
    """Land the map draws as one: a state, a territory, or land outside the depositary's list.

    `owner` is the ISO 3166-1 alpha-3 code of the state whose status it shares, None where no state
    of the list has it. `standing` is "state", "territory", "not_in_list" or "disputed".
    `area_id` is the ISO code too, or a user-assigned code (X..) where ISO has none.
    """

    area_id: str
    owner: str | None
    name: str
    standing: str
    note: str


@dataclass(frozen=True, slots=True)
class Segment:
    """The land border of two neighbours, lakes and rivers on the line included, each once.

    The codes are in alphabetical order and name owners; land without an owner stands under its
    area_id (Kosovo XKX, Western Sahara ESH). `part` names the piece of either country that the
    segment belongs to when it lies apart ("Kaliningrad", "French Guiana", a territory), else "".
    `length_km` is the computed geodesic length, to a tenth.
    """

    iso_a3: str
    neighbour_iso_a3: str
    part: str
    length_km: float


@dataclass(frozen=True)
class Borders:
    """Areas and border segments of one worldview; the geometry is read on first use."""

    worldview: Worldview
    areas: tuple[Area, ...]
    segments: tuple[Segment, ...]
    directory: Path = BORDERS_DIR

    def between(self, a: str, b: str) -> tuple[Segment, ...]:
        """The segments two countries share, in whichever order they are named."""
        pair = {a, b}
        return tuple(s for s in self.segments if {s.iso_a3, s.neighbour_iso_a3} == pair)

    @cached_property
    def area_shapes(self) -> tuple[shapely.Geometry, ...]:
        """The polygons of `areas`, in their order, degrees."""
        return _shapes(self.directory / COUNTRIES_FILE, self.worldview, AREA_COLUMNS)

    @cached_property
    def segment_shapes(self) -> tuple[shapely.Geometry, ...]:
        """The lines of `segments`, in their order, degrees; along the edges of `area_shapes`."""
        return _shapes(self.directory / SEGMENTS_FILE, self.worldview, SEGMENT_COLUMNS)


def load(worldview: Worldview = "un", directory: Path = BORDERS_DIR) -> Borders:
    """Read the shipped borders; the same files are read once. Raises BordersError for a missing or
    damaged file.
    """
    if worldview not in WORLDVIEWS:
        raise BordersError(f"worldview {worldview!r}: expected one of {WORLDVIEWS}")
    return _load(worldview, directory, geometry_checksum(directory))


@lru_cache(maxsize=4)
def _load(worldview: Worldview, directory: Path, _checksum: str) -> Borders:
    areas = _chosen(directory / COUNTRIES_FILE, worldview, AREA_COLUMNS)
    segments = _chosen(directory / SEGMENTS_FILE, worldview, SEGMENT_COLUMNS)
    return Borders(
        worldview,
        tuple(Area(**columns) for columns in areas.values()),
        tuple(Segment(**columns) for columns in segments.values()),
        directory,
    )


def geometry_checksum(directory: Path = BORDERS_DIR) -> str:
    """The first 16 hex digits of the SHA-256 over both shipped files: the geometry's version.

    Raises BordersError for a missing file.
    """
    digest = hashlib.sha256()
    for name in (COUNTRIES_FILE, SEGMENTS_FILE):
        digest.update(_bytes(directory / name))
    return digest.hexdigest()[:16]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _broken(path, error.strerror or "cannot be read") from None


def _chosen(path: Path, worldview: str, columns: tuple[str, ...]) -> dict[int, dict[str, Any]]:
    """The columns of the features of a worldview, by their place in the file."""
    digest = _digest(path)
    try:
        read = enumerate(_properties(path, digest))
        chosen = {place: found for place, found in read if found["worldview"] in ("all", worldview)}
        short = [found for found in chosen.values() if not {*columns} <= found.keys()]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _broken(path, f"{type(error).__name__}: {error}") from None
    if short or not chosen:
        raise _broken(path, f"features without {', '.join(columns)}" if short else "no features")
    return {place: {name: found[name] for name in columns} for place, found in chosen.items()}


# The files are large, and each is asked for by two worldviews, for its columns and for its shapes.


@lru_cache(maxsize=4)
def _properties(path: Path, digest: str) -> tuple[dict[str, Any], ...]:
    features = json.loads(_text(path, digest), object_hook=_without_coordinates)["features"]
    return tuple(feature["properties"] for feature in features)


def _without_coordinates(found: dict[str, Any]) -> dict[str, Any] | None:
    """Drops each geometry as soon as it is read: together they would take 24 MB, and the few rows
    that stay would hold most of it for as long as the process runs.
    """
    return None if "coordinates" in found else found


@lru_cache(maxsize=4)
def _geometries(path: Path, digest: str) -> tuple[shapely.Geometry, ...]:
    import shapely

    return tuple(shapely.get_parts(shapely.from_geojson(_text(path, digest).decode())))


def _digest(path: Path) -> str:
    return hashlib.sha256(_bytes(path)).hexdigest()


def _text(path: Path, digest: str) -> bytes:
    text = _bytes(path)
    if hashlib.sha256(text).hexdigest() != digest:
        raise _broken(path, "has changed while it was read")
    return text


# The geometry stack is imported where it is used: commands that draw nothing start without it.


def _shapes(path: Path, worldview: str, columns: tuple[str, ...]) -> tuple[shapely.Geometry, ...]:
    import shapely

    places, digest = _chosen(path, worldview, columns), _digest(path)
    try:
        shapes, features = _geometries(path, digest), len(_properties(path, digest))
    except (TypeError, ValueError, shapely.errors.ShapelyError) as error:
        raise _broken(path, f"geometry: {error}") from None
    if len(shapes) != features:
        raise _broken(path, f"geometry: {len(shapes)} shapes for {features} features")
    return tuple(shapes[place] for place in places)


def _broken(path: Path, reason: str) -> BordersError:
    return BordersError(
        f"{path.name}: {reason}; expected the GeoJSON the project ships; restore it from git or"
        " make it anew with `python -m geo build --source FILE`",
        path.name,
    )

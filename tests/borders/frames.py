"""What tests ask of borders: where a place lies, what fits, which segments are a country's."""

from __future__ import annotations

from dataclasses import asdict

from geopandas import GeoDataFrame

from geo.borders import Borders, Segment


def area_frame(borders: Borders) -> GeoDataFrame:
    """The areas as polygons, EPSG:4326."""
    rows, shapes = map(asdict, borders.areas), list(borders.area_shapes)
    return GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")


def segment_frame(borders: Borders) -> GeoDataFrame:
    """The segments as lines, EPSG:4326."""
    rows, shapes = map(asdict, borders.segments), list(borders.segment_shapes)
    return GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")


def segments_of(borders: Borders, iso_a3: str) -> tuple[Segment, ...]:
    """All segments of a country, whichever side of them it stands on."""
    return tuple(s for s in borders.segments if iso_a3 in (s.iso_a3, s.neighbour_iso_a3))


def neighbours(borders: Borders, iso_a3: str) -> tuple[str, ...]:
    """The codes of all land neighbours of a country, in alphabetical order."""
    own = segments_of(borders, iso_a3)
    return tuple(sorted({code for s in own for code in (s.iso_a3, s.neighbour_iso_a3)} - {iso_a3}))

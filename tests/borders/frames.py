"""Borders as tables with their geometry, by which tests ask where a place lies and what fits."""

from __future__ import annotations

from dataclasses import asdict

from geopandas import GeoDataFrame

from geo.borders import Borders


def area_frame(borders: Borders) -> GeoDataFrame:
    """The areas as polygons, EPSG:4326."""
    rows, shapes = map(asdict, borders.areas), list(borders.area_shapes)
    return GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")


def segment_frame(borders: Borders) -> GeoDataFrame:
    """The segments as lines, EPSG:4326."""
    rows, shapes = map(asdict, borders.segments), list(borders.segment_shapes)
    return GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")

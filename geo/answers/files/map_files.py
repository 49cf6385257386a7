"""A day's countries and border segments as GeoPackage and FlatGeobuf, for QGIS and GDAL.

One layer, WGS 84, its columns under the short names of map files and of the same type on every day.
What GeoJSON carries beside its features stands in the layer's metadata.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyogrio
import shapely

from geo.answers.data.credits import ATTRIBUTION, data_version
from geo.answers.data.writing import compact_json
from geo.answers.files.days import DAYS
from geo.answers.files.geometry import (
    METADATA_KEY,
    Row,
    Shapes,
    carried,
    feature_id,
    with_days,
)
from geo.answers.files.map_columns import SHORT_NAMES, for_maps
from geo.atlas import Atlas, View
from geo.basics.choices import Exported

TRUTHS = ("bound", "neighbour_bound", "flank", "covered")
"""Columns that are true or false, or empty where that is not known."""

_GEOMETRY = "geometry"


def geopackage(atlas: Atlas, view: View, what: Exported, shapes: Shapes) -> bytes:
    """A GeoPackage of one layer."""
    # A GeoPackage says when it was changed: the data decide, so that its bytes stay the same.
    changed = f"{atlas.verified_to.isoformat()}T00:00:00.000Z"
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": changed})
    return _written("GPKG", atlas, view, what, shapes)


def flatgeobuf(atlas: Atlas, view: View, what: Exported, shapes: Shapes) -> bytes:
    """A FlatGeobuf, with the index by which a part of it is read alone."""
    return _written("FlatGeobuf", atlas, view, what, shapes)


def _written(driver: str, atlas: Atlas, view: View, what: Exported, shapes: Shapes) -> bytes:
    rows, geometries = shapes
    several, kind = _several(geometries)
    table = _table(rows, several)
    about = f"{view.day.isoformat()}. {ATTRIBUTION} Data version {data_version(atlas)}."
    buffer = io.BytesIO()
    pyogrio.write_arrow(
        table,
        buffer,
        layer=what,
        driver=driver,
        geometry_name=_GEOMETRY,
        geometry_type=kind,
        crs="EPSG:4326",
        layer_metadata={METADATA_KEY.decode(): compact_json(carried(atlas, view, rows))},
        layer_options={"DESCRIPTION": about},
    )
    return buffer.getvalue()


def _several(geometries: Sequence[Any]) -> tuple[list[Any], str]:
    """Each as a collection of its kind, for a layer holds one kind only, and that kind."""
    areas = "Polygon" in geometries[0].geom_type
    collect = shapely.multipolygons if areas else shapely.multilinestrings
    parts = (shapely.get_parts(geometry) for geometry in geometries)
    return [collect(each) for each in parts], "MultiPolygon" if areas else "MultiLineString"


def _table(rows: Sequence[Row], geometries: Sequence[Any]) -> pa.Table:
    """The rows under their short names, `id` first and the geometry, as WKB, last."""
    typed = [with_days(row) for row in rows]
    types = {SHORT_NAMES.get(name, name): _type(name) for name in typed[0]}
    cells = [{"id": feature_id(row), **for_maps(row)} for row in typed]
    columns = {
        name: pa.array([row[name] for row in cells], kind)
        for name, kind in {"id": pa.string(), **types}.items()
    }
    return pa.table({**columns, _GEOMETRY: pa.array(shapely.to_wkb(geometries), pa.binary())})


def _type(name: str) -> pa.DataType:
    if name in DAYS:
        return pa.date32()
    if name in TRUTHS:
        return pa.bool_()
    return pa.float64() if name.endswith("_km") else pa.string()

"""A day's countries and border segments as GeoPackage and FlatGeobuf, for QGIS and GDAL.

One layer, WGS 84, its columns under the short names of map files and of the same type on every day.
What GeoJSON carries beside its features stands in the layer's metadata.
"""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pyogrio
import shapely

from geo.answers.data.writing import compact_json
from geo.answers.files.days import DAYS
from geo.answers.files.geometry import (
    METADATA_KEY,
    Layer,
    feature_id,
    with_days,
)
from geo.answers.files.map_columns import SHORT_NAMES, for_maps
from geo.basics.choices import Exported

TRUTHS = ("bound", "neighbour_bound", "flank", "covered")
"""Columns that are true or false, or empty where that is not known."""

_GEOMETRY = "geometry"


def geopackage(what: Exported, layer: Layer) -> bytes:
    """A GeoPackage of one layer."""
    # A GeoPackage says when it was changed: the data decide, so that its bytes stay the same.
    changed = f"{layer.carried['verified_to']}T00:00:00.000Z"
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": changed})
    return _written("GPKG", what, layer)


def flatgeobuf(what: Exported, layer: Layer) -> bytes:
    """A FlatGeobuf, with the index by which a part of it is read alone."""
    return _written("FlatGeobuf", what, layer)


def _written(driver: str, what: Exported, layer: Layer) -> bytes:
    carried = layer.carried
    line = f" {carried['lens']['title']}." if "lens" in carried else ""
    about = (
        f"{carried['date']}.{line} {carried['attribution']} Data version {carried['data_version']}."
    )
    buffer = io.BytesIO()
    pyogrio.write_arrow(
        _table(layer),
        buffer,
        layer=what,
        driver=driver,
        geometry_name=_GEOMETRY,
        geometry_type=_KINDS[what],
        crs="EPSG:4326",
        layer_metadata={METADATA_KEY.decode(): compact_json(carried)},
        layer_options={"DESCRIPTION": about},
    )
    return buffer.getvalue()


_KINDS: dict[Exported, str] = {"countries": "MultiPolygon", "borders": "MultiLineString"}
"""Of what kind the shapes of each layer are."""


def _several(geometry: Any) -> Any:
    """A shape as a collection of its kind, for a layer holds one kind only."""
    areas = "Polygon" in geometry.geom_type
    collect = shapely.multipolygons if areas else shapely.multilinestrings
    return collect(shapely.get_parts(geometry))


def _table(layer: Layer) -> pa.Table:
    """The rows under their short names, `id` first and the geometry, as WKB, last."""
    typed = [with_days(row) for row in layer.rows]
    columns = tuple(typed[0]) if typed else layer.columns
    types = {SHORT_NAMES.get(name, name): _type(name) for name in columns}
    cells = [{"id": feature_id(row), **for_maps(row)} for row in typed]
    filled = {
        name: pa.array([row[name] for row in cells], kind)
        for name, kind in {"id": pa.string(), **types}.items()
    }
    shapes = [shapely.to_wkb(_several(shape)) for shape in layer.shapes]
    return pa.table({**filled, _GEOMETRY: pa.array(shapes, pa.binary())})


def _type(name: str) -> pa.DataType:
    if name in DAYS:
        return pa.date32()
    if name in TRUTHS:
        return pa.bool_()
    return pa.float64() if name.endswith("_km") else pa.string()

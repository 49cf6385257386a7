"""A day's countries and border segments as GeoPackage, FlatGeobuf and GeoParquet.

One layer, WGS 84, its columns of the same type on every day; for QGIS and GDAL under the short
names of map files. What GeoJSON carries beside its features stands in the layer's metadata.

What writes them, GDAL and GeoPandas, takes 100 MB: whoever needs no such file does not import this.
"""

from __future__ import annotations

import io
from typing import Any

import geopandas
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import shapely

from geo.answers.data.writing import compact_json
from geo.answers.files.days import DAYS
from geo.answers.files.geometry import Layer, feature_id, with_days
from geo.answers.files.map_columns import SHORT_NAMES, for_maps
from geo.basics.choices import Exported

METADATA_KEY = b"ottawa_atlas"
"""Under which a file carries its notes and sources, as JSON; in GeoParquet beside the key `geo`."""

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


def geoparquet(_: Exported, layer: Layer) -> bytes:
    """A GeoParquet as GeoPandas writes it, with the notes in the file's own metadata."""
    dated = [with_days(row) for row in layer.rows]
    columns = tuple(dated[0]) if dated else layer.columns
    frame = geopandas.GeoDataFrame(
        dated, columns=columns, geometry=list(layer.shapes), crs="EPSG:4326"
    )
    written, buffer = io.BytesIO(), io.BytesIO()
    frame.to_parquet(written, index=False)
    table = pq.read_table(written)
    typed = [
        # Every cell of a column of days may be empty.
        field.with_type(pa.date32()) if field.name in DAYS else field
        for field in table.schema
    ]
    metadata = {**table.schema.metadata, METADATA_KEY: compact_json(layer.carried)}
    table = table.cast(pa.schema(typed)).replace_schema_metadata(metadata)
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


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


WRITERS = {"gpkg": geopackage, "fgb": flatgeobuf, "parquet": geoparquet}
"""What writes a layer, by format."""

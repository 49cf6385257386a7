"""The files a browser fetches once: geometry of the flank, of the rest of the world, and the timeline.

Coordinates are longitude and latitude on WGS 84 (RFC 7946), rounded to about a hundred metres.
"""

from __future__ import annotations

import json
from typing import Any

import geopandas
import shapely

from geo.atlas import FACING, FLANK, Atlas
from geo.borders import Worldview
from geo.timeline import timeline

EUROPE = (-12.0, 34.0, 46.0, 72.5)
"""The window a reader sees first (west, south, east, north); what it touches is sent first."""

GRID_DEGREES = 0.001
LABELLED = (*FLANK, *FACING, "UKR", "SWE")


def web_files(atlas: Atlas, worldview: Worldview) -> dict[str, bytes]:
    """The three JSON files of a worldview, by role: `flank`, `world` and `timeline`."""
    areas = atlas.borders(worldview).area_frame()
    shown = shapely.set_precision(areas.geometry.values, GRID_DEGREES, mode="pointwise")
    areas = areas.set_geometry(geopandas.GeoSeries(shown, crs=areas.crs, index=areas.index))
    near = areas.geometry.intersects(shapely.box(*EUROPE))
    payloads = {
        "flank": {
            "areas": _areas(areas[near]),
            "borders": _flank_borders(atlas, worldview),
            "labels": _labels(areas[near]),
        },
        "world": {"areas": _areas(areas[~near])},
        "timeline": timeline(atlas, worldview),
    }
    return {role: _json(payload) for role, payload in payloads.items()}


def _json(payload: object) -> bytes:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _feature(geometry: shapely.Geometry, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": shapely.geometry.mapping(geometry),
        "properties": properties,
    }


def _areas(areas: geopandas.GeoDataFrame) -> list[dict[str, Any]]:
    return [
        _feature(
            row.geometry,
            {
                "id": row.area_id,
                "owner": row.owner if isinstance(row.owner, str) else None,
                "name": row.name_,
                "standing": row.standing,
                "note": row.note,
            },
        )
        for row in areas.rename(columns={"name": "name_"}).itertuples()
    ]


def _flank_borders(atlas: Atlas, worldview: Worldview) -> list[dict[str, Any]]:
    official = {
        frozenset((b.iso_a3, b.neighbour_iso_a3)): b
        for b in atlas.on(atlas.verified_to, worldview).borders
        if b.flank
    }
    features = []
    for row in atlas.borders(worldview).segment_frame().itertuples():
        border = official.get(frozenset((row.iso_a3, row.neighbour_iso_a3)))
        if border is None:
            continue
        length = border.official_km if border.official_km is not None else border.computed_km
        properties = {
            "owner": border.iso_a3,
            "neighbour": border.neighbour_iso_a3,
            "part": border.part,
            "km": round(length),
        }
        line = shapely.set_precision(row.geometry, GRID_DEGREES, mode="pointwise")
        features.append(_feature(line, properties))
    return sorted(features, key=lambda f: (f["properties"]["owner"], f["properties"]["neighbour"]))


def _labels(areas: geopandas.GeoDataFrame) -> list[dict[str, Any]]:
    """Where a name sits: the roomiest point of the part that the first window shows."""
    window = shapely.box(-5.0, 46.0, 40.0, 71.0)
    labels = []
    for row in areas[areas.area_id.isin(LABELLED)].itertuples():
        seen = shapely.intersection(shapely.make_valid(row.geometry), window)
        largest = max(shapely.get_parts(seen), key=shapely.area)
        point = shapely.maximum_inscribed_circle(largest, 0.1).coords[0]
        labels.append({"id": row.area_id, "lon": round(point[0], 2), "lat": round(point[1], 2)})
    return labels

"""A small world that borders are built of, written in every format."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from shapely.geometry import MultiPolygon, box

SHIPPED = ("countries.geojson", "segments.geojson", "PROVENANCE.md")
WEST = box(0, 0, 10, 10)
EAST = MultiPolygon([box(10, 0, 20, 10), box(2, 10, 4, 12), box(10, 20, 12, 22)])
CLAIM_HOST = box(8, 20, 10, 22)  # an island of Westland that touches the Claim
FERRY = MultiPolygon([box(178, 50, 180, 52), box(-180, 50, -179, 52)])
WORLD: dict[str, tuple[str, Any]] = {
    "Westland": ("901", MultiPolygon([WEST, CLAIM_HOST])),
    "Eastland": ("902", EAST),
    "Ferry": ("903", FERRY),
}

ROWS = [
    "WES,901,Westland,feature,,,,Westland,WES,state,,,invented",
    "EAS,902,Eastland;East,feature,,,,Eastland,EAS,state,,,invented",
    "FER,903,Ferry,feature,,,,Ferry,FER,state,,,invented",
    "SPE,904,Speck,stand_in,4 4 4.5 4.5,,,Speck,SPE,state,,Drawn as a square.,invented",
    "XEX,,Eastland,polygons,1 9 5 13,EAS,EAS,Exclave,,state,Exclave,,invented",
    "XCL,,Eastland,polygons,9 19 13 23,WES,EAS,Claim,,disputed,Claim,Claimed by both.,invented",
    "XST,,Eastland,cut,5 -5 25 2,XST,EAS,Strip,,not_in_list,,Nobody's.,invented",
    "XXX,,Atlantis,feature,,,,Atlantis,,disputed,,In no source.,invented",
]


def world_frame() -> geopandas.GeoDataFrame:
    # Official columns; -99 is what Natural Earth writes where it sees no code.
    return geopandas.GeoDataFrame(
        {
            "ADMIN": list(WORLD),
            "NAME": ["W. Land", "East", "Ferry"],
            "ISO_A3": ["-99", "EAS", "-99"],
            "ISO_N3": [number for number, _ in WORLD.values()],
        },
        geometry=[shape for _, shape in WORLD.values()],
        crs="EPSG:4326",
    )


def topology(world: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    """A quantised TopoJSON as world-atlas writes it, each ring an arc, the seam stitched away."""
    scale = 0.5
    arcs: list[Any] = []
    members: list[dict[str, Any]] = []
    for name, (number, shape) in world.items():
        polygons = []
        for polygon in shapely.get_parts(shape):
            if name == "Ferry" and polygon.bounds[0] < 0:
                continue
            ring = np.array(polygon.exterior.coords)
            if name == "Ferry":
                ring = np.array([[178, 50], [-179, 50], [-179, 52], [178, 52], [178, 50]])
            steps = np.round(np.add(ring, (180, 90)) / scale).astype(int)
            arcs.append([steps[0].tolist(), *np.diff(steps, axis=0).tolist()])
            polygons.append([[len(arcs) - 1]])
        members.append(
            {"type": "MultiPolygon", "id": number, "properties": {"name": name}, "arcs": polygons}
        )
    # Speck, swallowed by the grid: there and back.
    arcs.append([[368, 188], [1, 0], [-1, 0]])
    members.append(
        {"type": "Polygon", "id": "904", "properties": {"name": "Speck"}, "arcs": [[len(arcs) - 1]]}
    )
    return {
        "type": "Topology",
        "transform": {"scale": [scale, scale], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": members}},
        "arcs": arcs,
    }


def write_topojson(directory: Path) -> Path:
    path = directory / "countries-10m.json"
    path.write_text(json.dumps(topology(WORLD)), "utf-8")
    return path


def write_geopackage(directory: Path) -> Path:
    path = directory / "natural_earth_vector.gpkg"
    lakes = geopandas.GeoDataFrame({"x": [1]}, geometry=[box(0, 0, 1, 1)], crs="EPSG:4326")
    lakes.to_file(path, layer="ne_10m_lakes")
    world_frame().iloc[:1].to_file(path, layer="ne_110m_admin_0_countries")
    world_frame().to_file(path, layer="ne_10m_admin_0_countries")
    return path


def write_shapefile(directory: Path) -> Path:
    path = directory / "ne_10m_admin_0_countries.shp"
    world_frame().to_file(path)
    return path


def write_zip(directory: Path) -> Path:
    inner = directory / "inner"
    inner.mkdir()
    write_shapefile(inner)
    path = directory / "ne_10m_admin_0_countries.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for part in sorted(inner.iterdir()):
            archive.write(part, part.name)
        archive.writestr("ne_10m_admin_0_countries.VERSION.txt", "5.1.2\n")
    return path


def write_geojson(directory: Path) -> Path:
    path = directory / "countries.geojson"
    world_frame().to_file(path)
    return path

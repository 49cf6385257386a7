"""What every peer is given: the same countries, the same days, the same statuses as ours.

The peers run as programs of their own, so the material travels as one JSON file whose path stands
in the environment variable VARIABLE. Coordinates are lon, lat on WGS 84; days are ISO dates.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from geo.answers.words.legend import STATUS_KEYS
from geo.treaty import LegalStatus

VARIABLE = "OTTAWA_ATLAS_BENCH_MATERIAL"
WORLD_TOLERANCE_DEGREES = 0.2
"""A world between Natural Earth's 1:110m and 1:50m in size, which is what tutorials use."""

GRID_DEGREES = 0.01


@dataclass(frozen=True)
class Material:
    """Countries as GeoJSON (feature id = ISO code), the days of change, a status per day and state.

    Attributes:
        countries: a FeatureCollection; every feature has `id` and `properties.name`.
        days: ISO days, ascending; each holds until the next.
        status: for each ISO code, as many statuses as there are days.
    """

    countries: dict[str, Any]
    days: list[str]
    status: dict[str, list[str]]

    @classmethod
    def read(cls, path: Path | None = None) -> Material:
        """Reads the file at `path`, or the one that VARIABLE names."""
        path = path or Path(os.environ[VARIABLE])
        found = json.loads(path.read_text(encoding="utf-8"))
        return cls(found["countries"], found["days"], found["status"])

    def write(self, path: Path) -> None:
        """Writes the file that `read` reads."""
        content = {"countries": self.countries, "days": self.days, "status": self.status}
        path.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")

    @cached_property
    def ids(self) -> list[str]:
        """The feature ids, in the order of the features."""
        return [feature["id"] for feature in self.countries["features"]]

    def place(self, day: str) -> int:
        """The number of the last day of change up to `day`; 0 before the first."""
        return max(bisect_right(self.days, day) - 1, 0)

    def status_at(self, iso_a3: str, place: int) -> str:
        """The status of a state, or of a territory that is no state's ("not_party")."""
        row = self.status.get(iso_a3)
        return row[place] if row else LegalStatus.NOT_PARTY.value

    def colour_at(self, iso_a3: str, place: int) -> str:
        """The fill our own legend gives that status."""
        return STATUS_KEYS[LegalStatus(self.status_at(iso_a3, place))].colour

    def bound(self, place: int) -> int:
        """How many states are bound."""
        return sum(LegalStatus(row[place]).bound for row in self.status.values())


def from_atlas() -> Material:
    """Material from the project's own record and borders, simplified for the whole world."""
    import geopandas
    import shapely

    from geo import atlas as atlas_module

    atlas = atlas_module.load()
    drawn = atlas.borders("un")
    owners = {"owner": [area.owner for area in drawn.areas]}
    areas = geopandas.GeoDataFrame(owners, geometry=list(drawn.area_shapes), crs="EPSG:4326")
    merged = areas.dissolve(by="owner", as_index=True)
    simple = shapely.coverage_simplify(merged.geometry.values, WORLD_TOLERANCE_DEGREES)
    simple = shapely.set_precision(simple, GRID_DEGREES, mode="valid_output")
    shapes = geopandas.GeoSeries(simple, index=merged.index, crs=areas.crs)
    features = []
    for iso_a3, shape in shapes.items():
        if shape is None or shape.is_empty:
            continue
        state = atlas.record.states.get(str(iso_a3))
        features.append(
            {
                "type": "Feature",
                "id": str(iso_a3),
                "properties": {"iso_a3": str(iso_a3), "name": state.name if state else str(iso_a3)},
                "geometry": json.loads(shapely.to_geojson(shape)),
            }
        )
    days = [day for day in atlas.change_dates if day <= atlas.verified_to]
    views = [atlas.on(day) for day in days]
    # Peers have one fill for a state: of several possible statuses the first, our own ground.
    status = {i: [v.states[i].statuses[0].value for v in views] for i in atlas.record.states}
    collection = {"type": "FeatureCollection", "features": features}
    return Material(collection, [day.isoformat() for day in days], status)

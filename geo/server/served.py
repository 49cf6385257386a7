"""A record as it is served: its atlas, and the browser's files made of it, once for everybody."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from geo.answers.data.credits import data_version
from geo.answers.search import search
from geo.basics.choices import WORLDVIEWS
from geo.web.documents.dossiers import dossiers
from geo.web.documents.map_data import compact_json, web_files
from geo.web.documents.names import names
from geo.web.documents.step_rows import step_rows
from geo.web.static_files import Asset, asset_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.atlas import Atlas
    from geo.borders import Worldview

T = TypeVar("T")

Assets = dict["Worldview", dict[str, Asset]]
"""Files by worldview and role."""


class _Once(Generic[T]):
    """Something made when it is first asked for; who asks meanwhile waits for it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make, self._lock = make, threading.Lock()
        self.made: T | None = None

    def __call__(self) -> T:
        """The thing made."""
        with self._lock:
            if self.made is None:
                self.made = self._make()
            return self.made


class Served:
    """An atlas, the version of its data, and when they or the program last changed (UTC)."""

    def __init__(self, atlas: Atlas, modified: datetime) -> None:
        self.atlas, self.modified = atlas, modified
        self.version = data_version(atlas)
        # Apart, so that nobody waits with the map for what the panel needs.
        self._map, self._dossiers = _Once(self._map_files), _Once(self._dossier_files)

    def changed(self, day: date | None) -> datetime:
        """When an answer last changed; one about today, which is `day`, changed at midnight."""
        if day is None:
            return self.modified
        return max(self.modified, datetime(day.year, day.month, day.day, tzinfo=UTC))

    def read_geometry(self) -> None:
        """Read what is otherwise read when it is first drawn or looked for. Raises BordersError."""
        for worldview in WORLDVIEWS:
            drawn = self.atlas.borders(worldview)
            _ = drawn.area_shapes, drawn.segment_shapes
        search(self.atlas)

    def map_data(self) -> Assets:
        """What the map is drawn of: roles `flank`, `world` and `timeline`."""
        return self._map()

    def dossier_data(self) -> Assets:
        """What the panel is drawn of, and searched in: roles `dossiers`, `names`, `steps`."""
        return self._dossiers()

    @property
    def map_is_made(self) -> bool:
        """Whether the files of the map are there already."""
        return self._map.made is not None

    @property
    def made(self) -> list[Assets]:
        """The files that are there already."""
        return [once.made for once in (self._map, self._dossiers) if once.made is not None]

    def _map_files(self) -> Assets:
        return {w: _assets(w, web_files(self.atlas, w)) for w in WORLDVIEWS}

    def _dossier_files(self) -> Assets:
        return {
            w: _assets(
                w,
                {
                    "dossiers": compact_json(dossiers(self.atlas, w)),
                    "names": compact_json(names(self.atlas)),
                    "steps": compact_json(step_rows(self.atlas)),
                },
            )
            for w in WORLDVIEWS
        }


def _assets(worldview: Worldview, files: dict[str, bytes]) -> dict[str, Asset]:
    return {role: asset_of(f"{role}-{worldview}.json", body) for role, body in files.items()}

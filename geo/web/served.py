"""A record as it is served: its atlas, and the browser's files made of it, once for everybody.

Geometry travels once, in English; a document that sentences fill is made whole in each language. Of
it 10 to 25 % (packed) are words, so that a reader, who reads one language, would save nothing by
having them apart. What is not English is made when it is first asked for, a document at a time, and
kept on disk, not here: a language that nobody asks for costs nothing.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Final, Generic, Literal, TypeAlias, TypeVar

from pydantic import TypeAdapter

from geo.answers.data.credits import data_version
from geo.answers.search import search
from geo.answers.words.tongue import Tongue, tongue
from geo.atlas import Atlas
from geo.basics.choices import EXTENTS, WORLDVIEWS, Extent, Language
from geo.basics.languages import USUAL
from geo.borders import Worldview
from geo.web.disk_cache import Files, Keeper
from geo.web.documents.dossiers import dossiers
from geo.web.documents.first_shapes import FirstShapes, first_shapes
from geo.web.documents.map_data import compact_json, web_files
from geo.web.documents.map_shapes import LinesFile
from geo.web.documents.names import names
from geo.web.documents.step_rows import step_rows
from geo.web.documents.timeline import timeline
from geo.web.static_files import Asset, asset_of

T = TypeVar("T")

Spoken: TypeAlias = Literal["timeline", "dossiers", "names", "steps"]
"""The documents that sentences fill."""

_SPOKEN: Final[dict[Spoken, Callable[[Atlas, Worldview, Tongue], object]]] = {
    "timeline": timeline,
    "dossiers": dossiers,
    "names": lambda atlas, _worldview, tongue: names(atlas, tongue),
    "steps": lambda atlas, _worldview, tongue: step_rows(atlas, tongue),
}

_FIRST: TypeAdapter[FirstShapes] = TypeAdapter(FirstShapes)

Assets = dict["Worldview", dict[str, Asset]]
"""Files by worldview and role."""


_MAP = "map"


def _first_kind(worldview: Worldview, view: Extent) -> str:
    return f"first-{worldview}-{view}"


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
    """An atlas, the version of its data, and when they or the program last changed (UTC).

    `keep` is what keeps those files from one start to the next, if anything does.
    """

    def __init__(self, atlas: Atlas, modified: datetime, keep: Keeper | None = None) -> None:
        self.atlas, self.modified = atlas, modified
        self._keep = keep
        self.version = data_version(atlas)
        self.edition = f"{self.version[:12]}-{int(modified.timestamp()):x}"
        # Apart, so that nobody waits with the map for what the panel needs.
        self._map = _Once(lambda: self._of_each(_MAP, partial(web_files, atlas)))
        self._dossiers = _Once(self._dossier_files)
        self._lines = {w: _Once(partial(self._lines_of, w)) for w in WORLDVIEWS}
        self._first = {
            (w, v): _Once(partial(self._shapes, w, v)) for w in WORLDVIEWS for v in EXTENTS
        }

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

    def read_kept(self) -> None:
        """Read the map and the first view that most arrive at, where they are kept.

        Where they are not, making them would keep everybody waiting.
        """
        if self._keep and self._keep.has(_MAP) and self._keep.has(_first_kind("un", "flank")):
            self.map_data()
            self.first_shapes("un", "flank")

    def map_data(self) -> Assets:
        """Return what the map is drawn of: roles `flank`, `world` and `timeline`."""
        return {
            worldview: {role: asset for role, asset in roles.items() if role != "lines"}
            for worldview, roles in self._map().items()
        }

    def lines(self, worldview: Worldview) -> LinesFile:
        """The geometry of every segment of a worldview, as its map draws it."""
        return self._lines[worldview]()

    def _lines_of(self, worldview: Worldview) -> LinesFile:
        found: LinesFile = json.loads(self._map()[worldview]["lines"].body)
        return found

    def dossier_data(self) -> Assets:
        """Return what the panel is drawn of and searched in: `dossiers`, `names`, `steps`."""
        return self._dossiers()

    def spoken(self, role: Spoken, language: Language, worldview: Worldview) -> Asset:
        """A document that sentences fill, in a language."""
        if language == USUAL:
            english = self.map_data() if role == "timeline" else self.dossier_data()
            return english[worldview][role]
        name = f"{role}-{worldview}-{language}.json"

        def files() -> Files:
            made = _SPOKEN[role](self.atlas, worldview, tongue(language))
            return {name: asset_of(name, compact_json(made))}

        return self._files(f"{role}-{worldview}-{language}", files)[name]

    def first_shapes(self, worldview: Worldview, view: Extent) -> FirstShapes:
        """Return what the first picture of a view is drawn of."""
        return self._first[worldview, view]()

    @property
    def map_is_made(self) -> bool:
        """Tell whether the files of the map are there already."""
        return self._map.made is not None

    @property
    def made(self) -> list[Assets]:
        """The files that are there already."""
        return [once.made for once in (self._map, self._dossiers) if once.made is not None]

    def make_all(self) -> None:
        """Make whatever a visitor may ask for, what is asked for first before the rest."""
        self.map_data()
        self.first_shapes("un", "flank")
        self.dossier_data()
        for once in self._first.values():
            once()

    def _shapes(self, worldview: Worldview, view: Extent) -> FirstShapes:
        name = f"{worldview}-{view}.json"

        def files() -> Files:
            made = self.map_data()[worldview]
            flank, world = (json.loads(made[role].body) for role in ("flank", "world"))
            return {name: asset_of(name, _FIRST.dump_json(first_shapes(flank, world, view)))}

        return _FIRST.validate_json(self._files(_first_kind(worldview, view), files)[name].body)

    def _dossier_files(self) -> Assets:
        return self._of_each(
            "panel",
            lambda worldview: {
                "dossiers": compact_json(dossiers(self.atlas, worldview)),
                "names": compact_json(names(self.atlas)),
                "steps": compact_json(step_rows(self.atlas)),
            },
        )

    def _files(self, kind: str, make: Callable[[], Files]) -> Files:
        return self._keep.files(kind, make) if self._keep else make()

    def _of_each(self, kind: str, make: Callable[[Worldview], dict[str, bytes]]) -> Assets:
        def all_files() -> Files:
            named = (
                (f"{role}-{worldview}.json", body)
                for worldview in WORLDVIEWS
                for role, body in make(worldview).items()
            )
            return {name: asset_of(name, body) for name, body in named}

        found: Assets = {worldview: {} for worldview in WORLDVIEWS}
        for name, asset in self._files(kind, all_files).items():
            role, _, worldview = name.removesuffix(".json").rpartition("-")
            found[next(w for w in WORLDVIEWS if w == worldview)][role] = asset
        return found

"""The project's own data, read once for every test of a process; nothing changes it."""

from __future__ import annotations

import functools

from geo import borders, records
from geo.atlas import Atlas
from geo.basics.choices import WORLDVIEWS, Worldview
from geo.records import Record
from geo.web.documents.dossier_shapes import DossiersDocument
from geo.web.documents.dossiers import dossiers
from geo.web.documents.map_data import web_files


@functools.cache
def own_record() -> Record:
    """The tables of data/, read and checked."""
    return records.load()


@functools.cache
def own_atlas() -> Atlas:
    """The tables and the borders under both worldviews."""
    return Atlas(own_record(), {worldview: borders.load(worldview) for worldview in WORLDVIEWS})


@functools.cache
def own_dossiers() -> DossiersDocument:
    """What a browser is told of every state."""
    return dossiers(own_atlas(), "un")


@functools.cache
def own_web_files(worldview: Worldview = "un") -> dict[str, bytes]:
    """What a browser draws the map of."""
    return web_files(own_atlas(), worldview)
